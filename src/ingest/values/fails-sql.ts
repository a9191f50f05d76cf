import { literal, type Sql, sql } from '../../core/sql.ts';
import { castSql, plainNumberSql, trimmedSql } from './cast-sql.ts';
import {
  exponentNumberPattern,
  formattedNumberPattern,
  isoTimestampPattern,
  plainNumberPattern,
  timePattern,
  zonedTimestampPattern,
} from './patterns.ts';
import { firstZonedYear } from './survive.ts';
import type { NumberFormat, ValueType } from './value-type.ts';

/**
 * True where a text would not survive in the type, false where it would and for NULL: `survives` in SQL. Pass the cast when
 * it is at hand as a column. The first test of each CASE is the cheap one that clean values pass.
 */
export function failsSql(column: Sql, type: ValueType, cast: Sql = castSql(column, type)): Sql {
  if (type.kind === 'text') return sql`false`;
  const { quick, thorough } = testsOf(column, type, cast);
  const decided = quick === undefined ? sql`` : sql`WHEN ${quick} THEN false `;
  return sql`CASE ${decided}WHEN ${column} IS NULL THEN false WHEN ${trimmedSql(column)} = '' THEN false ELSE NOT COALESCE(${thorough}, false) END`;
}

/** True wherever `failsSql` is, and for some texts more: short enough to be asked of thousands of columns at once. */
export function doubtSql(column: Sql, type: ValueType, cast: Sql): Sql {
  if (type.kind === 'text') return sql`false`;
  const { quick } = testsOf(column, type, cast);
  return quick === undefined ? failsSql(column, type, cast) : sql`NOT COALESCE(${quick}, ${column} IS NULL)`;
}

/** Two tests that a text survives; `quick` costs little, is true for most texts, and never where `thorough` is not. */
interface Tests {
  readonly quick?: Sql;
  readonly thorough: Sql;
}

function testsOf(column: Sql, type: Exclude<ValueType, { kind: 'text' }>, cast: Sql): Tests {
  const text = trimmedSql(column);
  switch (type.kind) {
    case 'boolean':
      return { quick: sql`${column} IN ('true', 'false')`, thorough: sql`lower(${text}) IN ('true', 'false')` };
    case 'bigint':
    case 'hugeint':
      return { quick: reads(cast, column), thorough: reads(cast, text) };
    case 'double':
      return doubleTests(column, type.format, cast);
    case 'decimal':
      return decimalTests(column, type, cast);
    case 'date':
    case 'timestamp':
      return dateTests(column, type, cast);
    case 'time':
      return { quick: sql`${reads(cast, column)} AND ${cast} < TIME '24:00:00'`, thorough: matches(text, timePattern) };
  }
}

/** The engine writes the value just as the text does. */
const reads = (cast: Sql, text: Sql): Sql => sql`CAST(${cast} AS VARCHAR) = ${text}`;

const matches = (text: Sql, pattern: string): Sql => sql`regexp_full_match(${text}, ${literal(pattern)})`;

/** Fifteen characters hold at most fifteen digits, and those always survive. */
function doubleTests(column: Sql, format: NumberFormat | undefined, cast: Sql): Tests {
  const text = trimmedSql(column);
  const plain = format === undefined ? plainNumberPattern : formattedNumberPattern(format);
  const any = format === undefined ? `${plainNumberPattern}|${exponentNumberPattern}` : plain;
  const digits = significantDigits(plainNumberSql(text, format));
  return {
    quick: sql`strlen(${column}) <= 15 AND ${matches(column, plain)}`,
    thorough: sql`${matches(text, any)} AND isfinite(${cast}) AND ${digits} = ${significantDigits(sql`CAST(${cast} AS VARCHAR)`)}`,
  };
}

function significantDigits(number: Sql): Sql {
  return sql`trim(regexp_replace(regexp_replace(${number}, '[eE].*$', ''), '[-.]', '', 'g'), '0')`;
}

function decimalTests(column: Sql, type: Extract<ValueType, { kind: 'decimal' }>, cast: Sql): Tests {
  const text = trimmedSql(column);
  const pattern = type.format === undefined ? plainNumberPattern : formattedNumberPattern(type.format);
  const shortFraction = String.raw`[^.]*(?:\.[0-9]{0,${type.scale}}0*)?`;
  return {
    ...(type.format === undefined && { quick: reads(cast, column) }),
    thorough: sql`${matches(text, pattern)} AND ${matches(plainNumberSql(text, type.format), shortFraction)} AND ${cast} IS NOT NULL`,
  };
}

function dateTests(column: Sql, type: Extract<ValueType, { kind: 'date' | 'timestamp' }>, cast: Sql): Tests {
  const text = trimmedSql(column);
  const inRange =
    type.kind === 'date'
      ? sql`${cast} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'`
      : sql`${cast} BETWEEN TIMESTAMP '0001-01-01 00:00:00' AND TIMESTAMP '9999-12-31 23:59:59.999999'`;
  if (type.layout !== undefined) return { thorough: inRange };
  if (type.kind === 'timestamp' && type.zoned === true) {
    const shape = matches(text, zonedTimestampPattern);
    return { thorough: sql`${shape} AND ${text} >= ${literal(firstZonedYear)} AND ${cast} IS NOT NULL` };
  }
  const shape = type.kind === 'date' ? reads(cast, text) : matches(text, isoTimestampPattern);
  return { quick: sql`${reads(cast, column)} AND ${inRange}`, thorough: sql`${shape} AND ${inRange}` };
}
