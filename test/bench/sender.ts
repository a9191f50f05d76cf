import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { openCourier } from '../../electron/node/destinations/open-courier.ts';
import { createSends } from '../../electron/node/sends/sends.ts';
import type { S3Destination } from '../../src/activation/destinations/destination.ts';
import { retryDefaults } from '../../src/activation/sends/retry.ts';
import { benchDraft } from './bench-draft.ts';
import { StillhouseError } from '../../src/core/error.ts';
import type { DeliveryTask, SenderAnswer, SenderTask } from './sender-task.ts';
import { writeCsv } from './write-csv.ts';

// A program of its own that sends one file to S3, or writes one, as the product does or plainly, and tells what that took.
const task = JSON.parse(process.argv[2] ?? '') as SenderTask; // the benchmark wrote it
const now = () => new Date();

async function asProduct({ folder, file, destination, secrets }: DeliveryTask): Promise<number> {
  const sends = createSends({
    sends: folder,
    openCourier: () => openCourier(destination, secrets, { now }),
    tools: { policy: retryDefaults, now, random: Math.random, wait: (ms) => delay(ms), emit: () => undefined },
  });
  const id = await sends.begin(benchDraft(destination.id, path.basename(folder)), destination, now());
  for await (const block of fs.createReadStream(file, { highWaterMark: 4 << 20 }) as AsyncIterable<Buffer>) {
    await sends.writeFile(id, 0, block);
  }
  await sends.seal(id);
  const started = performance.now();
  const { state, error } = await sends.deliver(id, false);
  if (state !== 'sent') throw new StillhouseError('internal', error?.message ?? state);
  return performance.now() - started;
}

async function inOneRequest({ folder, file, destination, secrets }: DeliveryTask): Promise<number> {
  const client = clientOf(destination, secrets);
  const started = performance.now();
  const Body = fs.createReadStream(file, { highWaterMark: 1 << 20 });
  const ContentLength = fs.statSync(file).size;
  await client.send(
    new PutObjectCommand({ Bucket: destination.bucket, Key: path.basename(folder), Body, ContentLength }),
  );
  return performance.now() - started;
}

function clientOf({ endpoint, region }: S3Destination, credentials: DeliveryTask['secrets']): S3Client {
  return new S3Client({
    ...{ endpoint: endpoint ?? '', region, credentials, forcePathStyle: true },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}

function run(given: SenderTask): Promise<number> {
  if ('rows' in given) return writeCsv(given);
  return given.way === 'product' ? asProduct(given) : inOneRequest(given);
}

const ms = await run(task);
const answer: SenderAnswer = { ms, mostMemory: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(answer));
