/** Compresses to the gzip format (RFC 1952): whatever the platform has for it. */
export type Gzip = (source: AsyncIterable<Uint8Array<ArrayBuffer>>) => AsyncIterable<Uint8Array<ArrayBuffer>>;

export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

interface Written {
  readonly name: Uint8Array;
  readonly offset: number;
  readonly compressed: number;
  readonly checksum: number;
  readonly size: number;
}

const gzipHeader = 10;
const gzipTrailer = 8;
/** Bit 3: sizes follow the content; bit 11: names are UTF-8. */
const flags = (1 << 3) | (1 << 11);
/** 1980-01-01, the earliest date the format has: the same content always gives the same file. */
const fixedDate = 0x21;
const encoder = new TextEncoder();

/** A ZIP archive (APPNOTE 6.3), entry by entry in constant memory; entries must stay below 4 GiB. */
export async function* zip(entries: Iterable<ZipEntry>, gzip: Gzip): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const written: Written[] = [];
  let position = 0;
  for (const { name, content } of entries) {
    const encoded = encoder.encode(name);
    const offset = position;
    const head = localHeader(encoded);
    position += head.length;
    yield head;
    let compressed = 0;
    const trailer = new Uint8Array(gzipTrailer);
    for await (const bytes of withoutEnvelope(gzip(content), trailer)) {
      compressed += bytes.length;
      position += bytes.length;
      yield bytes;
    }
    const view = new DataView(trailer.buffer);
    const entry = {
      name: encoded,
      offset,
      compressed,
      checksum: view.getUint32(0, true),
      size: view.getUint32(4, true),
    };
    written.push(entry);
    const descriptor = fields([4, 0x08074b50], [4, entry.checksum], [4, compressed], [4, entry.size]);
    position += descriptor.length;
    yield descriptor;
  }
  const start = position;
  for (const entry of written) {
    const record = directoryRecord(entry);
    position += record.length;
    yield record;
  }
  yield endRecord(written.length, position - start, start);
}

/** The raw compressed bytes of a gzip stream; its checksum and size go into `trailer`. */
async function* withoutEnvelope(
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
  trailer: Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let skip = gzipHeader;
  let kept = new Uint8Array(0);
  for await (const chunk of source) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    const bytes = joined(kept, chunk.subarray(skipped));
    const end = Math.max(0, bytes.length - gzipTrailer);
    if (end > 0) yield bytes.slice(0, end);
    kept = bytes.slice(end);
  }
  trailer.set(kept);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function localHeader(name: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = fields(
    [4, 0x04034b50],
    [2, 20],
    [2, flags],
    [2, 8],
    [2, 0],
    [2, fixedDate],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
  return joined(head, name);
}

function directoryRecord({ name, offset, compressed, checksum, size }: Written): Uint8Array<ArrayBuffer> {
  const head = fields(
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, flags],
    [2, 8],
    [2, 0],
    [2, fixedDate],
    [4, checksum],
    [4, compressed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  );
  return joined(head, name);
}

function endRecord(count: number, size: number, start: number): Uint8Array<ArrayBuffer> {
  return fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]);
}

/** Little-endian numbers of 2 or 4 bytes each, one after the other. */
function fields(...parts: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of parts) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}
