import { identifier, joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, listed, numberOf, readable, share, textOf } from '../../words.ts';
import type { TreatedColumn } from './treated-columns.ts';

interface Tables {
  readonly numbered: SqlStep;
  readonly masked: SqlStep;
}

/** What the treatment did: how much of each column is left, how it looks now, and what became of numbers. */
export function maskFindings(columns: readonly TreatedColumn[], tables: Tables): readonly Finding[] {
  const numbers = columns.filter(({ kind, name }) => kind === 'number' && name !== 'suppress' && staysNumber(name));
  return [
    treatedFinding(columns, tables),
    shapesFinding(columns, tables),
    ...(numbers.length === 0 ? [] : [numbersFinding(numbers, tables)]),
  ];
}

function staysNumber(name: TreatedColumn['name']): boolean {
  return name === 'noise' || name === 'round' || name === 'limits' || name === 'shuffle';
}

/** Both tables side by side: they have the same rows in the same order. */
function pairs({ numbered, masked }: Tables): Sql {
  return sql`FROM ${relation(numbered.creates)} AS numbered
POSITIONAL JOIN ${relation(masked.creates)} AS masked`;
}

function treatedFinding(columns: readonly TreatedColumn[], tables: Tables): Finding {
  const parts = columns.map(({ column, name }, index) => {
    const before = sql`CAST(numbered.${identifier(column)} AS VARCHAR)`;
    const after = sql`CAST(masked.${identifier(column)} AS VARCHAR)`;
    return sql`SELECT
  ${literal(index)} AS place,
  ${literal(column)} AS column_name,
  ${literal(name)} AS treatment,
  count(${before}) AS filled_before,
  count(${after}) AS filled_after,
  count(DISTINCT ${before}) AS values_before,
  count(DISTINCT ${after}) AS values_after,
  count_if(${before} = ${after}) AS unchanged
${pairs(tables)}`;
  });
  return {
    id: 'treated',
    title: 'What is left of each column',
    data: sql`WITH counts AS (
${joinSql(parts, '\nUNION ALL\n')}
)
SELECT
  * EXCLUDE (place),
  unchanged / nullif(filled_before, 0) AS unchanged_share
FROM counts
ORDER BY place`,
    reading:
      'A value that did not change is still there; as many values after as before mean that people can still be told apart by the column.',
    words: treatedWords,
  };
}

/** Letters as X and x, digits as 9: a run is kept with the project, and no value of a person belongs there. */
function shape(value: Sql): Sql {
  return sql`regexp_replace(regexp_replace(regexp_replace(left(CAST(${value} AS VARCHAR), 40), '\\p{Lu}', 'X', 'g'), '\\p{Ll}', 'x', 'g'), '\\p{Nd}', '9', 'g')`;
}

function shapesFinding(columns: readonly TreatedColumn[], { numbered, masked }: Tables): Finding {
  const parts = columns.map(
    ({ column, name }, index) => sql`SELECT
  numbered.row_id,
  ${literal(index)} AS place,
  ${literal(column)} AS column_name,
  ${shape(sql`numbered.${identifier(column)}`)} AS shape_before,
  ${name === 'shuffle' ? shape(sql`masked.${identifier(column)}`) : sql`left(CAST(masked.${identifier(column)} AS VARCHAR), 40)`} AS after
FROM (FROM ${relation(numbered.creates)} LIMIT 5) AS numbered
POSITIONAL JOIN (FROM ${relation(masked.creates)} LIMIT 5) AS masked`,
  );
  return {
    id: 'before_after',
    title: 'The first rows before and after',
    data: sql`WITH shapes AS (
${joinSql(parts, '\nUNION ALL\n')}
)
SELECT row_id AS "row", column_name, shape_before, after
FROM shapes
ORDER BY row_id, place`,
    reading:
      'Before, letters are shown as X and x and digits as 9, because what a guide finds is kept with the project; after, values are as they are.',
    words: (rows) =>
      rows.length === 0
        ? 'There are no rows to show.'
        : `The first ${counted(new Set(rows.map((row) => textOf(row.row))).size, 'row')} with ${counted(columns.length, 'treated column')}.`,
  };
}

function numbersFinding(columns: readonly TreatedColumn[], tables: Tables): Finding {
  const parts = columns.map(
    ({ column }, index) => sql`SELECT
  ${literal(index)} AS place,
  ${literal(column)} AS column_name,
  avg(numbered.${identifier(column)}) AS mean_before,
  avg(masked.${identifier(column)}) AS mean_after,
  stddev_pop(numbered.${identifier(column)}) AS spread_before,
  stddev_pop(masked.${identifier(column)}) AS spread_after
${pairs(tables)}`,
  );
  return {
    id: 'usefulness',
    title: 'What numbers still say',
    data: sql`WITH figures AS (
${joinSql(parts, '\nUNION ALL\n')}
)
SELECT
  column_name,
  mean_before,
  mean_after,
  abs(mean_after - mean_before) / nullif(abs(mean_before), 0) AS mean_moved,
  spread_before,
  spread_after
FROM figures
ORDER BY place`,
    reading: 'Noise leaves the mean nearly where it was and widens the spread; shuffling leaves both exactly.',
    words: numberWords,
  };
}

function treatedWords(rows: readonly StructValue[]): string {
  const filled = rows.reduce((sum, row) => sum + (numberOf(row.filled_before) || 0), 0);
  const head = `${counted(rows.length, 'column')} ${rows.length === 1 ? 'was' : 'were'} treated.`;
  if (filled === 0) return `${head} They hold no values.`;
  const unchanged = rows.filter((row) => numberOf(row.unchanged) > 0);
  const same = unchanged.reduce((sum, row) => sum + numberOf(row.unchanged), 0);
  const rest =
    same === 0
      ? `None of their ${counted(filled, 'value')} is what it was.`
      : `Of their ${counted(filled, 'value')}, ${counted(same, 'is', 'are')} still what they were, in ${listed(unchanged.map((row) => textOf(row.column_name)))}.`;
  return `${head} ${rest}`;
}

function numberWords(rows: readonly StructValue[]): string {
  const [most] = [...rows]
    .filter((row) => Number.isFinite(numberOf(row.mean_moved)))
    .sort((a, b) => numberOf(b.mean_moved) - numberOf(a.mean_moved));
  if (most === undefined) return 'There are no numbers whose mean could be compared.';
  return `The mean moved most in “${textOf(most.column_name)}”: from ${readable(numberOf(most.mean_before))} to ${readable(
    numberOf(most.mean_after),
  )}, that is by ${share(numberOf(most.mean_moved), 1)}.`;
}
