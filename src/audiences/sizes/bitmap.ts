/** One bit a row of the people's dataset, 32 to a word; bits beyond the last row are 0. */
export interface Bitmap {
  readonly rows: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

export function emptyBitmap(rows: number): Bitmap {
  return { rows, words: new Uint32Array((rows + 31) >>> 5) };
}

/** Every row. */
export function fullBitmap(rows: number): Bitmap {
  const bitmap = emptyBitmap(rows);
  bitmap.words.fill(0xffff_ffff);
  clearTail(bitmap);
  return bitmap;
}

export function setBit({ words }: Bitmap, row: number): void {
  words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function hasBit({ words }: Bitmap, row: number): boolean {
  return ((words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

/** Rows in all of the bitmaps; every row where there are none. */
export function intersection(rows: number, bitmaps: readonly Bitmap[]): Bitmap {
  const all = fullBitmap(rows);
  for (const { words } of bitmaps) {
    for (let at = 0; at < all.words.length; at++) all.words[at] = (all.words[at] ?? 0) & (words[at] ?? 0);
  }
  return all;
}

/** Rows in any of the bitmaps. */
export function union(rows: number, bitmaps: readonly Bitmap[]): Bitmap {
  const any = emptyBitmap(rows);
  for (const { words } of bitmaps) {
    for (let at = 0; at < any.words.length; at++) any.words[at] = (any.words[at] ?? 0) | (words[at] ?? 0);
  }
  return any;
}

/** Rows that are not in it. */
export function complement({ rows, words }: Bitmap): Bitmap {
  const other = { rows, words: words.map((word) => ~word) };
  clearTail(other);
  return other;
}

/** How many rows are in it. */
export function bitCount({ words }: Bitmap): number {
  let count = 0;
  for (let word of words) {
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += (((word + (word >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
  }
  return count;
}

function clearTail({ rows, words }: Bitmap): void {
  const used = rows & 31;
  const last = words.length - 1;
  if (used !== 0) words[last] = (words[last] ?? 0) & (2 ** used - 1);
}
