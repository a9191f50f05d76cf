import type { Sql } from '../../../core/sql.ts';
import type { Expression } from '../syntax/expression.ts';
import type { DataType, Typed } from '../translate/typed.ts';

/** A lambda with its parameters bound: `lambda x, i: body` once written. */
export interface TypedLambda {
  readonly parameters: readonly Sql[];
  readonly body: Typed;
}

/** One call, as its function sees it. Arguments are translated when asked for, each once. */
export interface FunctionCall {
  /** Lower-cased, as it was written: one entry may serve several names. */
  readonly name: string;
  readonly count: number;
  /** The argument at `index` from 0. Fails with its place when it is missing or a lambda. */
  argument(index: number): Typed;
  /** All of them. */
  arguments(): readonly Typed[];
  /** The argument's text where it was written as a plain literal: patterns and options that must be known beforehand. */
  constant(index: number): string | number | boolean | null | undefined;
  /** A lambda argument with parameters of these types; it may take fewer. */
  lambda(index: number, types: readonly DataType[]): TypedLambda;
  isLambda(index: number): boolean;
  /** The body of a lambda argument with its parameters standing for these values; it may take fewer. */
  apply(index: number, values: readonly Typed[]): Typed;
  /** The same of a part of its body. */
  applyPart(index: number, part: Expression, values: readonly Typed[]): Typed;
  /** The name given to an argument of a constructor: `struct(a AS x)`, or the last part of a plain name. */
  argumentName(index: number): string | undefined;
  /** The argument as it was written. */
  written(index: number): Expression | undefined;
  /** Stops with a sentence at the place of an argument, or of the call. */
  fail(message: string, remedy?: string, index?: number): never;
  /** Tells the user something that does not stop the statement. */
  notice(message: string): void;
}

/** What stands round an aggregate's brackets. */
export interface AggregateModifiers {
  readonly distinct: boolean;
  /** The condition of FILTER. */
  readonly filter?: Sql;
  /** `a DESC NULLS LAST, …` without the words ORDER BY. */
  readonly orderBy?: Sql;
  readonly nulls?: 'ignore' | 'respect';
  /** All behind OVER, brackets included. */
  readonly over?: Sql;
}

interface Documented {
  /** Lower-cased; the first is the one shown. */
  readonly names: readonly [string, ...string[]];
  /** As shown while typing: `array_contains(array, value)`. */
  readonly signature: string;
  /** One sentence on what it gives. */
  readonly summary: string;
  /** Least and most arguments; most is `Infinity` for any number. */
  readonly arity: readonly [least: number, most: number];
}

export interface ScalarEntry extends Documented {
  readonly kind: 'scalar';
  translate(call: FunctionCall): Typed;
}
export interface AggregateEntry extends Documented {
  readonly kind: 'aggregate';
  translate(call: FunctionCall, modifiers: AggregateModifiers): Typed;
}
/** A function that exists with OVER alone: ranks, lag and lead. */
export interface WindowEntry extends Documented {
  readonly kind: 'window';
  translate(call: FunctionCall, modifiers: AggregateModifiers & { readonly over: Sql }): Typed;
}
/** Makes rows: `explode`, `inline`, `stack`. */
export interface GeneratorEntry extends Documented {
  readonly kind: 'generator';
  /** `outer` gives one row of NULLs where there is none. */
  readonly outer: boolean;
  translate(call: FunctionCall): Generated;
}

/** A list of structs, one a row to make, with the columns they become. */
export interface Generated {
  readonly rows: Sql;
  /** For a single column: the plain list of its values, which is faster than structs of one field. */
  readonly values?: Sql;
  readonly columns: readonly { readonly name: string; readonly type: DataType }[];
}

export type FunctionEntry = ScalarEntry | AggregateEntry | WindowEntry | GeneratorEntry;
