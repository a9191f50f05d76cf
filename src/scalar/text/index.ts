import { openFunction, scalarFunction } from '../contract.ts';
import { nestedItem, nestedList } from '../json/nested-text.ts';
import { decodeFromForm, encodeForForm, partOfAddress, queryValue } from './address.ts';
import { levenshtein } from './levenshtein.ts';
import { mask } from './mask.ts';
import { soundex } from './soundex.ts';
import { titleCase } from './title-case.ts';

const sentenceCutter = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordCutter = new Intl.Segmenter('en', { granularity: 'word' });

/** Spark's functions on texts. Arrays come as texts that SQL casts: `CAST(sh_sentences(…) AS VARCHAR[][])`. */
export const textFunctions = [
  scalarFunction({ name: 'sh_soundex', takes: ['text'], gives: 'text', row: soundex }),
  scalarFunction({ name: 'sh_levenshtein', takes: ['text', 'text'], gives: 'integer', row: levenshtein }),
  scalarFunction({ name: 'sh_initcap', takes: ['text'], gives: 'text', row: titleCase }),
  scalarFunction({ name: 'sh_upper', takes: ['text'], gives: 'text', row: (text) => text.toUpperCase() }),
  scalarFunction({ name: 'sh_lower', takes: ['text'], gives: 'text', row: (text) => text.toLowerCase() }),
  scalarFunction({
    name: 'sh_mask',
    takes: ['text', 'text', 'text', 'text', 'text'],
    gives: 'text',
    row: (text, upper, lower, digit, other) => mask(text, { upper, lower, digit, other }),
  }),
  openFunction({
    name: 'sh_parse_url',
    takes: ['text', 'text', 'text'],
    optional: 1,
    gives: 'text',
    row: (address: string, part: string, key?: string) => {
      if (key === undefined) return partOfAddress(address, part);
      return part === 'QUERY' ? queryValue(address, key) : null;
    },
  }),
  scalarFunction({ name: 'sh_url_encode', takes: ['text'], gives: 'text', row: encodeForForm }),
  scalarFunction({ name: 'sh_url_decode', takes: ['text'], gives: 'text', row: decodeFromForm }),
  openFunction({
    name: 'sh_sentences',
    takes: ['text', 'text', 'text'],
    optional: 2,
    gives: 'text',
    row: (text: string) => nestedList(sentences(text).map((words) => nestedList(words.map(nestedItem)))),
  }),
];

/** The words of each sentence that has some. */
function sentences(text: string): readonly (readonly string[])[] {
  return [...sentenceCutter.segment(text)]
    .map(({ segment }) =>
      [...wordCutter.segment(segment)].filter(({ isWordLike }) => isWordLike).map((word) => word.segment),
    )
    .filter((words) => words.length > 0);
}
