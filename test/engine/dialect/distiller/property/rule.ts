import type { ValueType } from './value-types.ts';

/** A constant that is written out: in Data Distiller SQL, and in the engine's where that differs. */
export type Constant = readonly [text: string, twin?: string];

/** What stands in a place of a rule. */
export type Place =
  | ValueType
  | { readonly constants: readonly Constant[] }
  | {
      readonly lambda: readonly ValueType[];
      readonly body: ValueType;
      /** What each parameter stands for in the twin, made of the names `$0`, `$1` of the engine's lambda. */
      readonly reads?: readonly string[];
    };

/**
 * One kind of node: Data Distiller SQL beside SQL of the engine with the meaning that Spark's documentation gives it.
 * `{0}` is the first place, `{0@11}` one that takes operators from that level up without brackets, `{1.0}` the first
 * name of a lambda of the engine.
 */
export interface Rule {
  readonly kind: string;
  readonly result: ValueType;
  readonly places: readonly Place[];
  readonly text: string;
  readonly twin: string;
  /** How tightly what is written binds. */
  readonly level: number;
}

/** How tightly operators bind, loosest first. Source: Spark 3.5, SqlBaseParser.g4. */
export const level = {
  or: 1,
  and: 2,
  not: 3,
  predicate: 4,
  comparison: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  sum: 10,
  product: 11,
  sign: 12,
  primary: 13,
} as const;

/** A call or another form in brackets of its own. */
export function call(result: ValueType, kind: string, places: readonly Place[], text: string, twin: string): Rule {
  return { kind, result, places, text, twin, level: level.primary };
}

/** An operator, which needs brackets among tighter ones. */
export function operator(
  result: ValueType,
  kind: string,
  binds: number,
  places: readonly Place[],
  text: string,
  twin: string,
): Rule {
  return { kind, result, places, text, twin, level: binds };
}

/** One of the constants; `twin` is the same text where it is left out. */
export const one = (...constants: readonly (string | Constant)[]): Place => ({
  constants: constants.map((constant) => (typeof constant === 'string' ? [constant] : constant)),
});

/** Text constants, written alike in both languages: without backslashes. */
export const quoted = (...texts: readonly string[]): Place =>
  one(...texts.map((text) => `'${text.replaceAll("'", "''")}'`));

/** A lambda argument. */
export const lambda = (parameters: readonly ValueType[], body: ValueType, reads?: readonly string[]): Place => ({
  lambda: parameters,
  body,
  ...(reads !== undefined && { reads }),
});
