import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import type { CallExpression } from '../syntax/expression.ts';
import { asBoolean, asTimestamp } from '../translate/coerce.ts';
import { type Context, faultAt } from '../translate/context.ts';
import type { Scope } from '../translate/scope.ts';
import type { Typed } from '../translate/typed.ts';
import { type TranslatedWindow, translateWindow, windowSql } from '../translate/window.ts';

/** A function that Adobe defines over Spark's: a window function that may need windows of its own inside. */
export interface AdobeFunction {
  /** Lower-cased. */
  readonly name: string;
  readonly signature: string;
  readonly summary: string;
  readonly arity: readonly [least: number, most: number];
  translate(call: AdobeCall): Typed;
}

/** One call with its window taken apart. */
export interface AdobeCall {
  readonly count: number;
  readonly window: TranslatedWindow;
  argument(index: number): Typed;
  /** The argument as a timestamp, a condition. */
  timestamp(index: number): Sql;
  condition(index: number): Sql;
  /** A number written plainly; fails with its place for anything else. */
  number(index: number, fallback?: number): number;
  flag(index: number, fallback: boolean): boolean;
  text(index: number, fallback: string): string;
  /** Puts a value one query level further in, where this window's functions can use it. */
  lift(value: Typed, stem: string): Typed;
  fail(message: string, index?: number): never;
}

/** The window with another order or frame, in brackets. */
export function windowOf(
  { partitionBy, orderBy }: TranslatedWindow,
  frame: Sql | undefined,
  more: readonly Sql[] = [],
): Sql {
  return windowSql({ partitionBy: [...partitionBy, ...more], orderBy, frame });
}

export const running = sql`ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
export const remaining = sql`ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING`;

/** `{'name': value, …}`. */
export function structOfSql(fields: readonly (readonly [name: string, value: Sql])[]): Sql {
  return sql`{${joinSql(
    fields.map(([name, value]) => sql`${literal(name)}: ${value}`),
    ', ',
  )}}`;
}

/** Checks a call and takes it apart. */
export function adobeCall(
  { name, signature, arity: [least, most] }: AdobeFunction,
  call: CallExpression,
  scope: Scope,
  context: Context,
): AdobeCall {
  const count = call.arguments.length;
  if (count < least || count > most)
    throw faultAt(
      context,
      call.span,
      `“${name.toUpperCase()}” takes ${least === most ? least : `${least} to ${most}`} arguments, not ${count}.`,
      `It is written ${signature}.`,
    );
  if (call.over === undefined)
    throw faultAt(
      context,
      call.span,
      `“${name.toUpperCase()}” needs OVER (PARTITION BY … ORDER BY …).`,
      `It is written ${signature} OVER (PARTITION BY person ORDER BY timestamp).`,
    );
  const window = translateWindow(call.over, scope, context);
  if (window.orderBy.length === 0)
    throw faultAt(context, call.over.span, `“${name.toUpperCase()}” needs ORDER BY in its window.`);
  const fail = (message: string, index?: number): never => {
    throw faultAt(
      context,
      (index === undefined ? undefined : call.arguments[index]?.span) ?? call.span,
      message,
      `It is written ${signature}.`,
    );
  };
  const argument = (index: number): Typed => {
    const written = call.arguments[index];
    return written === undefined ? fail('An argument is missing.') : context.expression(written, scope);
  };
  const constant = (index: number): unknown => {
    const written = call.arguments[index];
    if (written?.kind === 'number') return Number(written.digits);
    if (written?.kind === 'binary' && written.operator === '*') return productOf(written);
    if (written?.kind === 'string' || written?.kind === 'boolean') return written.value;
    return undefined;
  };
  return {
    count,
    window,
    argument,
    timestamp: (index) => asTimestamp(argument(index)),
    condition: (index) => asBoolean(argument(index)),
    number(index, fallback) {
      const value = index < count ? constant(index) : fallback;
      return typeof value === 'number' ? value : fail('A plain number is expected here.', index);
    },
    flag(index, fallback) {
      const value = index < count ? constant(index) : fallback;
      return typeof value === 'boolean' ? value : fail('TRUE or FALSE is expected here.', index);
    },
    text(index, fallback) {
      const value = index < count ? constant(index) : fallback;
      return typeof value === 'string' ? value : fail('A text in quotes is expected here.', index);
    },
    lift: (value, stem) =>
      scope.lift?.(value, stem) ?? fail(`“${name.toUpperCase()}” can stand in the SELECT list only.`),
    fail,
  };
}

/** `60 * 30`: products of plain numbers, as the guide writes its time-outs. */
function productOf({
  left,
  right,
}: {
  readonly left: CallExpression['arguments'][number];
  readonly right: CallExpression['arguments'][number];
}): number | undefined {
  const value = (side: typeof left): number | undefined =>
    side.kind === 'number'
      ? Number(side.digits)
      : side.kind === 'parentheses'
        ? value(side.value)
        : side.kind === 'binary' && side.operator === '*'
          ? productOf(side)
          : undefined;
  const [a, b] = [value(left), value(right)];
  return a === undefined || b === undefined ? undefined : a * b;
}
