import fs from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { StillhouseError } from '../../src/core/error.ts';
import type { ByteSource } from '../../src/ingest/contract.ts';
import { isGzip } from '../../src/ingest/format.ts';

const pieceSize = 1 << 20;

/** A file of the disk, read in pieces of a megabyte; gzip is unpacked on the way. */
export function createFileSource(filePath: string): ByteSource {
  const name = path.basename(filePath);
  const size = sizeOf(filePath);
  const stream = async function* (onRead?: (bytes: number) => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const raw = fs.createReadStream(filePath, { highWaterMark: pieceSize });
    let read = 0;
    raw.on('data', (piece) => {
      read += piece.length;
      onRead?.(read);
    });
    const pieces = startsAsGzip(filePath) ? raw.pipe(createGunzip({ chunkSize: pieceSize })) : raw;
    try {
      for await (const piece of pieces as AsyncIterable<Buffer<ArrayBuffer>>) yield new Uint8Array(piece);
    } catch (error) {
      throw new StillhouseError('file-unreadable', `“${name}” cannot be read to its end.`, {
        remedy: 'It may have been cut off while it was packed or copied.',
        cause: error,
      });
    } finally {
      raw.destroy();
    }
  };
  return {
    name,
    size,
    stream,
    async head(length) {
      const pieces: Uint8Array[] = [];
      let read = 0;
      for await (const piece of stream()) {
        pieces.push(piece);
        read += piece.length;
        if (read >= length) break;
      }
      return new Uint8Array(Buffer.concat(pieces).subarray(0, length));
    },
  };
}

function sizeOf(filePath: string): number {
  try {
    const stat = fs.statSync(filePath);
    if (stat.isFile()) return stat.size;
  } catch (error) {
    throw new StillhouseError('file-missing', `There is no file ${filePath}.`, { cause: error });
  }
  throw new StillhouseError('file-missing', `${filePath} is a folder, not a file.`);
}

function startsAsGzip(filePath: string): boolean {
  const descriptor = fs.openSync(filePath, 'r');
  try {
    const start = new Uint8Array(2);
    fs.readSync(descriptor, start, 0, 2, 0);
    return isGzip(start);
  } finally {
    fs.closeSync(descriptor);
  }
}
