import { identifier, joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { quantileBin } from '../quantile-bin.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import type { DecilesInput } from './input.ts';
import { type Lookback, startSql } from './lookbacks.ts';

/** The sum of each person, group and look-back. */
export function totalsStep(
  source: SourceDataset,
  input: DecilesInput,
  lookbacks: readonly Lookback[],
  context: PlanContext,
): SqlStep {
  return {
    kind: 'sql',
    id: 'totals',
    title: 'What each person adds up to',
    explanation: {
      what: 'Adds up the value of each person and group, once for every look-back, in one pass over the rows.',
      why: 'Conditional sums read the data once, however many look-backs there are.',
      caution:
        'Who has no row in a look-back has no total there, which is not a total of 0, and is not ranked. Totals are rounded to six decimals, so that sums of the same amounts are equal in whatever order they are added.',
    },
    as: 'view',
    creates: context.scratch('totals'),
    query: totalsSql(source, input, lookbacks),
  };
}

function totalsSql(source: SourceDataset, input: DecilesInput, lookbacks: readonly Lookback[]): Sql {
  const person = source.column(input.person).sql;
  const time = source.column(input.time).sql;
  const amount = source.column(input.amount).sql;
  const group =
    input.group === ''
      ? literal('everyone')
      : sql`coalesce(CAST(${source.column(input.group).sql} AS VARCHAR), 'none')`;
  const known = [person, time, amount].map((value) => sql`${value} IS NOT NULL`);
  const asOf =
    input.day === ''
      ? sql`(SELECT CAST(max(event_time) AS DATE) + 1 FROM movements)`
      : sql`CAST(${literal(input.day)} AS DATE)`;
  const columns = lookbacks.map((lookback) => {
    const start = startSql(lookback);
    const from = identifier(`${lookback.name}_from`);
    return {
      starts: start === undefined ? [] : [sql`${start} AS ${from}`],
      sum: sql`sum("value")${start === undefined ? sql`` : sql` FILTER (WHERE event_time >= ${from})`} AS ${identifier(lookback.name)}`,
    };
  });
  const names = lookbacks.map(({ name }) => name);
  return sql`WITH movements AS NOT MATERIALIZED (
  SELECT
    ${person} AS person,
    ${group} AS group_name,
    CAST(${time} AS TIMESTAMP) AS event_time,
    CAST(${amount} AS DOUBLE) AS "value"
  FROM ${source.from}${whereSql([...known, ...givenConditions(input.condition)], '  ')}
), as_of_day AS (
  SELECT ${asOf} AS as_of
), starts AS (
  SELECT
    ${joinSql([sql`as_of`, ...columns.flatMap(({ starts }) => starts)], ',\n    ')}
  FROM as_of_day
), sums AS (
  SELECT
    person,
    group_name,
    ${joinSql(
      columns.map(({ sum }) => sum),
      ',\n    ',
    )}
  FROM movements
  CROSS JOIN starts${input.day === '' ? sql`` : sql`\n  WHERE event_time < as_of`}
  GROUP BY person, group_name
)
SELECT
  CAST(lookback AS ENUM (${joinSql(names.map(literal), ', ')})) AS lookback,
  group_name,
  person,
  round(total, 6) AS total
FROM sums
UNPIVOT (total FOR lookback IN (${joinSql(names.map(identifier), ', ')}))`;
}

/** The bucket of each total among those of its look-back and group. */
export function bucketsStep(totals: SqlStep, input: DecilesInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'buckets',
    title: 'Buckets within each group',
    explanation: {
      what: `Ranks people by their total within look-back and group, and cuts the ranking into ${input.bins} parts.`,
      why: 'Within its group, each person is compared with equals: the best of a low level are not lost among the high.',
      caution: 'Splitting ties puts people of the same total into different buckets; the findings say how many.',
    },
    as: 'table',
    creates: context.scratch('buckets'),
    query: sql`SELECT
  *,
  ${quantileBin(input, input.group === '' ? sql`lookback` : sql`lookback, group_name`, sql`total DESC`)} AS bucket
FROM ${rowsOf(totals)}`,
  };
}

/** One row a person, with a column of buckets for each look-back: by group as a map, or the bucket itself. */
export function mapsStep(
  buckets: SqlStep,
  { group }: DecilesInput,
  lookbacks: readonly Lookback[],
  context: PlanContext,
): SqlStep {
  const columns = lookbacks.map(({ name }) => {
    const within = sql`FILTER (WHERE lookback = ${literal(name)})`;
    return group === ''
      ? sql`any_value(bucket) ${within} AS ${identifier(name)}`
      : sql`map(
    list(group_name ORDER BY group_name) ${within},
    list(bucket ORDER BY group_name) ${within}
  ) AS ${identifier(name)}`;
  });
  return {
    kind: 'sql',
    id: 'bucket_maps',
    title: 'One row a person',
    explanation: {
      what: 'Gathers the buckets of each person: a map from group to bucket for each look-back, or the bucket without groups.',
      why: 'An audience then asks for one key of a map, such as GOLD, and keeps buckets 1 to 3 for the top 30 %.',
    },
    as: 'view',
    creates: context.scratch('bucket_maps'),
    query: sql`SELECT
  person,
  ${joinSql(columns, ',\n  ')}
FROM ${rowsOf(buckets)}
GROUP BY person
ORDER BY person`,
  };
}
