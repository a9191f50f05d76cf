import type { ImportNote } from '../contract.ts';
import type { RecordCount, RecordTally } from './notes.ts';

/** What happened inside of loaded records, in words. */
export function tallyNotes(tally: RecordTally): ImportNote[] {
  return [
    ...note(
      tally.duplicateKeys,
      'duplicate-key',
      'Keys that stand more than once in an object: the last value was kept',
    ),
    ...note(
      tally.loneSurrogates,
      'lone-surrogate',
      'Halves of surrogate pairs, which are no characters: U+FFFD stands in their place',
    ),
    ...note(tally.nonFinite, 'non-finite', 'NaN and Infinity, which are not part of JSON: kept as DOUBLE values'),
    ...note(tally.offsets, 'offset-to-utc', 'Times with an offset: kept as the same instant in UTC'),
  ];
}

function note(count: RecordCount, code: string, what: string): ImportNote[] {
  if (count.total === 0) return [];
  const times = count.total === 1 ? 'once' : `${count.total.toLocaleString('en-US')} times`;
  const message = `${what} (${times}, first in record ${count.firstRecord}).`;
  return [{ code, message, count: count.total }];
}
