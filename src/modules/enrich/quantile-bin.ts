import { literal, type Sql, sql } from '../../core/sql.ts';
import { choiceField } from '../fields.ts';

export interface Bins {
  readonly bins: number;
  readonly ties: 'split' | 'together';
}

/** What happens to equal people at the edge of two quantiles. */
export const tiesField = choiceField({
  title: 'Ties',
  description: 'What happens to people of the same value at the edge of two quantiles.',
  choices: [
    { value: 'split', label: 'Split them, so that groups are equal (ntile)' },
    { value: 'together', label: 'Keep them together, so that equal people are (percent_rank)' },
  ],
  initial: 'split',
  advanced: true,
});

/**
 * The bin of a value among the rows of its partition, 1 for the first in `order`. Split, every bin has the same number of
 * people, and ties go by `person`; together, the bin follows from the share of people who come earlier.
 */
export function quantileBin({ bins, ties }: Bins, partition: Sql, order: Sql): Sql {
  const count = literal(bins);
  if (ties === 'split')
    return sql`CAST(ntile(${count}) OVER (PARTITION BY ${partition} ORDER BY ${order}, person) AS INTEGER)`;
  const rank = sql`percent_rank() OVER (PARTITION BY ${partition} ORDER BY ${order})`;
  return sql`CAST(least(1 + floor(${rank} * ${count}), ${count}) AS INTEGER)`;
}
