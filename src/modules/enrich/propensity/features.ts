import { StillhouseError } from '../../../core/error.ts';
import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';

/** A column of what is known of a person before the cut-off. */
export interface Feature {
  readonly name: string;
  readonly value: Sql;
}

/** Windows in days, the shortest first. Throws `input-invalid` for what is no whole number of days. */
export function windowsOf(texts: readonly string[]): readonly number[] {
  const days = [...new Set(texts.map(Number))].sort((a, b) => a - b);
  if (days.length <= 10 && days.every((day) => Number.isInteger(day) && day > 0 && day <= 3650)) return days;
  throw new StillhouseError('input-invalid', `Windows are not up to ten whole numbers of days: ${texts.join(', ')}.`, {
    remedy: 'Write them as 7, 30, 90.',
  });
}

/**
 * Features of rows with `event_time`, `amount` and `cut_off`: all before the cut-off, none NULL. A trend goes from −1 (all
 * events in the window before) to 1 (all in the last window).
 */
export function featuresOf(windows: readonly number[], hasAmount: boolean): readonly Feature[] {
  const within = (days: number) => sql`FILTER (WHERE event_time >= cut_off - ${literal(days)})`;
  const before = (days: number) =>
    sql`FILTER (WHERE event_time >= cut_off - ${literal(2 * days)} AND event_time < cut_off - ${literal(days)})`;
  const amounts: readonly Feature[] = hasAmount
    ? [
        { name: 'amount', value: sql`round(sum(amount), 2)` },
        { name: 'average_amount', value: sql`round(avg(amount), 2)` },
        ...windows.map((days) => ({
          name: `amount_${days}`,
          value: sql`coalesce(round(sum(amount) ${within(days)}, 2), 0)`,
        })),
      ]
    : [];
  return [
    { name: 'recency_days', value: sql`any_value(cut_off) - CAST(max(event_time) AS DATE)` },
    { name: 'tenure_days', value: sql`any_value(cut_off) - CAST(min(event_time) AS DATE)` },
    { name: 'events', value: sql`count(*)` },
    { name: 'active_days', value: sql`count(DISTINCT CAST(event_time AS DATE))` },
    ...windows.map((days) => ({ name: `events_${days}`, value: sql`count(*) ${within(days)}` })),
    ...windows.map((days) => ({ name: `share_${days}`, value: sql`count(*) ${within(days)} / count(*)` })),
    ...windows.map((days) => ({
      name: `trend_${days}`,
      value: sql`coalesce((count(*) ${within(days)} - count(*) ${before(days)})
    / nullif(count(*) ${within(days)} + count(*) ${before(days)}, 0), 0)`,
    })),
    ...amounts,
  ];
}

/** The feature's column. */
export function featureColumn({ name }: Feature): Sql {
  return rawSql(name);
}
