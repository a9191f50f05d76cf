import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asInterval, asTimestamp } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { structOf, timestamp, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { type Duration, durationAt, readDuration } from './duration.ts';

/**
 * Windows of time, to group by. Where they stand in the SELECT list or in GROUP BY, the translation of SELECT makes their rows; what is
 * here serves every other place.
 */
export const timeWindows: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['window'],
    signature: "window(time, '10 minutes'[, slide[, start]])",
    summary:
      'The window of time that holds a moment, as a struct of start and end; each of several where they overlap. Windows count from 1970 in UTC.',
    arity: [2, 4],
    translate(call) {
      const shape = readWindow(call);
      return shape.count === 1 ? typed(fixedWindow(shape), windowType) : notHere(call);
    },
  },
  {
    kind: 'scalar',
    names: ['window_time'],
    signature: 'window_time(window)',
    summary: 'The last microsecond of a window of time.',
    arity: [1, 1],
    translate: (call) => typed(lastMoment(call.argument(0)), timestamp),
  },
  {
    kind: 'scalar',
    names: ['session_window'],
    signature: "session_window(time, '5 minutes')",
    summary: 'In GROUP BY: the session that holds a moment, which ends when so much time has passed without another.',
    arity: [2, 2],
    translate: notHere,
  },
];

/** `STRUCT(start TIMESTAMP, end TIMESTAMP)`. */
export const windowType = structOf([
  ['start', timestamp],
  ['end', timestamp],
]);

/** What is written of a window of time. */
export interface WindowShape {
  readonly time: Sql;
  readonly length: Duration;
  readonly slide: Duration;
  readonly origin: Sql;
  /** How many windows hold a moment, at most. */
  readonly count: number;
}

/** Reads the arguments of `window`. */
export function readWindow(call: FunctionCall): WindowShape {
  const length = durationAt(call, 1);
  const slide = call.count > 2 ? durationAt(call, 2) : length;
  const start = call.count > 3 ? durationAt(call, 3) : undefined;
  if (length.microseconds <= 0) call.fail('A window of time is longer than nothing.', undefined, 1);
  if (slide.microseconds <= 0 || slide.microseconds > length.microseconds)
    call.fail('Windows of time slide by more than nothing and by no more than their length.', undefined, 2);
  if (start !== undefined && Math.abs(start.microseconds) >= slide.microseconds)
    call.fail('The start of windows of time is less than what they slide by.', undefined, 3);
  return {
    time: timeOf(call.argument(0)),
    length,
    slide,
    origin: start === undefined ? sql`TIMESTAMP '1970-01-01'` : sql`TIMESTAMP '1970-01-01' + ${start.sql}`,
    count: Math.ceil(length.microseconds / slide.microseconds),
  };
}

/** The struct of a moment's only window. */
export function fixedWindow(shape: WindowShape): Sql {
  return once(lastStart(shape), (at) => windowFrom(at, shape));
}

/** The struct of the window that begins at a moment. */
export function windowFrom(start: Sql, { length }: WindowShape): Sql {
  return sql`{'start': ${start}, 'end': ${operand(start)} + ${length.sql}}`;
}

/** The starts of all windows that hold a moment, as a list. */
export function windowStarts(shape: WindowShape): Sql {
  const { slide, length, count, time } = shape;
  const starts = once(
    lastStart(shape),
    (last) => sql`generate_series(${last} - ${literal(count - 1)} * ${slide.sql}, ${last}, ${slide.sql})`,
  );
  if (length.microseconds % slide.microseconds === 0) return starts;
  return sql`list_filter(${starts}, lambda _start: _start + ${length.sql} > ${time})`;
}

/** Reads the arguments of `session_window`: a moment, and what ends its session if nothing else follows. */
export function readSession(call: FunctionCall): { readonly time: Sql; readonly end: Sql } {
  const time = timeOf(call.argument(0));
  const written = call.constant(1);
  const gap = typeof written === 'string' ? readDuration(written)?.sql : asInterval(call.argument(1));
  if (gap === undefined) return call.fail("A gap is written as '5 minutes'.", undefined, 1);
  return { time, end: sql`${operand(time)} + ${gap}` };
}

function lastStart({ slide, time, origin }: WindowShape): Sql {
  return sql`time_bucket(${slide.sql}, ${time}, ${origin})`;
}

/** A window of time stands for its last microsecond. */
const timeOf = (value: Typed): Sql => (value.type.kind === 'struct' ? lastMoment(value) : asTimestamp(value));

const lastMoment = ({ sql: value }: Typed): Sql => sql`(struct_extract(${value}, 'end') - INTERVAL 1 MICROSECOND)`;

function notHere(call: FunctionCall): never {
  return call.fail(
    `“${call.name}” makes rows: it can stand in the SELECT list and in GROUP BY only.`,
    'Make it a column of a subquery first, and use that.',
  );
}
