import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Destination } from '../../src/activation/destinations/destination.ts';
import { startSwift } from '../support/servers/swift-s3.ts';
import type { Comparison, Cost, Size } from './comparison.ts';
import { interleave } from './interleave.ts';
import type { SenderAnswer, SenderTask } from './sender-task.ts';

const fileBytes = { small: 100e6, full: 500e6 } as const;
const program = path.resolve('dist/bench/sender.mjs');

/** A large file to S3 on this machine: parts, digests and journal against one request; and the memory both took. */
export async function sendFiles(
  work: string,
  size: Size,
  tell: (words: string) => void,
): Promise<readonly Comparison[]> {
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
    const run = (way: SenderTask['way']): Promise<Cost> => {
      const task: SenderTask = { way, file, destination, secrets, folder: path.join(work, `send-${number++}`) };
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
