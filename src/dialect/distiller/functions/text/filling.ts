import { type Sql, sql } from '../../../../core/sql.ts';
import { asBinary } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { blob, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry, ScalarEntry } from '../contract.ts';
import { fromHex } from '../conversion/from-hex.ts';
import { refuseLength, withinCharacters } from '../limits.ts';
import { scalar } from '../scalar-entry.ts';
import { countAt, integerAt, isBinary, textAt } from './arguments.ts';

/** Repetitions of a text that need no look at its length. */
const fewTimes = 1000;

/** A length in characters, none of them below 0 or above the limit. */
function lengthAt(call: FunctionCall, index: number): Sql {
  const constant = call.constant(index);
  if (typeof constant !== 'number') {
    return once(integerAt(call, index), (count) =>
      withinCharacters(call, sql`CASE WHEN ${count} < 0 THEN 0 ELSE ${count} END`, count),
    );
  }
  refuseLength(call, constant, index);
  return countAt(call, index);
}

/** Text filled up to a length, or cut to it; without anything to fill with it is only cut. */
function padded(call: FunctionCall, native: Sql): Typed {
  return isBinary(call.argument(0)) ? paddedBytes(call, native) : typed(paddedText(call, native), varchar);
}

/** Bytes by their hexadecimal digits; zeros fill where nothing else is given. */
function paddedBytes(call: FunctionCall, native: Sql): Typed {
  const fill = call.count === 2 ? sql`'00'` : sql`hex(${asBinary(call.argument(2))})`;
  const digits = sql`${native}(hex(${call.argument(0).sql}), CAST(2 * ${lengthAt(call, 1)} AS INTEGER), ${fill})`;
  return typed(fromHex(digits), blob);
}

function paddedText(call: FunctionCall, native: Sql): Sql {
  const [text, length] = [textAt(call, 0), lengthAt(call, 1)];
  if (call.count === 2) return sql`${native}(${text}, ${length}, ' ')`;
  const fill = textAt(call, 2);
  if (call.constant(2) === '') return sql`left(${text}, ${length})`;
  if (typeof call.constant(2) === 'string') return sql`${native}(${text}, ${length}, ${fill})`;
  return once(
    text,
    (t) =>
      sql`CASE WHEN ${fill} = '' THEN left(${t}, ${length}) ELSE ${native}(${t}, ${length}, CASE WHEN ${fill} = '' THEN ' ' ELSE ${fill} END) END`,
  );
}

const padding = (signature: string, summary: string, native: Sql): ScalarEntry =>
  scalar(signature, summary, (call) => padded(call, native));

function repeated(call: FunctionCall): Typed {
  const constant = call.constant(1);
  const [text, count] = [textAt(call, 0), countAt(call, 1)];
  if (typeof constant === 'number' && constant <= fewTimes) return typed(sql`repeat(${text}, ${count})`, varchar);
  const whole = once(text, (t) =>
    once(count, (times) => sql`repeat(${t}, ${withinCharacters(call, times, sql`length(${t}) * ${times}`)})`),
  );
  return typed(whole, varchar);
}

/** Text made longer. */
export const fillingFunctions: readonly FunctionEntry[] = [
  padding('lpad(text, length[, fill])', 'The text filled at the left up to a length, or cut to it.', sql`lpad`),
  scalar('repeat(text, count)', 'The text so many times.', repeated),
  padding('rpad(text, length[, fill])', 'The text filled at the right up to a length, or cut to it.', sql`rpad`),
  scalar('space(count)', 'So many blanks.', (call) => typed(sql`repeat(' ', ${lengthAt(call, 0)})`, varchar)),
];
