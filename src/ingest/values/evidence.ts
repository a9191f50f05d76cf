import { withoutBlanks } from './blanks.ts';
import { candidateTypes, offeredTypes } from './candidates.ts';
import type { LengthRange } from './identifier-names.ts';
import { type DigitCounts, digitCounts } from './numbers.ts';
import { isLossyNumber } from './reasons.ts';
import { survives } from './survive.ts';
import type { ValueType } from './value-type.ts';

/** A value that ruled a type out. */
export interface Objection {
  readonly type: ValueType;
  readonly text: string;
  /** The record it was first met in and how many values like it there are, when all rows were asked. */
  readonly record?: number;
  readonly failures?: number;
}

/** What the values of a column, blank ones aside, say about its type. */
export interface ColumnEvidence {
  /** Whether there is any value that is neither NULL nor blank. */
  readonly hasValues: boolean;
  /** Candidates that every value survives, in order of preference. */
  readonly possible: readonly ValueType[];
  /** Formats that every value could be read in; looked for only when nothing is possible. */
  readonly offered: readonly ValueType[];
  /** Digits that a DECIMAL needs for all values; absent when one of them is no plain number or something else is possible. */
  readonly digits?: DigitCounts;
  readonly lengths: LengthRange;
  /** The value that ruled out the candidate that came furthest. */
  readonly objection?: Objection;
}

/** Gathers evidence from the values of a column. */
export function evidenceOf(texts: readonly (string | null)[]): ColumnEvidence {
  const values = texts.map((text) => withoutBlanks(text ?? '')).filter((value) => value !== '');
  const [first] = values;
  if (first === undefined) {
    return { hasValues: false, possible: candidateTypes, offered: [], lengths: { shortest: 0, longest: 0 } };
  }
  const failures = candidateTypes.map((type) => values.findIndex((value) => !survives(value, type)));
  const possible = candidateTypes.filter((_, index) => failures[index] === -1);
  const furthest = Math.max(...failures);
  const lengths = values.reduce<LengthRange>(
    ({ shortest, longest }, { length }) => ({
      shortest: Math.min(shortest, length),
      longest: Math.max(longest, length),
    }),
    { shortest: first.length, longest: first.length },
  );
  if (possible.length > 0) return { hasValues: true, possible, offered: [], lengths };
  const digits = digitsOf(values);
  const objection = objectionTo(candidateTypes[failures.indexOf(furthest)], values[furthest] ?? '', furthest);
  return {
    hasValues: true,
    possible,
    offered: offeredTypes.filter((type) => values.every((value) => survives(value, type))),
    ...(digits !== undefined && { digits }),
    lengths,
    ...(objection !== undefined && { objection }),
  };
}

/** That the first value rules out a type is no news, unless it is a number that would lose something. */
function objectionTo(type: ValueType | undefined, text: string, index: number): Objection | undefined {
  if (index > 0 && type !== undefined) return { type, text };
  return isLossyNumber(text) ? { type: { kind: 'bigint' }, text } : undefined;
}

function digitsOf(values: readonly string[]): DigitCounts | undefined {
  let digits: DigitCounts = { whole: 0, fraction: 0 };
  for (const value of values) {
    const more = digitCounts(value);
    if (more === undefined) return undefined;
    digits = { whole: Math.max(digits.whole, more.whole), fraction: Math.max(digits.fraction, more.fraction) };
  }
  return digits;
}
