import { rawSql, relation, type RelationName, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { durationWords } from '../events/duration.ts';

/** Visitors, visits and what they are like, in one row. */
export function overviewFinding(visits: RelationName): Finding {
  return {
    id: 'overview',
    title: 'Visitors and visits',
    data: sql`SELECT
  count(DISTINCT person) AS visitors,
  count(DISTINCT CASE WHEN signed_in IS NOT NULL THEN person END) AS visitors_signed_in,
  count(DISTINCT signed_in) AS people_signed_in,
  count(*) AS visits,
  count(*) FILTER (WHERE signed_in IS NOT NULL) AS visits_signed_in,
  CAST(sum(page_views) AS BIGINT) AS page_views,
  sum(page_views) / nullif(count(*), 0) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) AS bounces,
  count(*) FILTER (WHERE is_bounce) / nullif(count(*), 0) AS bounce_rate,
  median(seconds) FILTER (WHERE NOT is_bounce) AS median_seconds,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / nullif(count(*), 0) AS conversion_rate,
  sum(revenue) AS revenue
FROM ${relation(visits)}`,
    reading: 'Visitors are browsers: one person with two devices counts twice, unless both are signed in as the same.',
    words: overviewWords,
  };
}

/** Visits of each day, and of each hour of the week. */
export function trendFindings(visits: RelationName): readonly Finding[] {
  return [
    {
      id: 'days',
      title: 'Visits by day',
      data: sql`SELECT
  CAST(started_at AS DATE) AS visit_day,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  CAST(sum(page_views) AS BIGINT) AS page_views,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM ${relation(visits)}
GROUP BY visit_day
ORDER BY visit_day`,
      reading: 'Look for days that stand out and for the rhythm of the week, before you compare months.',
      chart: {
        kind: 'line',
        x: { name: 'visit_day' },
        y: [{ name: 'visits' }, { name: 'visitors' }],
        aggregate: 'none',
        grain: 'day',
      },
      words: dayWords,
    },
    {
      id: 'hours',
      title: 'Visits by weekday and hour',
      data: sql`SELECT
  isodow(started_at) AS weekday_number,
  dayname(started_at) AS weekday,
  hour(started_at) AS hour,
  count(*) AS visits,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM ${relation(visits)}
GROUP BY weekday_number, weekday, hour
ORDER BY hour, weekday_number`,
      reading: 'Hours are those of the times as they are stored, often UTC.',
      chart: {
        kind: 'heatmap',
        x: { name: 'hour' },
        y: [{ name: 'visits' }],
        series: { name: 'weekday' },
        aggregate: 'none',
        order: 'appearance',
        limit: 24,
      },
      words: hourWords,
    },
  ];
}

/** Visits by one of their properties. */
export function propertyFinding(visits: RelationName, id: 'channel' | 'device' | 'place', title: string): Finding {
  const property = rawSql(id);
  return {
    id: `${id}s`,
    title,
    data: sql`SELECT
  ${property},
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  sum(page_views) / count(*) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) / count(*) AS bounce_rate,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / count(*) AS conversion_rate,
  sum(revenue) AS revenue
FROM ${relation(visits)}
GROUP BY ${property}
ORDER BY visits DESC, ${property}`,
    reading: 'Much traffic that bounces is worth less than little that converts: read visits and rates together.',
    chart: { kind: 'bar', x: { name: id }, y: [{ name: 'visits' }], aggregate: 'none' },
    words: (rows) => propertyWords(rows, id),
  };
}

function overviewWords(rows: readonly StructValue[]): string {
  const [row] = rows;
  const visits = numberOf(row?.visits);
  if (row === undefined || !(visits > 0)) return 'There are no visits.';
  const seconds = numberOf(row.median_seconds);
  const conversions = numberOf(row.conversions);
  return [
    `${counted(numberOf(row.visitors), 'visitor')} made ${counted(visits, 'visit')} with ${readable(
      numberOf(row.page_views_per_visit),
    )} page views each on average; ${share(numberOf(row.bounces), visits)} left after one event.`,
    ...(numberOf(row.people_signed_in) > 0
      ? [`${counted(numberOf(row.people_signed_in), 'person', 'people')} signed in.`]
      : []),
    ...(Number.isFinite(seconds) ? [`Half of the other visits lasted ${durationWords(seconds)} or less.`] : []),
    ...(conversions > 0
      ? [`${share(numberOf(row.conversion_rate), 1)} of visits converted, ${counted(conversions, 'time')} in all.`]
      : []),
  ].join(' ');
}

function dayWords(rows: readonly StructValue[]): string {
  const [busiest] = [...rows].sort((a, b) => numberOf(b.visits) - numberOf(a.visits));
  if (busiest === undefined) return 'There is no day with a visit.';
  const all = rows.reduce((sum, row) => sum + numberOf(row.visits), 0);
  return `On ${counted(rows.length, 'day')} with visits there were ${readable(
    all / rows.length,
  )} a day on average, most on ${textOf(busiest.visit_day)} with ${counted(numberOf(busiest.visits), 'visit')}.`;
}

function hourWords(rows: readonly StructValue[]): string {
  const [busiest] = [...rows].sort((a, b) => numberOf(b.visits) - numberOf(a.visits));
  if (busiest === undefined) return 'There is no hour with a visit.';
  return `Most visits begin on ${textOf(busiest.weekday)} in the hour from ${textOf(busiest.hour)}:00: ${counted(
    numberOf(busiest.visits),
    'visit',
  )}.`;
}

function propertyWords(rows: readonly StructValue[], id: string): string {
  const [most] = rows;
  if (most === undefined) return `There are no visits to compare by ${id}.`;
  const all = rows.reduce((sum, row) => sum + numberOf(row.visits), 0);
  const [best] = [...rows].sort((a, b) => numberOf(b.conversion_rate) - numberOf(a.conversion_rate));
  const top = `Of ${counted(rows.length, id)}, “${textOf(most[id])}” has most visits: ${share(numberOf(most.visits), all)}.`;
  if (best === undefined || !(numberOf(best.conversions) > 0)) return top;
  return `${top} The highest share of visits that convert is that of “${textOf(best[id])}”, ${share(
    numberOf(best.conversion_rate),
    1,
  )}.`;
}
