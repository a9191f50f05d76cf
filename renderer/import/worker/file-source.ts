import { StillhouseError } from '../../../src/core/error.ts';
import type { ByteSource } from '../../../src/ingest/contract.ts';
import { isGzip } from '../../../src/ingest/format.ts';

const pieceSize = 1 << 20;

/** A file of the window, read in pieces of a megabyte; gzip is unpacked on the way. */
export function createFileSource(file: File): ByteSource {
  const stream = async function* (onRead?: (bytes: number) => void) {
    const reader = (await open(file, onRead)).getReader();
    try {
      for (;;) {
        const { done, value } = await read(reader, file.name);
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => undefined); // ended already, or given up
    }
  };
  return {
    name: file.name,
    size: file.size,
    stream,
    async head(length) {
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of stream()) {
        pieces.push(piece);
        size += piece.length;
        if (size >= length) break;
      }
      return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer()).slice(0, length); // pieces are never shared
    },
  };
}

async function open(file: File, onRead?: (bytes: number) => void): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let at = 0;
  const raw = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= file.size) {
        controller.close();
        return;
      }
      const bytes = new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer());
      at += bytes.length;
      onRead?.(at);
      controller.enqueue(bytes);
    },
  });
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return isGzip(start) ? raw.pipeThrough(new DecompressionStream('gzip')) : raw;
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, name: string) {
  try {
    return await reader.read();
  } catch (error) {
    throw new StillhouseError('file-unreadable', `“${name}” cannot be read to its end.`, {
      remedy: 'It may have been moved, changed, or cut off while it was packed. Choose it again.',
      cause: error,
    });
  }
}
