import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { ColumnPath } from '../../modules/column-paths.ts';
import type { Comparison, Operator } from './rule.ts';

/** A day that a rule counts from: `today()`, or a fixed one to look back. */
export type Today = Sql;

/** How many values an operator takes; `many` is one or more. */
export const valueCounts: Readonly<Record<Operator, 0 | 1 | 2 | 'many'>> = {
  is: 'many',
  'is-not': 'many',
  contains: 1,
  'starts-with': 1,
  'less-than': 1,
  'at-most': 1,
  'at-least': 1,
  'more-than': 1,
  between: 2,
  'in-last-days': 1,
  'before-last-days': 1,
  'is-known': 0,
  'is-missing': 0,
};

const signs = { 'less-than': '<', 'at-most': '<=', 'at-least': '>=', 'more-than': '>' } as const;

/** A comparison as SQL that is true or not, never NULL for negated ones. Throws `input-invalid` for values that do not fit. */
export function comparisonSql({ operator, values }: Comparison, path: ColumnPath, today: Today): Sql {
  const wanted = valueCounts[operator];
  const given = values.length;
  if (wanted === 'many' ? given === 0 : given !== wanted) {
    throw invalid(path, wanted === 2 ? 'needs two values' : 'needs a value');
  }
  const value = (index: number) => valueSql(values[index] ?? '', path);
  const all = () =>
    joinSql(
      values.map((_, index) => value(index)),
      ', ',
    );
  switch (operator) {
    case 'is':
      return given === 1 ? sql`${path.sql} = ${value(0)}` : sql`${path.sql} IN (${all()})`;
    case 'is-not':
      return given === 1 ? sql`${path.sql} IS DISTINCT FROM ${value(0)}` : sql`(${path.sql} IN (${all()})) IS NOT TRUE`;
    case 'contains':
      return sql`contains(lower(${path.sql}), lower(${literal(values[0] ?? '')}))`;
    case 'starts-with':
      return sql`starts_with(lower(${path.sql}), lower(${literal(values[0] ?? '')}))`;
    case 'less-than':
    case 'at-most':
    case 'at-least':
    case 'more-than':
      return sql`${path.sql} ${rawSql(signs[operator])} ${value(0)}`;
    case 'between':
      return sql`${path.sql} BETWEEN ${value(0)} AND ${value(1)}`;
    case 'in-last-days':
      return sql`${path.sql} >= ${today} - INTERVAL ${dayCount(values[0], path)} DAY`;
    case 'before-last-days':
      return sql`${path.sql} < ${today} - INTERVAL ${dayCount(values[0], path)} DAY`;
    case 'is-known':
      return sql`${path.sql} IS NOT NULL`;
    case 'is-missing':
      return sql`${path.sql} IS NULL`;
  }
}

/** A value as a literal of the column's kind. */
function valueSql(value: string, path: ColumnPath): Sql {
  switch (path.kind) {
    case 'number':
      if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value)) throw invalid(path, `is a number, and “${value}” is none`);
      return rawSql(value);
    case 'boolean':
      if (!/^(true|false)$/i.test(value)) throw invalid(path, 'is either true or false');
      return rawSql(value.toUpperCase());
    case 'time': {
      if (!/^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(value)) {
        throw invalid(path, `is a day or time, written as 2026-12-31: “${value}” is none`);
      }
      return value.length === 10 ? sql`DATE ${literal(value)}` : sql`TIMESTAMP ${literal(value.replace('T', ' '))}`;
    }
    default:
      return literal(value);
  }
}

function dayCount(value: string | undefined, path: ColumnPath): Sql {
  if (path.kind !== 'time') throw invalid(path, 'holds no days or times');
  if (value === undefined || !/^[1-9]\d{0,4}$/.test(value)) throw invalid(path, 'needs a whole number of days');
  return rawSql(value);
}

function invalid({ label }: ColumnPath, what: string): StillhouseError {
  return new StillhouseError('input-invalid', `“${label}” ${what}.`, { remedy: 'Correct this condition.' });
}
