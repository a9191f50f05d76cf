import type { SendDraft } from '../../../src/activation/sends/send-document.ts';

const types: Readonly<Record<SendDraft['format']['name'], string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The media type of a file. A packed file is a packed file, so that no server unpacks it on the way. */
export function contentTypeOf(name: string, format: SendDraft['format']): string {
  return format.compression === 'gzip' || name.endsWith('.gz') ? 'application/gzip' : types[format.name];
}
