import { sql } from '../../../../core/sql.ts';
import { asBigint, asInteger } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { type Shift, shifted } from '../../translate/shift.ts';
import { integer, tinyint, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

const shift = (call: FunctionCall, direction: Shift): Typed => shifted(direction, call.argument(0), call.argument(1));

/** Bits of whole numbers. */
export const bits: readonly FunctionEntry[] = [
  scalar('bit_count(number)', 'How many bits are set, in 64.', (call) =>
    typed(sql`CAST(bit_count(${asBigint(call.argument(0))}) AS INTEGER)`, integer),
  ),
  scalar(
    'bit_get(number, position)',
    'The bit at a position, counted from 0 at the right.',
    (call) =>
      typed(
        sql`CAST((${operand(asBigint(call.argument(0)))} >> ${operand(asInteger(call.argument(1)))}) & 1 AS TINYINT)`,
        tinyint,
      ),
    ['getbit'],
  ),
  scalar('shiftleft(number, steps)', 'The bits moved to the left, in 32 bits, or 64 of a BIGINT.', (call) =>
    shift(call, 'left'),
  ),
  scalar('shiftright(number, steps)', 'The bits moved to the right; the sign stays.', (call) => shift(call, 'right')),
  scalar('shiftrightunsigned(number, steps)', 'The bits moved to the right; zeros come in from the left.', (call) =>
    shift(call, 'unsigned'),
  ),
];
