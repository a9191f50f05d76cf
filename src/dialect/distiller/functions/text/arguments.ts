import { rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asInteger, asText } from '../../translate/coerce.ts';
import { type DataType, familyOf, integer, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** The argument at `index` as text. */
export const textAt = (call: FunctionCall, index: number): Sql => asText(call.argument(index));

/** The argument at `index` as INTEGER; a whole number stays as it was written. */
export function integerAt(call: FunctionCall, index: number): Sql {
  const value = call.argument(index);
  return familyOf(value.type) === 'integer' ? value.sql : asInteger(value);
}

/** A number that counts something, never below 0. */
export function countAt(call: FunctionCall, index: number): Sql {
  const constant = call.constant(index);
  const value = integerAt(call, index);
  if (typeof constant === 'number') return constant < 0 ? sql`0` : value;
  return sql`CASE WHEN ${value} < 0 THEN 0 ELSE ${value} END`;
}

export const isBinary = ({ type }: Typed): boolean => familyOf(type) === 'binary';

/** A function whose arguments are all text, passed on in their order to `native`. */
export function ofTexts(
  signature: string,
  summary: string,
  native: string,
  type: DataType = varchar,
  aliases: readonly string[] = [],
): ScalarEntry {
  return scalar(signature, summary, (call) => typed(textCall(native, call, type), type), aliases);
}

function textCall(native: string, call: FunctionCall, type: DataType): Sql {
  const list = call
    .arguments()
    .map(asText)
    .reduce((all, value, index) => (index === 0 ? value : sql`${all}, ${value}`), sql``);
  const result = sql`${rawSql(native)}(${list})`;
  return type === integer ? sql`CAST(${result} AS INTEGER)` : result;
}
