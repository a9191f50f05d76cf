import { joinSql, literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, share, textOf } from '../../words.ts';
import { durationWords } from '../events/duration.ts';

/** The bounds of the bars, in seconds: steps that people think in. */
const bounds: readonly (readonly [seconds: number, name: string])[] = [
  [10, 'below 10 seconds'],
  [60, '10 to 60 seconds'],
  [300, '1 to 5 minutes'],
  [1_800, '5 to 30 minutes'],
  [3_600, '30 to 60 minutes'],
  [21_600, '1 to 6 hours'],
  [86_400, '6 to 24 hours'],
  [259_200, '1 to 3 days'],
  [604_800, '3 to 7 days'],
  [1_209_600, '7 to 14 days'],
  [2_592_000, '14 to 30 days'],
  [7_776_000, '30 to 90 days'],
];
const beyond = '90 days or more';

/** The gaps in numbers, as a distribution, and by group. */
export function gapFindings(gaps: RelationName, what: string, grouped: boolean): readonly Finding[] {
  return [
    {
      id: 'summary',
      title: `Time ${what}`,
      data: summarySql(gaps),
      reading: 'Trust the median more than the mean: a few long gaps pull the mean up.',
      words: (rows) => summaryWords(rows, what),
    },
    {
      id: 'distribution',
      title: 'How the times spread',
      data: distributionSql(gaps),
      reading: 'Two humps mean two habits, such as going on at once and coming back another day.',
      chart: {
        kind: 'bar',
        x: { name: 'time' },
        y: [{ name: 'times' }],
        aggregate: 'none',
        order: 'appearance',
      },
      words: distributionWords,
    },
    ...(grouped ? [byGroup(gaps)] : []),
  ];
}

function summarySql(gaps: RelationName): Sql {
  return sql`SELECT
  count(*) AS starts,
  count(seconds) AS followed,
  count(DISTINCT person) FILTER (WHERE seconds IS NOT NULL) AS people,
  min(seconds) AS shortest_seconds,
  quantile_cont(seconds, 0.25) AS lower_quarter_seconds,
  median(seconds) AS median_seconds,
  avg(seconds) AS mean_seconds,
  quantile_cont(seconds, 0.75) AS upper_quarter_seconds,
  quantile_cont(seconds, 0.9) AS upper_tenth_seconds,
  max(seconds) AS longest_seconds
FROM ${relation(gaps)}`;
}

function distributionSql(gaps: RelationName): Sql {
  const cases = bounds.map(
    ([seconds], index) => sql`      WHEN seconds < ${literal(seconds)} THEN ${literal(index + 1)}`,
  );
  const names = [...bounds.map(([, name]) => name), beyond].map(
    (name, index) => sql`(${literal(index + 1)}, ${literal(name)})`,
  );
  return sql`WITH bars (bar, "time") AS (
  VALUES
    ${joinSql(names, ',\n    ')}
),
counts AS (
  SELECT
    CASE
${joinSql(cases, '\n')}
      ELSE ${literal(bounds.length + 1)}
    END AS bar,
    count(*) AS times
  FROM ${relation(gaps)}
  WHERE seconds IS NOT NULL
  GROUP BY bar
)
SELECT
  "time",
  coalesce(times, 0) AS times,
  coalesce(times, 0) / sum(times) OVER () AS share,
  sum(times) OVER (ORDER BY bar) / sum(times) OVER () AS share_up_to_here
FROM bars
LEFT JOIN counts USING (bar)
ORDER BY bar`;
}

function byGroup(gaps: RelationName): Finding {
  return {
    id: 'groups',
    title: 'By group',
    data: sql`SELECT
  group_name,
  count(*) AS starts,
  count(seconds) AS followed,
  count(seconds) / count(*) AS share_followed,
  quantile_cont(seconds, 0.25) AS lower_quarter_seconds,
  median(seconds) AS median_seconds,
  quantile_cont(seconds, 0.75) AS upper_quarter_seconds
FROM ${relation(gaps)}
GROUP BY group_name
ORDER BY followed DESC, group_name`,
    reading: 'A group with a shorter median is quicker; compare also how many of each went on at all.',
    chart: { kind: 'bar', x: { name: 'group_name' }, y: [{ name: 'median_seconds' }], aggregate: 'none' },
    words: groupWords,
  };
}

function summaryWords(rows: readonly StructValue[], what: string): string {
  const [row] = rows;
  const followed = numberOf(row?.followed);
  if (row === undefined || !(followed > 0)) return `There is no time ${what} to be measured.`;
  return `Half of ${counted(followed, 'time')} ${what} ${followed === 1 ? 'is' : 'are'} ${durationWords(
    numberOf(row.median_seconds),
  )} or less, three quarters ${durationWords(numberOf(row.upper_quarter_seconds))} or less; ${share(
    followed,
    numberOf(row.starts),
  )} of the ${counted(numberOf(row.starts), 'first event')} had a second.`;
}

function distributionWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.times) - numberOf(a.times));
  if (most === undefined || !(numberOf(most.times) > 0)) return 'There are no times to spread.';
  return `Most often the time is ${textOf(most.time)}: ${share(numberOf(most.share), 1)} of all.`;
}

function groupWords(rows: readonly StructValue[]): string {
  const known = rows
    .filter((row) => numberOf(row.followed) > 0)
    .sort((a, b) => numberOf(a.median_seconds) - numberOf(b.median_seconds));
  const [quickest] = known;
  const slowest = known.at(-1);
  if (quickest === undefined || slowest === undefined) return 'No group has times to compare.';
  const told = (row: StructValue) =>
    `“${textOf(row.group_name)}” with a median of ${durationWords(numberOf(row.median_seconds))}`;
  if (known.length === 1) return `There is one group, ${told(quickest)}.`;
  return `Of ${counted(known.length, 'group')}, the quickest is ${told(quickest)}, the slowest ${told(slowest)}.`;
}
