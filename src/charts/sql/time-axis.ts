import { joinSql, literal, sql, type Sql } from '../../core/sql.ts';
import type { Dimension } from '../resolve.ts';
import { timeGrains, type TimeGrain } from '../spec.ts';
import type { AxisLimits, AxisSql } from './axis-contract.ts';
import { word } from './layout.ts';
import { mostRows } from './most-rows.ts';

/** Average length of each span in seconds, by the Gregorian calendar's 400-year cycle. */
const seconds: Readonly<Record<TimeGrain, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  quarter: 7_889_238,
  year: 31_556_952,
  decade: 315_569_520,
  century: 3_155_695_200,
  millennium: 31_556_952_000,
};

/** Spans of the calendar: the finest wanted of which no more than the limit fit between the first and the last row. */
export function timeAxis(name: string, _dimension: Dimension, limits: AxisLimits): AxisSql {
  const at = word(name);
  const grain = word(`${name}_grain`);
  const scale = word(`${name}_scale`);
  const finest = limits.natural
    ? sql`greatest(${literal(seconds[limits.finest])}, natural_seconds)`
    : literal(seconds[limits.finest]);
  const room = sql`least(${literal(limits.most)}, ${literal(mostRows)} // ${limits.parts})`;
  const chosen = sql`coalesce(
      arg_min(grain, seconds) FILTER (WHERE seconds >= ${finest} AND span < seconds * ${room}),
      'millennium'
    )`;
  return {
    steps: [
      {
        name: `${name}_scale`,
        query: sql`  SELECT
    ${exactly(chosen, limits)} AS ${grain}
  FROM (VALUES ${grainRows()}) AS grains(grain, seconds)
  CROSS JOIN (
    SELECT
      epoch(max(${at})) - epoch(min(${at})) AS span,
      count(${at}) AS row_count${
        limits.natural
          ? sql`,
      ${naturalSeconds(at)} AS natural_seconds`
          : sql``
      }
    FROM source
  ) AS range`,
      },
    ],
    join: sql`CROSS JOIN ${scale}`,
    placed: [{ name, expression: truncated(sql`source.${at}`, sql`${scale}.${grain}`, limits), key: true }],
    order: [sql`${at} NULLS LAST`],
    facts: [sql`(SELECT ${grain} FROM ${scale}) AS ${grain}`],
    condition: null,
  };
}

/** The longest span at whose start every value lies, as months already cut to their first day: finer ones only show gaps. */
function naturalSeconds(at: Sql): Sql {
  const grains = ['year', 'quarter', 'month', 'week', 'day'] as const;
  const cases = grains.map(
    (grain) => sql`WHEN bool_and(${at} = date_trunc(${literal(grain)}, ${at})) THEN ${literal(seconds[grain])}`,
  );
  return sql`CASE ${joinSql(cases, ' ')} ELSE 0 END`;
}

function exactly(chosen: Sql, { exactRows }: AxisLimits): Sql {
  return exactRows === 0 ? chosen : sql`CASE WHEN max(row_count) > ${literal(exactRows)} THEN ${chosen} END`;
}

function truncated(at: Sql, grain: Sql, { exactRows }: AxisLimits): Sql {
  const start = sql`CAST(date_trunc(${grain}, ${at}) AS TIMESTAMP)`;
  return exactRows === 0 ? start : sql`CASE WHEN ${grain} IS NULL THEN ${at} ELSE ${start} END`;
}

function grainRows(): Sql {
  return joinSql(
    timeGrains.map((grain) => sql`(${literal(grain)}, ${literal(seconds[grain])})`),
    ', ',
  );
}
