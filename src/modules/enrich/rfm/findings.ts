import { type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import type { RfmInput } from './input.ts';
import { segmentPlaceSql } from './segments.ts';

/** What scores and segments say: sizes and value, the grid of recency and frequency, who moved, what ties did. */
export function rfmFindings(scores: SqlStep, input: RfmInput): readonly Finding[] {
  const rows = rowsOf(scores);
  const place = segmentPlaceSql(input.segments);
  return [
    {
      id: 'segments',
      title: 'Segments by size and value',
      data: sql`SELECT
  segment,
  count(*) AS people,
  count(*) / sum(count(*)) OVER () AS people_share,
  sum(revenue) AS revenue,
  sum(revenue) / nullif(sum(sum(revenue)) OVER (), 0) AS revenue_share,
  avg(recency_days) AS average_recency_days,
  avg(orders) AS average_orders
FROM ${rows}
WHERE period = 'now'
GROUP BY segment
ORDER BY ${place}`,
      reading:
        'Where the share of revenue is far above that of people, care pays most; average_recency_days tells whether they are still there.',
      chart: {
        kind: 'bar',
        x: { name: 'segment' },
        y: [{ name: 'people_share' }, { name: 'revenue_share' }],
        aggregate: 'none',
        order: 'appearance',
        format: { notation: 'percent', decimals: 1 },
        yTitle: 'Share of people and of revenue',
      },
      words: segmentWords,
    },
    {
      id: 'grid',
      title: 'Value by recency and frequency',
      data: sql`SELECT
  recency,
  frequency,
  sum(revenue) AS revenue,
  count(*) AS people,
  avg(revenue) AS revenue_per_person
FROM ${rows}
WHERE period = 'now'
GROUP BY recency, frequency
ORDER BY recency, frequency`,
      reading:
        'Score 1 is best: the top left corner holds those who bought lately and often, the bottom right those who are gone.',
      chart: {
        kind: 'heatmap',
        x: { name: 'recency' },
        series: { name: 'frequency' },
        y: [{ name: 'revenue' }],
        aggregate: 'none',
        format: { decimals: 0 },
      },
      words: gridWords,
    },
    migration(rows, place, input.lookback === 0),
    ties(rows),
  ];
}

function migration(rows: Sql, place: Sql, keepsAll: boolean): Finding {
  return {
    id: 'migration',
    title: 'Who moved between segments',
    data: sql`WITH before AS (
  SELECT person, segment, ${place} AS place
  FROM ${rows}
  WHERE period = 'before'
), now AS (
  SELECT person, segment, ${place} AS place
  FROM ${rows}
  WHERE period = 'now'
)
SELECT
  coalesce(before.segment, 'No purchase') AS from_segment,
  coalesce(now.segment, 'No purchase') AS to_segment,
  count(*) AS people
FROM before
FULL JOIN now USING (person)
GROUP BY before.segment, before.place, now.segment, now.place
ORDER BY before.place NULLS LAST, now.place NULLS LAST`,
    reading: keepsAll
      ? 'Left is the earlier day, right the one chosen. All purchases count, so nobody drops out: who stops buying goes to a worse segment.'
      : 'Left is the earlier period, right the one chosen; those who leave a good segment for a worse one can still be won back.',
    chart: {
      kind: 'sankey',
      x: { name: 'from_segment' },
      series: { name: 'to_segment' },
      y: [{ name: 'people' }],
      aggregate: 'none',
      order: 'appearance',
    },
    words: (moves) => migrationWords(moves, keepsAll),
  };
}

function ties(rows: Sql): Finding {
  return {
    id: 'ties',
    title: 'People split from their equals',
    data: sql`WITH long AS (
  SELECT 'recency' AS score, recency_days AS "value", recency AS bin
  FROM ${rows}
  WHERE period = 'now'
  UNION ALL
  SELECT 'frequency', orders, frequency
  FROM ${rows}
  WHERE period = 'now'
  UNION ALL
  SELECT 'monetary', revenue, monetary
  FROM ${rows}
  WHERE period = 'now'
), by_value AS (
  SELECT score, "value", count(*) AS people, count(DISTINCT bin) AS bins
  FROM long
  GROUP BY score, "value"
)
SELECT
  score,
  sum(people) FILTER (WHERE bins > 1) / sum(people) AS split_share,
  coalesce(CAST(sum(people) FILTER (WHERE bins > 1) AS BIGINT), 0) AS people_split,
  count_if(bins > 1) AS values_split
FROM by_value
GROUP BY score
ORDER BY score`,
    reading:
      'These people have the same value as others in the next bin: their score is chance. Keep ties together to avoid it.',
    words: tieWords,
  };
}

function segmentWords(rows: readonly StructValue[]): string {
  const people = rows.reduce((sum, row) => sum + numberOf(row.people), 0);
  if (people === 0) return 'Nobody bought in this period, so there are no segments.';
  const [top] = [...rows].sort((a, b) => (numberOf(b.revenue) || 0) - (numberOf(a.revenue) || 0));
  const revenue = rows.reduce((sum, row) => sum + (numberOf(row.revenue) || 0), 0);
  const whole = `${counted(people, 'person', 'people')} ${people === 1 ? 'falls' : 'fall'} into ${counted(rows.length, 'segment')}.`;
  if (top === undefined || revenue <= 0) return `${whole} There is no revenue to share out.`;
  return `${whole} Most revenue comes from “${textOf(top.segment)}”: ${share(numberOf(top.people), people)} of the people with ${share(
    numberOf(top.revenue),
    revenue,
  )} of the revenue of ${readable(revenue)}.`;
}

function gridWords(rows: readonly StructValue[]): string {
  const people = rows.reduce((sum, row) => sum + numberOf(row.people), 0);
  const best = rows.find((row) => numberOf(row.recency) === 1 && numberOf(row.frequency) === 1);
  if (best === undefined) return 'Nobody is best in both recency and frequency.';
  const count = numberOf(best.people);
  return `${share(count, people)} of ${counted(people, 'person', 'people')}, that is ${counted(count, 'person', 'people')}, ${
    count === 1 ? 'is' : 'are'
  } best in both recency and frequency, with ${readable(numberOf(best.revenue_per_person))} of revenue each on average.`;
}

function migrationWords(rows: readonly StructValue[], keepsAll: boolean): string {
  const sum = (keep: (from: string, to: string) => boolean) =>
    rows.reduce(
      (total, row) => total + (keep(textOf(row.from_segment), textOf(row.to_segment)) ? numberOf(row.people) : 0),
      0,
    );
  const both = sum((from, to) => from !== 'No purchase' && to !== 'No purchase');
  if (both === 0) return 'Nobody bought in both periods, so nobody moved.';
  const moved = sum((from, to) => from !== 'No purchase' && to !== 'No purchase' && from !== to);
  const joined = sum((from) => from === 'No purchase');
  const left = sum((_from, to) => to === 'No purchase');
  const gone = keepsAll ? '' : ` and ${readable(left)} left`;
  return `Of ${counted(both, 'person', 'people')} in both periods, ${share(moved, both)} changed segment; ${counted(
    joined,
    'person',
    'people',
  )} joined${gone}.`;
}

function tieWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.people_split) - numberOf(a.people_split));
  if (most === undefined || !(numberOf(most.people_split) > 0))
    return 'People of the same value have the same score throughout.';
  return `${counted(numberOf(most.people_split), 'person', 'people')} (${share(numberOf(most.split_share), 1)}) share their ${textOf(
    most.score,
  )} value with others who got a different score.`;
}
