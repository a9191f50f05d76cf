import type { Sql } from '../../../../core/sql.ts';
import { asDouble, castTo } from '../../translate/coerce.ts';
import { type DataType, double, isNumeric, type Typed } from '../../translate/typed.ts';
import { commonTypeOf } from '../../translate/unify.ts';

/** A value where the engine wants DOUBLE: numbers widen by themselves. */
export function asNumber(value: Typed): Sql {
  return isNumeric(value.type) ? value.sql : asDouble(value);
}

/** A number as it is; anything else as DOUBLE, as Spark counts text in arithmetic. */
export function numeric(value: Typed): Typed {
  return isNumeric(value.type) ? value : castTo(value, double);
}

/** Numbers with the type that holds all of them; the engine widens the values itself. */
export function numericOf(values: readonly Typed[]): { readonly values: readonly Sql[]; readonly type: DataType } {
  const numbers = values.map(numeric);
  return { values: numbers.map(({ sql }) => sql), type: commonTypeOf(numbers) };
}
