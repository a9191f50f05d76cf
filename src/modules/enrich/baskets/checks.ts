import { literal, sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { keptRows } from '../event-checks.ts';
import { rowsOf } from '../purchases.ts';
import type { BasketsInput } from './input.ts';

/** What would leave no rules, or wrong ones. */
export function basketChecks(
  source: SourceDataset,
  items: SqlStep,
  sets: SqlStep,
  input: BasketsInput,
): readonly Check[] {
  const basket = source.column(input.basket).sql;
  const item = source.column(input.item);
  const size = item.kind === 'list' ? sql`sum(len(${item.sql}))` : sql`count(DISTINCT ${item.sql})`;
  return [
    {
      id: 'baskets_are_known',
      title: 'Every row belongs to a basket and has an item',
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT *
FROM ${keptRows(source, input.condition)}
WHERE ${basket} IS NULL
  OR ${item.sql} IS NULL`,
      remedy: 'Such rows are left out. Choose other columns if they have a basket or an item there.',
      field: 'basket',
    },
    {
      id: 'baskets_are_small',
      title: `No basket has more than ${input.largest} items`,
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT ${basket} AS basket, ${size} AS items
FROM ${keptRows(source, input.condition)}
WHERE ${basket} IS NOT NULL
GROUP BY ${basket}
HAVING items > ${literal(input.largest)}
ORDER BY items DESC, basket`,
      remedy: 'Larger baskets are left out. They mostly are wholesale orders or test accounts; else raise the limit.',
      field: 'largest',
    },
    {
      id: 'baskets_hold_several',
      title: 'Enough baskets hold two items or more',
      severity: 'warning',
      when: 'after',
      violations: sql`WITH sizes AS (
  SELECT basket, count(*) AS items
  FROM ${rowsOf(items)}
  GROUP BY basket
)
SELECT count(*) AS baskets, count_if(items > 1) AS with_several
FROM sizes
HAVING count_if(items > 1) < 100`,
      remedy: 'With one item in each basket nothing goes together: take the person as the basket instead of the order.',
      field: 'basket',
    },
    {
      id: 'sets_are_found',
      title: 'Some items are frequent together',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT count(*) AS frequent_items
FROM ${rowsOf(sets)}
HAVING count_if(len(items) > 1) = 0`,
      remedy: 'Lower the least support, or put items together by category.',
      field: 'support',
    },
    {
      id: 'sets_are_seen_often',
      title: 'Items are together in ten baskets or more',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT array_to_string(items, ' + ') AS items, baskets
FROM ${rowsOf(sets)}
WHERE len(items) > 1
  AND baskets < 10
ORDER BY baskets, items`,
      remedy: 'Of so few baskets a high lift is mostly chance. Raise the least support, or leave out rules of three.',
      field: 'support',
    },
  ];
}
