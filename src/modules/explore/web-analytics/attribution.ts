import { joinSql, literal, rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { numberOf, readable, share, textOf } from '../../words.ts';
import type { WebInput } from './web-input.ts';

const models = ['first_touch', 'last_touch', 'linear', 'time_decay', 'position_based'] as const;

/**
 * The visits that led to each conversion, with their shares in it by five rules. The shares of a conversion add up to 1 by
 * each rule: position-based gives 40 % to the first, 40 % to the last and 20 % to those between.
 */
export function touchesSql(visits: RelationName, { lookback, halfLife }: WebInput): Sql {
  const limit =
    lookback === 0
      ? sql``
      : sql`\n    AND touch.started_at >= converting.started_at - INTERVAL ${literal(lookback)} DAY`;
  return sql`WITH touches AS (
  SELECT
    converting.person,
    converting.visit_number AS converting_visit,
    converting.conversions,
    converting.revenue,
    touch.channel,
    touch.visit_number,
    (epoch_us(converting.started_at) - epoch_us(touch.started_at)) / 86400e6 AS days_before
  FROM ${relation(visits)} AS converting
  JOIN ${relation(visits)} AS touch
    ON touch.person = converting.person
    AND touch.visit_number <= converting.visit_number${limit}
  WHERE converting.conversions > 0
),
placed AS (
  SELECT
    *,
    row_number() OVER (same_conversion ORDER BY visit_number) AS place,
    count(*) OVER same_conversion AS touches,
    0.5 ** (days_before / ${literal(halfLife)}) AS freshness,
    sum(0.5 ** (days_before / ${literal(halfLife)})) OVER same_conversion AS all_freshness
  FROM touches
  WINDOW same_conversion AS (PARTITION BY person, converting_visit)
)
SELECT
  person,
  converting_visit,
  visit_number,
  channel,
  conversions,
  revenue,
  CAST(place = 1 AS INTEGER) AS first_touch,
  CAST(place = touches AS INTEGER) AS last_touch,
  1 / touches AS linear,
  freshness / all_freshness AS time_decay,
  CASE
    WHEN touches = 1 THEN 1
    WHEN touches = 2 THEN 0.5
    WHEN place IN (1, touches) THEN 0.4
    ELSE 0.2 / (touches - 2)
  END AS position_based
FROM placed`;
}

/** What each channel is credited with, by each rule; every column adds up to the total. */
export function attributionFindings(touches: RelationName, withRevenue: boolean): readonly Finding[] {
  return [
    finding(touches, 'attribution', 'Conversions by channel', 'conversions'),
    ...(withRevenue ? [finding(touches, 'attributed_revenue', 'Revenue by channel', 'revenue')] : []),
  ];
}

function finding(touches: RelationName, id: string, title: string, measure: 'conversions' | 'revenue'): Finding {
  const sums = models.map((model) => sql`sum(${rawSql(model)} * ${rawSql(measure)}) AS ${rawSql(model)}`);
  return {
    id,
    title: `${title}, by five rules`,
    data: sql`SELECT
  channel,
  ${joinSql(sums, ',\n  ')}
FROM ${relation(touches)}
GROUP BY channel
ORDER BY last_touch DESC, linear DESC, channel`,
    reading:
      'A channel with more by first than by last touch brings people in; one with more by last touch brings them to buy. No rule proves a cause.',
    chart: { kind: 'bar', x: { name: 'channel' }, y: models.map((name) => ({ name })), aggregate: 'none' },
    words: (rows) => attributionWords(rows, measure),
  };
}

function attributionWords(rows: readonly StructValue[], measure: string): string {
  const total = rows.reduce((sum, row) => sum + numberOf(row.last_touch), 0);
  const by = (model: string) => [...rows].sort((a, b) => numberOf(b[model]) - numberOf(a[model]))[0];
  const first = by('first_touch');
  const last = by('last_touch');
  if (first === undefined || last === undefined || !(total > 0)) return `There are no ${measure} to be credited.`;
  return `Of ${readable(total)} ${measure === 'revenue' ? 'of revenue' : measure}, the last visit credits “${textOf(last.channel)}” with ${share(
    numberOf(last.last_touch),
    total,
  )}, the first visit “${textOf(first.channel)}” with ${share(numberOf(first.first_touch), total)}.`;
}
