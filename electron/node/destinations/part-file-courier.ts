import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StillhouseError } from '../../../src/core/error.ts';
import { conflictError } from './conflict.ts';
import type { Arrival, Courier, OutgoingFile, Passage } from './courier.ts';
import type { FilePort } from './file-port.ts';

export interface PartFileOptions {
  readonly port: FilePort;
  /** Where a file of the send lies at the destination. */
  locate(name: string): string;
  /** The same as an address for the receipt. */
  address(name: string): string;
  /** The destination in words. */
  readonly words: string;
  readonly overwrite: boolean;
  /** Bytes at the end of an unfinished file that may not have been written in order. */
  readonly doubtful: number;
}

const blockBytes = 256 << 10;

/** Writes each file under a temporary name of its send, goes on where an earlier try stopped, and renames at the end. */
export function createPartFileCourier(options: PartFileOptions): Courier {
  const { port, locate } = options;
  return {
    async carry(file, passage) {
      const target = locate(file.name);
      const part = partName(target, passage.sendId);
      const existing = await port.size(target);
      if (existing !== undefined) {
        if (existing === file.bytes && (await hashOf(port, target)) === file.sha256) {
          await port.remove(part);
          return arrival(options, file, false);
        }
        if (!options.overwrite) throw conflictError(options.address(file.name));
      }
      await port.makeFolderOf(target);
      await writePart(options, file, part, passage);
      await (existing === undefined ? port.rename(part, target) : port.replace(part, target));
      return arrival(options, file, true);
    },
    abandon: (file, passage) => port.remove(partName(locate(file.name), passage.sendId)),
    probe: () => probe(options),
    close: () => port.close(),
  };
}

async function writePart(
  { port, doubtful }: PartFileOptions,
  file: OutgoingFile,
  part: string,
  { signal, progress }: Passage,
): Promise<void> {
  const there = (await port.size(part)) ?? 0;
  const start = Math.max(0, Math.min(there, file.bytes) - doubtful);
  const writer = await port.write(part, start);
  try {
    let sent = start;
    const rest = createReadStream(file.path, { start, highWaterMark: blockBytes, signal });
    for await (const block of rest as AsyncIterable<Buffer>) {
      await writer.write(block);
      sent += block.length;
      progress(sent);
    }
  } catch (error) {
    await writer.close().catch(() => undefined); // the first failure is the one to tell
    throw error;
  }
  await writer.close();
  const written = await port.size(part);
  if (written === file.bytes) return;
  await port.remove(part);
  throw new StillhouseError(
    'destination-unreachable',
    `${part} has ${written ?? 0} bytes where ${file.bytes} were written; it was removed.`,
  );
}

async function probe({ port, locate, words }: PartFileOptions): Promise<string> {
  const name = `.stillhouse-test-${randomBytes(6).toString('hex')}`;
  const path = locate(name);
  await port.makeFolderOf(path);
  const content = randomBytes(32);
  const writer = await port.write(`${path}.part`, 0);
  await writer.write(content);
  await writer.close();
  await port.rename(`${path}.part`, path);
  const same = (await hashOf(port, path)) === createHash('sha256').update(content).digest('hex');
  await port.remove(path);
  if (!same) throw new StillhouseError('destination-refused', `What was written to ${words} came back changed.`);
  return `A test file was written to ${words}, read back and removed.`;
}

async function hashOf(port: FilePort, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of port.read(path)) hash.update(block);
  return hash.digest('hex');
}

/** In the target's own folder, hidden, and never the same for two sends. */
function partName(target: string, sendId: string): string {
  const slash = Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\'));
  return `${target.slice(0, slash + 1)}.${target.slice(slash + 1)}.${sendId}.part`;
}

function arrival({ address }: PartFileOptions, file: OutgoingFile, uploaded: boolean): Arrival {
  return { address: address(file.name), bytes: file.bytes, uploaded };
}
