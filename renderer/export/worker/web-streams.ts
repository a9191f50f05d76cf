import type { Gzip } from '../../../src/export/excel/zip.ts';
import type { WebStreams } from '../../../src/export/parquet/parquet-wasm.ts';

/** The browser's streams, without iterating them directly: older browsers cannot. */
export const webStreams: WebStreams = {
  fromPull: (next) =>
    new ReadableStream({
      async pull(controller) {
        const item = await next();
        if (item === undefined) controller.close();
        else controller.enqueue(item);
      },
    }),
  read: (stream) => readAll(stream as ReadableStream<Uint8Array<ArrayBuffer>>), // what the library gives back
};

/** The browser's own compression. */
export const gzip: Gzip = (source) => {
  const iterator = source[Symbol.asyncIterator]();
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const step = await iterator.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
  });
  return readAll(plain.pipeThrough(new CompressionStream('gzip')));
};

async function* readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
