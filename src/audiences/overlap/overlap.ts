import { bit } from './overlap-sql.ts';

/** How many people are in each combination of sources that has any, the most first. */
export interface Overlap {
  readonly sources: number;
  /** Bit 0 is the first source. */
  readonly masks: Int32Array<ArrayBuffer>;
  /** People in exactly the sources of the mask at the same place, and in no other. */
  readonly people: Float64Array<ArrayBuffer>;
}

/** Everybody, each counted once. */
export function reach({ people }: Overlap): number {
  return people.reduce((sum, count) => sum + count, 0);
}

/** The sources of a mask, in their order. */
export function sourcesOf(mask: number): readonly number[] {
  const sources: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) sources.push(31 - Math.clz32(rest & -rest));
  return sources;
}

/** People in each source, whatever else they are in. */
export function sizesOf({ sources, masks, people }: Overlap): Float64Array<ArrayBuffer> {
  const sizes = new Float64Array(sources);
  masks.forEach((mask, at) => {
    for (let source = 0; source < sources; source++) {
      if ((mask & (1 << source)) !== 0) sizes[source] = (sizes[source] ?? 0) + (people[at] ?? 0);
    }
  });
  return sizes;
}

/** People in both of two sources, for every pair; the diagonal holds the sizes. */
export function pairCounts({ sources, masks, people }: Overlap): readonly Float64Array<ArrayBuffer>[] {
  const pairs = Array.from({ length: sources }, () => new Float64Array(sources));
  masks.forEach((mask, at) => {
    const together = sourcesOf(mask);
    for (const one of together) {
      const row = pairs[one];
      if (row !== undefined) for (const other of together) row[other] = (row[other] ?? 0) + (people[at] ?? 0);
    }
  });
  return pairs;
}

/** People in exactly these sources and in no other. */
export function peopleIn({ masks, people }: Overlap, mask: number): number {
  return people[masks.indexOf(mask)] ?? 0;
}

/** People whom no other source has, by source. */
export function exclusiveCounts(overlap: Overlap): readonly number[] {
  return Array.from({ length: overlap.sources }, (_, source) => peopleIn(overlap, bit(source)));
}

/** Jaccard's index, 0–1: people in both among people in either; NaN where there are none. */
export function jaccard(pairs: ReturnType<typeof pairCounts>, one: number, other: number): number {
  const both = pairs[one]?.[other] ?? 0;
  return both / ((pairs[one]?.[one] ?? 0) + (pairs[other]?.[other] ?? 0) - both);
}

/** How much of one source is in another, 0–1; NaN where it is empty. */
export function shareWithin(pairs: ReturnType<typeof pairCounts>, one: number, other: number): number {
  return (pairs[one]?.[other] ?? 0) / (pairs[one]?.[one] ?? 0);
}
