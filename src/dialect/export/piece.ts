import type { TextRange } from '../../core/error.ts';

/** How one sort key of an aggregate is ordered, as DuckDB reads it: without a word, values without a key come last. */
export interface SortOrder {
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/**
 * A call, or what is as good as one, that stands in the text for the translator as `sh__N(…)`: the translator
 * translates what is inside, and the target's own words for it are put in afterwards.
 */
export interface Piece {
  /** The rule that says it in the target, lower-cased: a function's name, or `operator …` and the like. */
  readonly name: string;
  /** As the user knows it. */
  readonly what: string;
  readonly range: TextRange;
  /** All of it as the user wrote it, where it is no call: it stands so in the result when the target has no words for it. */
  readonly written: string | undefined;
  readonly argumentCount: number;
  /** The plain text literal that an argument is, by index. */
  readonly literals: readonly (string | undefined)[];
  /** The names of arguments, where they are named: `struct_pack(a := 1)`. */
  readonly argumentNames: readonly (string | undefined)[];
  /** Whether an argument is surely a list, by index. */
  readonly lists: readonly boolean[];
  readonly distinct: boolean;
  /** The sort keys stand behind the arguments. */
  readonly order: readonly SortOrder[];
  /** The condition of FILTER stands last. */
  readonly filtered: boolean;
  readonly ignoresNulls: boolean;
  readonly windowed: boolean;
}

/** A piece with nothing special about it. */
export function plainPiece(
  name: string,
  what: string,
  range: TextRange,
  argumentCount: number,
  written?: string,
): Piece {
  return {
    name,
    what,
    range,
    written,
    argumentCount,
    literals: [],
    argumentNames: [],
    lists: [],
    distinct: false,
    order: [],
    filtered: false,
    ignoresNulls: false,
    windowed: false,
  };
}
