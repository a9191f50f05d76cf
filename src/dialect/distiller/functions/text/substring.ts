import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { isCheap, once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { blob, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { countAt, integerAt, isBinary, textAt } from './arguments.ts';

function substring(call: FunctionCall): Typed {
  const value = call.argument(0);
  if (isBinary(value)) return typed(ofBytes(call, value.sql), blob);
  const start = call.constant(1);
  const text = textAt(call, 0);
  if (typeof start === 'number' && start >= 0) {
    const from = literal(Math.max(start, 1));
    return typed(
      call.count === 2 ? sql`substring(${text}, ${from})` : sql`substring(${text}, ${from}, ${countAt(call, 2)})`,
      varchar,
    );
  }
  if (typeof start === 'number' && call.count === 2) return typed(sql`right(${text}, ${literal(-start)})`, varchar);
  const length = call.constant(2);
  if (typeof start === 'number' && typeof length === 'number' && Number.isInteger(start) && length >= 0) {
    if (start + length >= 0) return typed(sql`right(${text}, ${literal(-start)})`, varchar);
    return typed(
      once(text, (t) => fromEnd(t, start, length)),
      varchar,
    );
  }
  const whole = (t: Sql) => sql`length(${t})`;
  const [from, count] = [operand(integerAt(call, 1)), call.count === 3 ? countAt(call, 2) : undefined];
  const cut = once(text, (t) => {
    const cases = window(whole(t), from, count, (at, part) => sql`substring(${t}, ${at}, ${part})`);
    if (!isCheap(from)) return cases;
    const plain = count === undefined ? sql`substring(${t}, ${from})` : sql`substring(${t}, ${from}, ${count})`;
    return sql`CASE WHEN ${from} > 0 THEN ${plain} ELSE ${cases} END`;
  });
  return typed(cut, varchar);
}

/** A part that begins so many characters before the end, and ends before it: what a shorter text lacks is taken off. */
function fromEnd(text: Sql, start: number, length: number): Sql {
  const part = sql`substring(${text}, ${literal(start)}, ${literal(length)})`;
  const rest = sql`left(${text}, greatest(length(${text}) - ${literal(-start - length)}, 0))`;
  return sql`CASE WHEN length(${text}) >= ${literal(-start)} THEN ${part} ELSE ${rest} END`;
}

/**
 * Spark's `substringSQL`: 0 counts as 1, a negative start counts from the end, and what lies before the beginning is
 * taken off the length.
 */
function window(whole: Sql, from: Sql, count: Sql | undefined, cut: (at: Sql, length: Sql) => Sql): Sql {
  const first = sql`CASE WHEN ${from} > 0 THEN ${from} WHEN ${from} < 0 THEN ${whole} + ${from} + 1 WHEN ${from} = 0 THEN 1 END`;
  return once(first, (at) => {
    const start = sql`greatest(${at}, 1)`;
    if (count === undefined) return cut(start, whole);
    const known = sql`CASE WHEN ${at} + ${operand(count)} IS NOT NULL THEN greatest(${at} + ${operand(count)} - ${start}, 0) END`;
    return cut(start, known);
  });
}

/** Bytes by way of their hexadecimal digits, two a byte. */
function ofBytes(call: FunctionCall, value: Sql): Sql {
  const [from, count] = [operand(integerAt(call, 1)), call.count === 3 ? countAt(call, 2) : undefined];
  return once(value, (bytes) =>
    window(
      sql`octet_length(${bytes})`,
      from,
      count,
      (at, length) => sql`unhex(substring(hex(${bytes}), 2 * ${at} - 1, 2 * (${length})))`,
    ),
  );
}

/** Parts of text by their place. */
export const substringFunctions: readonly FunctionEntry[] = [
  scalar(
    'substring(text, start[, length])',
    'The part from a place on, counted from 1, or from the end when it is negative.',
    substring,
    ['substr', 'mid'],
  ),
];
