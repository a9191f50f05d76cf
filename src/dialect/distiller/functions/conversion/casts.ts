import { literal, sql } from '../../../../core/sql.ts';
import type { Expression } from '../../syntax/expression.ts';
import { walk } from '../../syntax/walk.ts';
import { castTo } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import {
  bigint,
  blob,
  boolean,
  type DataType,
  date,
  double,
  familyOf,
  float,
  integer,
  smallint,
  timestamp,
  tinyint,
  typed,
  varchar,
} from '../../translate/typed.ts';
import { decimal } from '../../translate/decimal.ts';
import type { FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { sparkTypeName } from './type-names.ts';

/** `int(value)` and its kin, which mean `CAST(value AS INT)`. */
const cast = (name: string, type: DataType, what: string, aliases: readonly string[] = []): ScalarEntry =>
  scalar(
    `${name}(value)`,
    `The value as ${what}; NULL where it is none.`,
    (call) => castTo(call.argument(0), type),
    aliases,
  );

function callsFunction(written: Expression | undefined): boolean {
  let found = false;
  walk(written, ({ kind }) => {
    found ||= kind === 'call';
    return !found && kind !== 'subquery';
  });
  return found;
}

/** Casts written as functions, and what type a value has. */
export const castFunctions: readonly FunctionEntry[] = [
  cast('bigint', bigint, 'BIGINT, fractions cut off'),
  cast('binary', blob, 'BINARY'),
  cast('boolean', boolean, 'BOOLEAN'),
  cast('date', date, 'DATE'),
  cast('decimal', decimal(10, 0), 'DECIMAL(10,0)'),
  cast('double', double, 'DOUBLE'),
  cast('float', float, 'FLOAT'),
  cast('int', integer, 'INT, fractions cut off'),
  cast('smallint', smallint, 'SMALLINT, fractions cut off'),
  cast('string', varchar, 'STRING'),
  cast('timestamp', timestamp, 'TIMESTAMP'),
  cast('tinyint', tinyint, 'TINYINT, fractions cut off'),
  scalar('typeof(value)', 'The name of the value’s type.', (call) => {
    const value = call.argument(0);
    const name = familyOf(value.type) === 'unknown' ? undefined : sparkTypeName(value.type);
    if (name === undefined) return typed(sql`lower(typeof(${value.sql}))`, varchar);
    if (!callsFunction(call.written(0))) return typed(literal(name), varchar);
    // the engine must see an aggregate, or there are as many rows as without it
    return typed(sql`CASE WHEN ${operand(value.sql)} IS NULL THEN ${literal(name)} ELSE ${literal(name)} END`, varchar);
  }),
];
