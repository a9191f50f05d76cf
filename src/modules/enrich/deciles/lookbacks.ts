import { StillhouseError } from '../../../core/error.ts';
import { literal, type Sql, sql } from '../../../core/sql.ts';

/** A span of whole months that ends with a day. */
export interface Lookback {
  /** Column and label: `months_3`, or `all_time`. */
  readonly name: string;
  /** 0 stands for all. */
  readonly months: number;
}

/** Look-backs from texts, the shortest first. Throws `input-invalid` for what is no number of months. */
export function lookbacksOf(texts: readonly string[]): readonly Lookback[] {
  const numbers = [...new Set(texts.map(Number))].sort((a, b) => (a || Infinity) - (b || Infinity));
  if (numbers.some((months) => !Number.isInteger(months) || months < 0 || months > 1200) || numbers.length > 12) {
    throw new StillhouseError('input-invalid', `Look-backs are not up to twelve whole months: ${texts.join(', ')}.`, {
      remedy: 'Write them as 1, 3, 12; 0 stands for all.',
    });
  }
  return numbers.map((months) => ({ months, name: months === 0 ? 'all_time' : `months_${months}` }));
}

/** The first moment of a look-back, given the column `as_of`; none where all counts. */
export function startSql({ months }: Lookback): Sql | undefined {
  return months === 0 ? undefined : sql`date_trunc('month', as_of) - to_months(${literal(months)})`;
}
