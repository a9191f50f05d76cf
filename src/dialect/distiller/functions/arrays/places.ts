import { literal, type Sql, sql } from '../../../../core/sql.ts';
import type { FunctionCall } from '../contract.ts';

const advice = 'Places in an array count from 1, or from -1 at the end: there is no place 0.';

/** Refuses the place 0 in the second argument where it is written out. */
export function refusePlaceZero(call: FunctionCall): void {
  if (call.constant(1) === 0) call.fail(advice, undefined, 1);
}

/** The same while the statement runs. */
export function placeZero(call: FunctionCall): Sql {
  return sql`error(${literal(`${call.name}: ${advice}`)})`;
}
