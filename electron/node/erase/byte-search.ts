import fs from 'node:fs/promises';

/** Shorter texts, in bytes, stand in every large file by chance. */
const shortestBytes = 6;
const pieceSize = 8 << 20;

/** How often the UTF-8 bytes of any of the texts stand in a file, as written and in small letters; also within words. */
export async function countPlaces(file: string, texts: readonly string[]): Promise<number> {
  const forms = new Set(texts.flatMap((text) => [text, text.toLowerCase()]));
  const needles = [...forms].map((form) => Buffer.from(form)).filter(({ length }) => length >= shortestBytes);
  const overlap = Math.max(0, ...needles.map(({ length }) => length - 1));
  const handle = await fs.open(file);
  try {
    let places = 0;
    const piece = Buffer.alloc(pieceSize + overlap);
    for (let offset = 0; ; offset += pieceSize) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, offset);
      const read = piece.subarray(0, bytesRead);
      for (const needle of needles) {
        for (let at = read.indexOf(needle); at >= 0 && at < pieceSize; at = read.indexOf(needle, at + 1)) places++;
      }
      if (bytesRead < piece.length) return places;
    }
  } finally {
    await handle.close();
  }
}
