import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { castNested, nesting } from './cast-nested.ts';
import { castNumber } from './cast-number.ts';
import { castText } from './cast-text.ts';
import { castTime } from './cast-time.ts';
import { operand } from './operand.ts';
import {
  bigint,
  blob,
  boolean,
  type DataType,
  date,
  double,
  familyOf,
  integer,
  interval,
  timestamp,
  type Typed,
  typed,
  varchar,
} from './typed.ts';
import { typeText } from '../../type-tree.ts';

/**
 * A cast with Spark's meaning where ANSI mode is off: fractions are cut, not rounded; what does not fit the target gives
 * NULL; integers wrap. Source: Spark SQL reference, "ANSI compliance", casts with `spark.sql.ansi.enabled=false`.
 */
export function castTo(value: Typed, target: DataType): Typed {
  const from = familyOf(value.type);
  const sameType = typeText(value.type) === typeText(target);
  if (sameType && from !== 'unknown') return typed(value.sql, target);
  if (from === 'null') return typed(sql`CAST(NULL AS ${typeSql(target)})`, target);
  switch (familyOf(target)) {
    case 'text':
      return typed(castText(value), target);
    case 'integer':
    case 'fractional':
    case 'decimal':
      return typed(castNumber(value, target), target);
    case 'boolean':
      return typed(castBoolean(value), target);
    case 'date':
    case 'timestamp':
      return typed(castTime(value, target), target);
    case 'binary':
      return typed(castBinary(value), target);
    default:
      return typed(
        castNested(value, target, castTo, nesting(target)) ?? sql`TRY_CAST(${value.sql} AS ${typeSql(target)})`,
        target,
      );
  }
}

/** A type as SQL. */
export function typeSql(type: DataType): Sql {
  return rawSql(typeText(type));
}

/** The engine knows the same words for true and false as Spark: t, true, y, yes, 1 and their opposites. */
function castBoolean({ sql: value, type }: Typed): Sql {
  switch (familyOf(type)) {
    case 'text':
      return sql`TRY_CAST(trim(${value}) AS BOOLEAN)`;
    case 'integer':
    case 'decimal':
    case 'fractional':
      return sql`(${operand(value)} <> 0)`;
    case 'timestamp':
      return sql`(epoch_us(${value}) <> 0)`;
    default:
      return sql`TRY_CAST(${value} AS BOOLEAN)`;
  }
}

/** Text as UTF-8, whole numbers as their bytes from the highest down. */
function castBinary({ sql: value, type }: Typed): Sql {
  switch (familyOf(type)) {
    case 'text':
      return sql`encode(${castText(typed(value, type))})`;
    case 'unknown':
      return sql`encode(CAST(${value} AS VARCHAR))`;
    case 'integer': {
      const digits = { TINYINT: 2, SMALLINT: 4, INTEGER: 8 }[typeText(type)] ?? 16;
      return sql`unhex(right(lpad(hex(${value}), 16, '0'), ${literal(digits)}))`;
    }
    default:
      return sql`TRY_CAST(${value} AS BLOB)`;
  }
}

/** Implicit conversions: nothing is written where the value has the type already. */
export const asText = (value: Typed): Sql => castTo(value, varchar).sql;
export const asDouble = (value: Typed): Sql => castTo(value, double).sql;
export const asInteger = (value: Typed): Sql => castTo(value, integer).sql;
export const asBigint = (value: Typed): Sql => castTo(value, bigint).sql;
export const asBoolean = (value: Typed): Sql => castTo(value, boolean).sql;
/** A truth value where NULL counts as FALSE. */
export const asCondition = (value: Typed): Sql => value.condition ?? asBoolean(value);
export const asDate = (value: Typed): Sql => castTo(value, date).sql;
export const asTimestamp = (value: Typed): Sql => castTo(value, timestamp).sql;
export const asBinary = (value: Typed): Sql => castTo(value, blob).sql;
export const asInterval = (value: Typed): Sql => castTo(value, interval).sql;
