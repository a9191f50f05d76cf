import { counted, listed, readable } from '../../modules/words.ts';
import { jaccard, type Overlap, pairCounts, reach, sourcesOf } from './overlap.ts';

/** The whole comparison in one or two sentences, with exact numbers. */
export function overlapWords(overlap: Overlap, titles: readonly string[]): string {
  const { masks, people } = overlap;
  const everybody = reach(overlap);
  const pairs = pairCounts(overlap);
  if (titles.length === 1) {
    return `${listed(titles)} has ${counted(everybody, 'person', 'people')}. Choose another to compare it with.`;
  }
  const several = people.reduce(
    (sum, count, at) => (((masks[at] ?? 0) & ((masks[at] ?? 0) - 1)) === 0 ? sum : sum + count),
    0,
  );
  const start = `${counted(titles.length, 'audience')} reach ${counted(everybody, 'person', 'people')}`;
  if (several === 0) return `${start}, and nobody is in more than one.`;
  let [first, second] = [0, 1];
  titles.forEach((_, one) => {
    titles.forEach((__, other) => {
      if (other > one && jaccard(pairs, one, other) > (jaccard(pairs, first, second) || 0))
        [first, second] = [one, other];
    });
  });
  const both = pairs[first]?.[second] ?? 0;
  return `${start}; ${counted(several, 'person', 'people')} are in more than one. Most alike are ${listed([titles[first] ?? '', titles[second] ?? ''])}: ${counted(both, 'person', 'people')} in both, Jaccard ${readable(jaccard(pairs, first, second))}.`;
}

/** A combination in words: who is meant, exactly. */
export function combinationWords(mask: number, titles: readonly string[]): string {
  const names = sourcesOf(mask).map((source) => titles[source] ?? '');
  if (names.length === titles.length)
    return titles.length === 1 ? listed(names) : `all: ${listed(names, names.length)}`;
  return `${listed(names, names.length)} only`;
}
