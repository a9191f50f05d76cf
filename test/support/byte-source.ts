import type { ByteSource } from '../../src/ingest/contract.ts';

/** A file in memory, handed out in pieces of `chunkSize` bytes. */
export function memorySource(name: string, bytes: Uint8Array | string, chunkSize = 65_536): ByteSource {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
  return {
    name,
    size: content.length,
    head: (length) => Promise.resolve(content.slice(0, length)),
    async *stream(onRead) {
      for (let start = 0; start < content.length; start += chunkSize) {
        const chunk = content.slice(start, start + chunkSize);
        onRead?.(start + chunk.length);
        yield await Promise.resolve(chunk);
      }
    },
  };
}
