import { literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';

/** Adoption, frequency and return by feature, and the users of each week. */
export function featureFindings(figures: RelationName, days: RelationName, within: number): readonly Finding[] {
  const percent = { notation: 'percent', decimals: 1 } as const;
  return [
    {
      id: 'adoption',
      title: 'Adoption of features',
      data: sql`FROM ${relation(figures)}
ORDER BY users DESC, feature`,
      reading: 'Adoption is the share of all active people who used the feature at least once.',
      chart: {
        kind: 'bar',
        x: { name: 'feature' },
        y: [{ name: 'adoption' }],
        aggregate: 'none',
        format: percent,
      },
      words: adoptionWords,
    },
    {
      id: 'stickiness',
      title: 'Who uses a feature again',
      data: sql`SELECT feature, users_followed, users_again, share_again, median_uses, median_days
FROM ${relation(figures)}
ORDER BY share_again DESC NULLS LAST, feature`,
      reading: `The share that used a feature on another day within ${within} days of the first time; only people followed that long count.`,
      chart: { kind: 'bar', x: { name: 'feature' }, y: [{ name: 'share_again' }], aggregate: 'none', format: percent },
      words: (rows) => againWords(rows, within),
    },
    {
      id: 'by_week',
      title: 'Users of features by week',
      data: weeksSql(days),
      reading: 'A feature whose line falls while others hold is losing people who still come.',
      chart: {
        kind: 'line',
        x: { name: 'week' },
        y: [{ name: 'users' }],
        series: { name: 'feature' },
        aggregate: 'none',
        grain: 'week',
      },
      words: weekWords,
    },
  ];
}

function weeksSql(days: RelationName): Sql {
  return sql`SELECT
  CAST(date_trunc('week', active_day) AS DATE) AS week,
  feature,
  count(DISTINCT person) AS users,
  CAST(sum(uses) AS BIGINT) AS uses
FROM ${relation(days)}
GROUP BY week, feature
ORDER BY week, users DESC, feature`;
}

/** Users, uses, frequency and return of each feature. */
export function featureFiguresSql(days: RelationName, within: number): Sql {
  return sql`WITH everybody AS (
  SELECT count(DISTINCT person) AS people, max(active_day) AS last_day
  FROM ${relation(days)}
),
first_uses AS (
  SELECT
    feature,
    person,
    sum(uses) AS uses,
    count(*) AS days,
    min(active_day, 2) AS first_days
  FROM ${relation(days)}
  GROUP BY feature, person
),
by_person AS (
  SELECT
    *,
    first_days[1] AS first_day,
    first_days[2] <= first_days[1] + ${literal(within)} AS came_again
  FROM first_uses
)
SELECT
  feature,
  count(*) AS users,
  CAST(sum(uses) AS BIGINT) AS uses,
  count(*) / any_value(people) AS adoption,
  sum(uses) / count(*) AS mean_uses,
  median(uses) AS median_uses,
  median(days) AS median_days,
  count(*) FILTER (WHERE first_day + ${literal(within)} <= last_day) AS users_followed,
  count(*) FILTER (WHERE first_day + ${literal(within)} <= last_day AND came_again) AS users_again,
  users_again / nullif(users_followed, 0) AS share_again
FROM by_person, everybody
GROUP BY feature
ORDER BY users DESC, feature`;
}

function adoptionWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  const least = rows.at(-1);
  if (most === undefined || least === undefined) return 'No feature was used.';
  const top = `${counted(rows.length, 'feature')} ${rows.length === 1 ? 'was' : 'were'} used, most of all “${textOf(
    most.feature,
  )}”: by ${counted(numberOf(most.users), 'person', 'people')} (${share(numberOf(most.adoption), 1)}), ${readable(
    numberOf(most.mean_uses),
  )} times each on average.`;
  if (rows.length === 1) return top;
  return `${top} The least adopted is “${textOf(least.feature)}” with ${share(numberOf(least.adoption), 1)}.`;
}

function againWords(rows: readonly StructValue[], within: number): string {
  const known = rows.filter((row) => numberOf(row.users_followed) > 0);
  const [best] = known;
  const last = known.at(-1);
  if (best === undefined || last === undefined) return `Nobody can be followed for ${counted(within, 'day')} yet.`;
  const told = (row: StructValue) =>
    `${share(numberOf(row.users_again), numberOf(row.users_followed))} of those of “${textOf(row.feature)}”`;
  if (known.length === 1) return `${told(best)} used it again on another day within ${counted(within, 'day')}.`;
  return `On another day within ${counted(within, 'day')}, ${told(best)} used it again, and ${told(last)}.`;
}

function weekWords(rows: readonly StructValue[]): string {
  const weeks = [...new Set(rows.map(({ week }) => textOf(week)))];
  const [first] = weeks;
  if (first === undefined) return 'There is no week with a use.';
  return `The uses lie in ${counted(weeks.length, 'week')}, the first from ${first}.`;
}
