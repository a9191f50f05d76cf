/** A file cut into numbered parts of equal length; the last one may be shorter. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly bytes: number;
}

const mebibyte = 1 << 20;

/**
 * Bytes of a part so that `mostParts` parts suffice: `smallest`, or as many whole mebibytes as needed. It depends on the
 * file's size alone, so that a resumed upload cuts the file in the same places.
 */
export function partSize(fileBytes: number, smallest: number, mostParts: number): number {
  return Math.max(smallest, Math.ceil(fileBytes / mostParts / mebibyte) * mebibyte);
}

export function cutIntoParts(fileBytes: number, size: number): readonly Part[] {
  return Array.from({ length: Math.ceil(fileBytes / size) }, (_, index) => {
    const start = index * size;
    return { number: index + 1, start, bytes: Math.min(size, fileBytes - start) };
  });
}
