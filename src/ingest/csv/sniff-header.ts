import { candidateTypes } from '../values/candidates.ts';
import { survives } from '../values/survive.ts';
import { withoutBlanks } from '../values/blanks.ts';

/** Whether the first record names the columns, and what speaks for it. */
export interface HeaderChoice {
  readonly header: boolean;
  readonly evidence: string;
}

const nameLike = /^[\p{L}_#%$€][^\n]{0,99}$/u;

/** Judges the first record by those behind it: a name is no number in a column of numbers, and is not repeated below. */
export function sniffHeader(
  first: readonly (string | null)[],
  others: readonly (readonly (string | null)[])[],
): HeaderChoice {
  const texts = first.map((cell) => withoutBlanks(cell ?? ''));
  const filled = texts.filter((text) => text !== '');
  const value = filled.find((text) => candidateTypes.some((type) => survives(text, type)));
  if (others.length === 0) {
    if (value !== undefined) return { header: false, evidence: `the only line holds the value "${value}"` };
    return { header: filled.length > 0, evidence: 'the only line reads like names' };
  }
  const columns = texts.map((text, index) => ({
    text,
    values: others.map((cells) => withoutBlanks(cells[index] ?? '')).filter((cell) => cell !== ''),
  }));
  const votes = columns.map(({ text, values }) => headerVote(text, values));
  const against = votes.filter((vote) => vote < 0).length;
  const inFavour = votes.filter((vote) => vote > 0).length;
  const example = columns.find((_, index) => votes[index] === (inFavour > against ? 1 : -1))?.text ?? '';
  if (inFavour > against) return { header: true, evidence: `"${example}" differs in kind from the values below it` };
  if (against > 0) return { header: false, evidence: `"${example}" in the first line is a value like those below it` };
  if (value !== undefined) return { header: false, evidence: `"${value}" in the first line is a value` };
  const unlike = filled.find((text) => !nameLike.test(text));
  if (unlike !== undefined) return { header: false, evidence: `"${unlike}" in the first line is not a name` };
  return { header: filled.length > 0, evidence: 'the first line reads like names' };
}

/** 1 when the text can only be a name above these values, -1 when it is one of them, 0 when nothing can be told. */
function headerVote(text: string, values: readonly string[]): -1 | 0 | 1 {
  if (text === '' || values.length === 0) return 0;
  if (values.includes(text)) return -1;
  const type = candidateTypes.find((candidate) => values.every((value) => survives(value, candidate)));
  if (type !== undefined) return survives(text, type) ? -1 : 1;
  const length = values[0]?.length ?? 0;
  const sameLength = values.length > 4 && values.every((value) => value.length === length);
  return sameLength && text.length !== length ? 1 : 0;
}
