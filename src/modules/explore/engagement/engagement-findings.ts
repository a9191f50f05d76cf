import { literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';

/** Users by day, stickiness, and what moved from period to period. */
export function engagementFindings(daily: RelationName, lifecycle: RelationName, period: string): readonly Finding[] {
  const percent = { notation: 'percent', decimals: 1 } as const;
  return [
    {
      id: 'active_users',
      title: 'Active users',
      data: sql`FROM ${relation(daily)}
ORDER BY active_day`,
      reading:
        'Daily users jump with the day of the week; the smoothed line, over seven days, and the users of 28 days show the trend.',
      chart: {
        kind: 'line',
        x: { name: 'active_day' },
        y: [{ name: 'smoothed_daily_users' }, { name: 'weekly_users' }, { name: 'monthly_users' }],
        aggregate: 'none',
        grain: 'day',
      },
      words: activeWords,
    },
    {
      id: 'stickiness',
      title: 'Stickiness',
      data: sql`SELECT
  active_day,
  smoothed_daily_users / monthly_users AS daily_of_monthly,
  weekly_users / monthly_users AS weekly_of_monthly
FROM ${relation(daily)}
WHERE monthly_users > 0
ORDER BY active_day`,
      reading:
        'The share of a month’s users who come on an average day: 20 % means that a user comes about 6 days of 28.',
      chart: {
        kind: 'line',
        x: { name: 'active_day' },
        y: [{ name: 'daily_of_monthly' }],
        aggregate: 'none',
        grain: 'day',
        format: percent,
      },
      words: stickinessWords,
    },
    {
      id: 'lifecycle',
      title: `New, returning and lost by ${period}`,
      data: lifecycleRows(lifecycle),
      reading:
        'Growth lasts only where new and resurrected users outweigh those lost; the last period may not be over yet.',
      chart: {
        kind: 'bar',
        x: { name: 'period_start' },
        y: [{ name: 'new' }, { name: 'returning' }, { name: 'resurrected' }, { name: 'lost_below' }],
        aggregate: 'none',
        stack: 'stack',
        limit: 500,
        order: 'natural',
      },
      words: (rows) => lifecycleWords(rows, period),
    },
  ];
}

function lifecycleRows(lifecycle: RelationName): Sql {
  return sql`SELECT
  *,
  -lost AS lost_below,
  (new + resurrected) / nullif(lost, 0) AS quick_ratio
FROM ${relation(lifecycle)}
ORDER BY period_start`;
}

/** Days whose users are all there is to say of a dataset this short. */
export function shortTime(daily: RelationName): Sql {
  return sql`SELECT count(*) AS days
FROM ${relation(daily)}
HAVING count(*) < ${literal(28)}`;
}

function activeWords(rows: readonly StructValue[]): string {
  const last = rows.at(-1);
  if (last === undefined) return 'Nobody was active.';
  const monthly = numberOf(last.monthly_users);
  const weekly = numberOf(last.weekly_users);
  const parts = [
    counted(numberOf(last.daily_users), 'user'),
    ...(Number.isFinite(weekly) ? [`${counted(weekly, 'user')} in the 7 days up to it`] : []),
    ...(Number.isFinite(monthly) ? [`${counted(monthly, 'user')} in 28`] : []),
  ];
  const [peak] = [...rows].sort((a, b) => numberOf(b.daily_users) - numberOf(a.daily_users));
  return `On the last day, ${textOf(last.active_day)}, there were ${parts.join(', ')}. The busiest day was ${textOf(
    peak?.active_day,
  )} with ${counted(numberOf(peak?.daily_users), 'user')}.`;
}

function stickinessWords(rows: readonly StructValue[]): string {
  const last = rows.at(-1);
  const [first] = rows;
  if (first === undefined || last === undefined) return 'There are fewer than 28 days, too few to speak of stickiness.';
  return `On an average day of the last week, ${share(numberOf(last.daily_of_monthly), 1)} of the users of 28 days came; on ${textOf(
    first.active_day,
  )} it was ${share(numberOf(first.daily_of_monthly), 1)}.`;
}

function lifecycleWords(rows: readonly StructValue[], period: string): string {
  const row = rows.at(-2) ?? rows.at(-1);
  if (row === undefined) return 'There is no period to compare.';
  const ratio = numberOf(row.quick_ratio);
  return `In the ${period} from ${textOf(row.period_start)}${rows.length > 1 ? ', the last but one' : ''}: ${counted(
    numberOf(row.active),
    'active user',
  )}, of them ${readable(numberOf(row.new))} new, ${readable(numberOf(row.returning))} returning and ${readable(
    numberOf(row.resurrected),
  )} resurrected; ${readable(numberOf(row.lost))} of the ${period} before did not come back${
    Number.isFinite(ratio) ? `, so that ${readable(ratio)} were won for each one lost` : ''
  }.`;
}
