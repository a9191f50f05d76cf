/** Shorter texts, in bytes, stand in every large file by chance. */
const shortestBytes = 6;

/** Gives bytes of a file from a position: fewer than asked at its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>;

const pieceSize = 8 << 20;

/** How often the UTF-8 bytes of any of the texts stand in a file, as written and in small letters; also within words. */
export async function countPlaces(read: ReadBytes, texts: readonly string[]): Promise<number> {
  const encoder = new TextEncoder();
  const forms = new Set(texts.flatMap((text) => [text, text.toLowerCase()]));
  const needles = [...forms].map((form) => encoder.encode(form)).filter(({ length }) => length >= shortestBytes);
  const starts = new Uint8Array(1 << 16);
  for (const needle of needles) starts[startOf(needle, 0)] = 1;
  const overlap = Math.max(0, ...needles.map(({ length }) => length - 1));
  let places = 0;
  for (let offset = 0; ; offset += pieceSize) {
    const piece = await read(offset, pieceSize + overlap);
    const last = Math.min(pieceSize, piece.length - shortestBytes + 1);
    for (let at = 0; at < last; at++) {
      if (starts[startOf(piece, at)] === 1) places += needles.filter((needle) => standsAt(piece, at, needle)).length;
    }
    if (piece.length < pieceSize + overlap) return places;
  }
}

/** Two bytes as a number. */
function startOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function standsAt(bytes: Uint8Array, at: number, needle: Uint8Array): boolean {
  return at + needle.length <= bytes.length && needle.every((byte, index) => bytes[at + index] === byte);
}
