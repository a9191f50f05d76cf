import type { ByteSource, Extractor } from '../contract.ts';
import { detectShape } from './detect-shape.ts';
import { createTranscoder, detectEncoding } from './encoding.ts';
import type { JsonFormat } from './format.ts';
import { type JsonLimits, usualLimits } from './limits.ts';
import type { JsonOptions } from './options.ts';
import { JsonPass } from './pass.ts';
import { RecordShape } from './record-shape.ts';

/** Bytes from which shape and encoding are told. */
const headBytes = 2 ** 20;

/**
 * Reads JSON and NDJSON. Types are guessed from the first 4 MB and held against every value; when one does not fit, the
 * rest of the file is only looked at, and a second pass with the final types starts over with a new `columns` event.
 */
export const extractJson: Extractor<JsonOptions> = jsonExtractor(usualLimits);

/** The same with limits of one's own; they change nothing but how the work is cut into pieces. */
export function jsonExtractor(limits: JsonLimits): Extractor<JsonOptions> {
  return async function* (source, options, signal) {
    const format = await findFormat(source, options);
    const shape = new RecordShape();
    const first = new JsonPass({ source, format, signal, limits }, shape, false);
    if (yield* first.run()) return;
    yield* new JsonPass({ source, format, signal, limits }, shape, true).run();
  };
}

async function findFormat(source: ByteSource, options: JsonOptions): Promise<JsonFormat> {
  const head = await source.head(headBytes);
  const encoding = options.encoding ?? detectEncoding(head);
  const shape = options.shape ?? detectShape(createTranscoder(encoding).push(head), source.name);
  return { shape, encoding, recordsAt: options.recordsAt ?? [] };
}
