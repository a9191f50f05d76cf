import { type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asInteger, castTo } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { bigint, type DataType, familyOf, integer, tinyint, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

const hugeint: DataType = { kind: 'scalar', name: 'HUGEINT' };

const isBigint = ({ type }: Typed): boolean => type.kind === 'scalar' && type.name === 'BIGINT';

/** A shift of 32 or 64 bits: Java counts its width round. */
function shifted(call: FunctionCall, shift: (value: Sql, steps: Sql, wide: boolean) => Sql): Typed {
  const value = call.argument(0);
  const type = isBigint(value) ? bigint : integer;
  const wide = type === bigint;
  const steps = sql`(${operand(asInteger(call.argument(1)))} & ${wide ? sql`63` : sql`31`})`;
  return castTo(typed(shift(castTo(value, type).sql, steps, wide), hugeint), type);
}

const powerOfTwo = (steps: Sql): Sql => sql`CAST(pow(2, ${steps}) AS HUGEINT)`;

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
    shifted(call, (value, steps) => sql`CAST(${value} AS HUGEINT) * ${powerOfTwo(steps)}`),
  ),
  scalar('shiftright(number, steps)', 'The bits moved to the right; the sign stays.', (call) => {
    const value = call.argument(0);
    const type = isBigint(value) ? bigint : integer;
    const mask = type === bigint ? sql`63` : sql`31`;
    const number = operand(familyOf(value.type) === 'integer' ? value.sql : castTo(value, type).sql);
    return typed(sql`(${number} >> (${operand(asInteger(call.argument(1)))} & ${mask}))`, type);
  }),
  scalar('shiftrightunsigned(number, steps)', 'The bits moved to the right; zeros come in from the left.', (call) =>
    shifted(call, (value, steps, wide) => {
      const unsigned = sql`(CAST(${value} AS HUGEINT) & ${wide ? sql`18446744073709551615` : sql`4294967295`})`;
      return sql`${unsigned} // ${powerOfTwo(steps)}`;
    }),
  ),
];
