import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Destination } from '../../src/activation/destinations/destination.ts';
import { startSwift } from '../support/servers/swift-s3.ts';
import type { Comparison, Cost, Size } from './comparison.ts';
import { interleave } from './interleave.ts';
import type { DeliveryTask, SenderAnswer, SenderTask } from './sender-task.ts';

const fileBytes = { small: 100e6, full: 500e6 } as const;
const program = path.resolve('dist/bench/sender.mjs');

const csvRows = { small: 200_000, full: 2_000_000 } as const;

/** A file of a send to be written as CSV, then a large one to S3 on this machine; each with the memory that it took. */
export async function sendFiles(
  work: string,
  size: Size,
  tell: (words: string) => void,
): Promise<readonly Comparison[]> {
  return [await csvFile(work, size, tell), ...(await toS3(work, size, tell))];
}

/** A file in the outbox, its bytes hashed, against the engine's own statement. */
async function csvFile(work: string, size: Size, tell: (words: string) => void): Promise<Comparison> {
  const rows = csvRows[size];
  const most = { csv: 0, copy: 0 };
  let number = 0;
  const run = (way: 'csv' | 'copy'): Promise<Cost> => {
    const { ms, mostMemory } = runSender({ way, rows, folder: path.join(work, `csv-${number++}`) });
    most[way] = Math.max(most[way], mostMemory);
    tell(`${way}: ${Math.round(ms)} ms, ${Math.round(mostMemory / 1e6)} MB of memory`);
    return Promise.resolve({ ms });
  };
  const rounds = await interleave(
    { rounds: 5 },
    () => run('csv'),
    () => run('copy'),
  );
  const memory = `most memory: ours ${Math.round(most.csv / 1e6)} MB, the statement ${Math.round(most.copy / 1e6)} MB`;
  const title = `send: ${rows.toLocaleString('en')} rows as CSV`;
  return { title, baselineTitle: 'the bare COPY', ratio: 'speed', rounds, aims: { ratio: 0.8 }, notes: [memory] };
}

/** Parts, digests and journal against one request. */
async function toS3(work: string, size: Size, tell: (words: string) => void): Promise<readonly Comparison[]> {
  const server = await startSwift();
  try {
    const { endpoint, secrets } = server;
    const destination: S3Destination = {
      ...{ id: 'bench', name: 'Bench', kind: 's3', provider: 'other', endpoint, region: 'us-east-1', bucket: 'bench' },
      ...{ prefix: '', pathStyle: true, overwrite: false, manifest: false },
    };
    const client = new S3Client({ endpoint, region: 'us-east-1', credentials: secrets, forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: destination.bucket }));
    client.destroy();
    const file = path.join(work, 'file');
    writeNoise(file, fileBytes[size]);
    const most = { product: 0, 'one-request': 0 };
    let number = 0;
    const run = (way: DeliveryTask['way']): Promise<Cost> => {
      const task: DeliveryTask = { way, file, destination, secrets, folder: path.join(work, `send-${number++}`) };
      const { ms, mostMemory } = runSender(task);
      most[way] = Math.max(most[way], mostMemory);
      tell(`${way}: ${Math.round(ms)} ms, ${Math.round(mostMemory / 1e6)} MB of memory`);
      return Promise.resolve({ ms });
    };
    const rounds = await interleave(
      { rounds: 3 },
      () => run('product'),
      () => run('one-request'),
    );
    const memory = `most memory: ours ${Math.round(most.product / 1e6)} MB, one request ${Math.round(most['one-request'] / 1e6)} MB`;
    const shared = { ratio: 'time', aims: {}, bytes: fileBytes[size], notes: [memory] } as const;
    return [{ ...shared, title: 'send: one file to S3', baselineTitle: 'the library’s single request', rounds }];
  } finally {
    await server.stop();
  }
}

function runSender(task: SenderTask): SenderAnswer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, JSON.stringify(task)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The sending program failed: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout) as SenderAnswer; // our own program
}

function writeNoise(file: string, bytes: number): void {
  const descriptor = fs.openSync(file, 'w');
  const block = randomBytes(1 << 20);
  for (let left = bytes; left > 0; left -= block.length) {
    block.writeDoubleLE(left);
    fs.writeSync(descriptor, block, 0, Math.min(left, block.length));
  }
  fs.closeSync(descriptor);
}
