import type { Piece } from '../piece.ts';
import { type ExportTarget, targetName } from '../target.ts';

/** A call in the target's words, as far as it is said: its arguments are translated already. */
export interface Said {
  readonly piece: Piece;
  readonly target: ExportTarget;
  readonly arguments: readonly string[];
}

/**
 * What a call becomes: text with places for its parts, several of them for different numbers of arguments, or a
 * function of the call that gives such a text, `undefined` where it has none.
 *
 * `{1}` first argument · `{(1)}` in brackets where it is not a single operand · `{1-1}` one less · `{*}` all · `{2*}` from the second on ·
 * `{distinct}` DISTINCT · `{order}` ORDER BY inside the brackets · `{within}` WITHIN GROUP behind them · `{key}` first
 * sort key · `{1.name}`, `{1.body}` of a lambda
 */
export type Template = string | readonly string[] | ((call: Said) => string | undefined);

type Place = ExportTarget | 'all' | 'sparks';

/** How a function of DuckDB is said elsewhere. A target that is not named, and is not meant by `all`, has no such thing. */
export interface Rule extends Readonly<Partial<Record<Place, Template | null>>> {
  readonly aggregate?: true;
  /** The argument that FILTER blanks where a target has no FILTER; the first, counted from 1, where none is said. */
  readonly blank?: number;
  /** What to do where a target has none: the sentence's second half. */
  readonly instead?: string;
  /** What can differ, by target; a function tells by the call whether it does. */
  readonly differs?: Readonly<Partial<Record<Place, string | ((call: Said) => string | undefined)>>>;
}

export type Rules = Readonly<Record<string, Rule>>;

/** What is said for a target; `sparks` are Spark and Databricks. */
export function placeOf<Value>(
  places: Readonly<Partial<Record<Place, Value>>>,
  target: ExportTarget,
): Value | undefined {
  const sparks = target === 'spark' || target === 'databricks' ? places.sparks : undefined;
  const own = places[target];
  if (own !== undefined) return own;
  return sparks === undefined ? places.all : sparks;
}

/** Why a call cannot be said in a target, and what to do. */
export function missingAdvice({ instead }: Rule, target: ExportTarget): string {
  return `${targetName(target)} has nothing like it; ${instead ?? 'compute it before, or say it in other functions'}.`;
}

/** The same name and arguments everywhere. */
export function same(...names: readonly string[]): Rules {
  return Object.fromEntries(names.map((name) => [name, { all: `${name.toUpperCase()}({*})` }]));
}

/** A rule under several names. */
export function named(names: string, rule: Rule): Rules {
  return Object.fromEntries(names.split(' ').map((name) => [name, rule]));
}
