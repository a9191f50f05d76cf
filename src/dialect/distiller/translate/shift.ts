import { type Sql, sql } from '../../../core/sql.ts';
import { asInteger, castTo } from './coerce.ts';
import { operand } from './operand.ts';
import { bigint, type DataType, familyOf, integer, type Typed, typed } from './typed.ts';

/** `left` fills zeros in from the right, `right` keeps the sign, `unsigned` fills zeros in from the left. */
export type Shift = 'left' | 'right' | 'unsigned';

const hugeint: DataType = { kind: 'scalar', name: 'HUGEINT' };

/**
 * Bits moved as Java moves them: in 32 bits, or in 64 of a BIGINT; what leaves them is lost, and steps are counted modulo
 * the width.
 */
export function shifted(shift: Shift, value: Typed, by: Typed): Typed {
  const wide = value.type.kind === 'scalar' && value.type.name === 'BIGINT';
  const type = wide ? bigint : integer;
  const steps = sql`(${operand(asInteger(by))} & ${wide ? sql`63` : sql`31`})`;
  if (shift === 'right') {
    const number = operand(familyOf(value.type) === 'integer' ? value.sql : castTo(value, type).sql);
    return typed(sql`(${number} >> ${steps})`, type);
  }
  const number = sql`CAST(${castTo(value, type).sql} AS HUGEINT)`;
  const moved =
    shift === 'left'
      ? sql`${number} * ${powerOfTwo(steps)}`
      : sql`(${number} & ${wide ? sql`18446744073709551615` : sql`4294967295`}) // ${powerOfTwo(steps)}`;
  return castTo(typed(moved, hugeint), type);
}

const powerOfTwo = (steps: Sql): Sql => sql`CAST(pow(2, ${steps}) AS HUGEINT)`;
