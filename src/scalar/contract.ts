/**
 * How an argument reaches a function. `bytes` are read in place and must not be kept; `value` is a
 * text or a number, `raw` bytes or a number.
 */
export type ArgumentKind = 'text' | 'bytes' | 'double' | 'integer' | 'value' | 'raw';

/** What a function gives. The engine has no way to take bytes: they come as hexadecimal digits, for `unhex` in SQL. */
export type ResultKind = 'text' | 'bytes' | 'double' | 'integer' | 'bigint' | 'boolean';

interface Arguments {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly double: number;
  readonly integer: number;
  readonly value: string | number;
  readonly raw: Uint8Array | number;
}

/** Two halves of a number of 64 bits, each of 32. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

interface Results {
  readonly text: string;
  /** They are copied at once: a function may give the same array for every row. */
  readonly bytes: Uint8Array;
  readonly double: number;
  readonly integer: number;
  /** Halves, which may be the same object for every row, are many times faster than a bigint. */
  readonly bigint: bigint | Halves;
  readonly boolean: boolean;
}

/** An argument as a function sees it. */
export type Argument = Arguments[ArgumentKind];

/** What a row can give; `null` is NULL. */
export type Result = Results[ResultKind] | null;

/** What stands before the name of each of our functions: SQL of ours calls them, and nobody is offered them. */
export const scalarPrefix = 'sh_';

/** A function of SQL, made of one that works on one row. */
export interface ScalarFunction {
  /** As SQL calls it, `sh_` in front. */
  readonly name: string;
  readonly takes: readonly ArgumentKind[];
  /** How many of `takes` may be left out at the end. */
  readonly optional: number;
  /** The kinds of any number of further arguments, in turn. */
  readonly rest: readonly ArgumentKind[];
  readonly gives: ResultKind;
  /** Whether the function sees NULL arguments; otherwise each of them makes the row NULL. Constant ones always do. */
  readonly seesNulls: boolean;
  /** Called before the rows of each vector, which are 2,048 at most. */
  readonly begin?: () => void;
  /** Throws a sentence for values that it refuses. */
  readonly row: (...values: readonly (Argument | null)[]) => Result;
}

type Given<Kinds extends readonly ArgumentKind[]> = { readonly [Index in keyof Kinds]: Arguments[Kinds[Index]] };

interface Definition<Takes extends readonly ArgumentKind[], Gives extends ResultKind> {
  readonly name: string;
  readonly takes: Takes;
  readonly gives: Gives;
  readonly row: (...values: Given<Takes>) => Results[Gives] | null;
}

/** A function of a fixed number of arguments, none of them NULL. */
export function scalarFunction<const Takes extends readonly ArgumentKind[], const Gives extends ResultKind>(
  definition: Definition<Takes, Gives>,
): ScalarFunction {
  const row = definition.row as ScalarFunction['row']; // the caller passes what `takes` says
  return { ...definition, optional: 0, rest: [], seesNulls: false, row };
}

interface OpenDefinition {
  readonly name: string;
  readonly takes: readonly ArgumentKind[];
  readonly optional?: number;
  readonly rest?: readonly ArgumentKind[];
  readonly gives: ResultKind;
  readonly seesNulls?: boolean;
}

/** A function whose arguments vary in number or may be NULL; `row` is typed by who defines it. */
export function openFunction(
  definition: OpenDefinition & { readonly row: (...values: never[]) => Result },
): ScalarFunction {
  const row = definition.row as ScalarFunction['row']; // the caller passes what `takes` and `rest` say
  return { optional: 0, rest: [], seesNulls: false, ...definition, row };
}
