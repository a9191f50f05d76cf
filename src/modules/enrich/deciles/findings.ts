import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import type { Lookback } from './lookbacks.ts';

/** What buckets say: how much the best bring, where groups are cut, whether the best stay so, what ties did. */
export function decileFindings(buckets: SqlStep, lookbacks: readonly Lookback[]): readonly Finding[] {
  const rows = rowsOf(buckets);
  const longest = literal(lookbacks.at(-1)?.name ?? '');
  return [
    {
      id: 'gain',
      title: 'How much the best bring',
      data: gainSql(rows, longest),
      reading:
        'The further the line is above the even one, the fewer people bring the value. Lift is a bucket’s total over an even share.',
      chart: {
        kind: 'line',
        x: { name: 'people_so_far' },
        y: [{ name: 'total_so_far' }, { name: 'even_share' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
        xTitle: 'Share of people, the best first',
        yTitle: 'Share of the total',
      },
      words: gainWords,
    },
    {
      id: 'groups',
      title: 'Where the buckets are cut in each group',
      data: sql`SELECT
  group_name AS "group",
  bucket,
  count(*) AS people,
  min(total) AS lowest,
  max(total) AS highest,
  avg(total) AS average
FROM ${rows}
WHERE lookback = ${longest}
GROUP BY group_name, bucket
ORDER BY group_name, bucket`,
      reading: 'Lowest and highest are the thresholds: a person below them falls into the next bucket.',
      chart: {
        kind: 'heatmap',
        x: { name: 'bucket' },
        series: { name: 'group' },
        y: [{ name: 'average' }],
        aggregate: 'none',
        format: { decimals: 0 },
      },
      words: groupWords,
    },
    {
      id: 'lookbacks',
      title: 'Do the best stay the best',
      data: stabilitySql(rows, longest, lookbacks),
      reading:
        'A low share means that a short look-back finds other people than the longest one: choose it by what you act on.',
      chart: {
        kind: 'bar',
        x: { name: 'lookback' },
        y: [{ name: 'also_best_over_longest' }],
        aggregate: 'none',
        order: 'appearance',
        format: { notation: 'percent', decimals: 1 },
      },
      words: stabilityWords,
    },
    {
      id: 'ties',
      title: 'People split from their equals',
      data: sql`WITH by_total AS (
  SELECT lookback, group_name, total, count(*) AS people, count(DISTINCT bucket) AS buckets
  FROM ${rows}
  GROUP BY lookback, group_name, total
)
SELECT
  lookback,
  CAST(sum(people) AS BIGINT) AS people,
  coalesce(CAST(sum(people) FILTER (WHERE buckets > 1) AS BIGINT), 0) AS people_split
FROM by_total
GROUP BY lookback
ORDER BY ${placeSql(lookbacks)}`,
      reading:
        'These people have the same total as others in the next bucket: their bucket is chance. Keep ties together to avoid it.',
      words: tieWords,
    },
  ];
}

function gainSql(rows: Sql, longest: Sql): Sql {
  return sql`WITH by_bucket AS (
  SELECT
    bucket,
    count(*) AS people,
    sum(total) AS total
  FROM ${rows}
  WHERE lookback = ${longest}
  GROUP BY bucket
)
SELECT
  bucket,
  people,
  total,
  total / people AS average,
  total / nullif(sum(total) OVER (), 0) AS total_share,
  sum(people) OVER best_first / sum(people) OVER () AS people_so_far,
  sum(total) OVER best_first / nullif(sum(total) OVER (), 0) AS total_so_far,
  sum(people) OVER best_first / sum(people) OVER () AS even_share,
  total / people / nullif(sum(total) OVER () / sum(people) OVER (), 0) AS lift
FROM by_bucket
WINDOW best_first AS (ORDER BY bucket)
ORDER BY bucket`;
}

function stabilitySql(rows: Sql, longest: Sql, lookbacks: readonly Lookback[]): Sql {
  return sql`WITH best AS (
  SELECT person, group_name
  FROM ${rows}
  WHERE lookback = ${longest}
    AND bucket = 1
)
SELECT
  lookback,
  count(DISTINCT ranked.person) AS people,
  count_if(bucket = 1) AS best_people,
  count_if(bucket = 1 AND best.person IS NOT NULL) / nullif(count_if(bucket = 1), 0) AS also_best_over_longest
FROM ${rows} AS ranked
LEFT JOIN best USING (person, group_name)
GROUP BY lookback
ORDER BY ${placeSql(lookbacks)}`;
}

function placeSql(lookbacks: readonly Lookback[]): Sql {
  return sql`list_position(string_split(${literal(lookbacks.map(({ name }) => name).join(','))}, ','), lookback)`;
}

function gainWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  const people = rows.reduce((sum, row) => sum + numberOf(row.people), 0);
  if (first === undefined) return 'Nobody has a total, so nothing can be ranked.';
  if (Number.isNaN(numberOf(first.total_share)))
    return `The totals of ${counted(people, 'person', 'people')} add up to 0.`;
  return `The best bucket, ${share(numberOf(first.people), people)} of ${counted(people, 'person', 'people')}, brings ${share(
    numberOf(first.total_share),
    1,
  )} of the total: ${readable(numberOf(first.lift))} times an even share.`;
}

function groupWords(rows: readonly StructValue[]): string {
  const best = rows.filter((row) => numberOf(row.bucket) === 1);
  const [top] = [...best].sort((a, b) => numberOf(b.lowest) - numberOf(a.lowest));
  if (top === undefined) return 'There is no group with people in it.';
  if (best.length === 1) return `The best bucket begins at ${readable(numberOf(top.lowest))}.`;
  const low = [...best].sort((a, b) => numberOf(a.lowest) - numberOf(b.lowest))[0];
  return `The best bucket begins at ${readable(numberOf(top.lowest))} in “${textOf(top.group)}”, and at ${readable(
    numberOf(low?.lowest),
  )} in “${textOf(low?.group)}”.`;
}

function stabilityWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  if (first === undefined) return 'Nobody is ranked in any look-back.';
  if (rows.length === 1) return `One look-back ranks ${counted(numberOf(first.people), 'person', 'people')}.`;
  return `Of the ${counted(numberOf(first.best_people), 'person', 'people')} in the best bucket of “${textOf(
    first.lookback,
  )}”, ${share(numberOf(first.also_best_over_longest), 1)} are also in that of the longest look-back.`;
}

function tieWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.people_split) - numberOf(a.people_split));
  if (most === undefined || numberOf(most.people_split) === 0)
    return 'People of the same total have the same bucket throughout.';
  return `In “${textOf(most.lookback)}”, ${share(numberOf(most.people_split), numberOf(most.people))} of ${counted(
    numberOf(most.people),
    'person',
    'people',
  )} share their total with others who got a different bucket.`;
}
