import { StillhouseError } from '../core/error.ts';

export type FileKind = 'csv' | 'json' | 'parquet' | 'excel';

/** How PNG, JPEG and GIF files begin. */
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
] as const;

/** What a file is, from its name and its first bytes (after decompression); the bytes decide where they are clear. */
export function detectFileKind(name: string, head: Uint8Array): FileKind {
  const stem = name.toLowerCase().replace(/\.gz$/, '');
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return zipKind(name, stem);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'excel';
  if (startsWith(head, [0x44, 0x55, 0x43, 0x4b], 8))
    throw unsupported(name, 'a DuckDB database', 'Export its tables as CSV or Parquet first.');
  if (startsWith(head, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]))
    throw unsupported(name, 'an SQLite database', 'Export its tables as CSV first.');
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46]))
    throw unsupported(name, 'a PDF', 'Copy the table out of it and paste it here.');
  if (pictures.some((magic) => startsWith(head, magic)))
    throw unsupported(name, 'a picture', 'Choose a file with rows and columns.');
  if (/\.(json|ndjson|jsonl|geojson)$/.test(stem)) return 'json';
  if (/\.(csv|tsv|tab|psv|txt)$/.test(stem)) return 'csv';
  return firstSign(head) === '{' || firstSign(head) === '[' ? 'json' : 'csv';
}

/** Whether the bytes are gzip, whatever the name says. */
export function isGzip(head: Uint8Array): boolean {
  return startsWith(head, [0x1f, 0x8b]);
}

function zipKind(name: string, stem: string): FileKind {
  if (/\.(xlsx|xlsm|xlsb|ods)$/.test(stem)) return 'excel';
  throw unsupported(name, 'a ZIP archive', 'Unpack it and import the files in it.');
}

function unsupported(name: string, what: string, remedy: string): StillhouseError {
  return new StillhouseError('file-format', `“${name}” is ${what}, which cannot be imported.`, { remedy });
}

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

/** The first character that is neither white space, NUL (of UTF-16) nor part of a byte order mark. */
function firstSign(head: Uint8Array): string {
  const code = head.find((byte) => byte > 32 && byte < 127);
  return code === undefined ? '' : String.fromCharCode(code);
}
