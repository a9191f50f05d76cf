import { sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, heard, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';

/** What goes together, and how often each item is bought at all. */
export function basketFindings(items: SqlStep, rules: SqlStep): readonly Finding[] {
  return [
    {
      id: 'rules',
      title: 'What goes together',
      data: sql`SELECT *
FROM ${rowsOf(rules)}
ORDER BY lift DESC, baskets DESC, antecedent, consequent`,
      reading:
        'Lift above 1: together more often than by chance; below 1: one in place of the other. Leverage says in which share of all baskets more.',
      words: ruleWords,
    },
    {
      id: 'pairs',
      title: 'Lift of pairs',
      data: sql`SELECT antecedent, consequent, lift, baskets, confidence
FROM ${rowsOf(rules)}
WHERE antecedent_items = 1
ORDER BY antecedent, consequent`,
      reading: 'Read along a row: which items are bought more often, or less often, with this one.',
      chart: {
        kind: 'heatmap',
        x: { name: 'consequent' },
        series: { name: 'antecedent' },
        y: [{ name: 'lift' }],
        aggregate: 'none',
        format: { decimals: 2 },
      },
      words: pairWords,
    },
    {
      id: 'items',
      title: 'Items by baskets',
      data: sql`WITH whole AS (
  SELECT count(DISTINCT basket) AS all_baskets
  FROM ${rowsOf(items)}
)
SELECT item, count(*) AS baskets, count(*) / any_value(all_baskets) AS basket_share
FROM ${rowsOf(items)}
CROSS JOIN whole
GROUP BY item
ORDER BY baskets DESC, item`,
      reading: 'An item that is in most baskets goes with everything, and tells nothing.',
      chart: {
        kind: 'bar',
        x: { name: 'item' },
        y: [{ name: 'basket_share' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
      },
      words: itemWords,
    },
  ];
}

function ruleWords(rows: readonly StructValue[]): string {
  const [best] = rows;
  if (best === undefined) return 'No items are together often enough to make a rule.';
  if (!(numberOf(best.lift) > 1)) {
    return `No rule holds more often than by chance: the highest lift is ${readable(
      numberOf(best.lift),
    )}, from “${textOf(best.antecedent)}” to “${textOf(best.consequent)}”.`;
  }
  return `Of ${heard(rows, 'rule')}, the strongest leads from “${textOf(best.antecedent)}” to “${textOf(
    best.consequent,
  )}”: ${share(numberOf(best.confidence), 1)} of the baskets with the first hold the second too, ${readable(
    numberOf(best.lift),
  )} times as many as by chance, in ${counted(numberOf(best.baskets), 'basket')}.`;
}

function pairWords(rows: readonly StructValue[]): string {
  if (rows.length === 0) return 'No pair is frequent enough.';
  const above = pairsOf(rows.filter((row) => numberOf(row.lift) > 1));
  const below = pairsOf(rows.filter((row) => numberOf(row.lift) < 1));
  const whole = rows.length < 1000 ? '' : 'Among the first 1,000 rules of two items, ';
  return `${whole}${counted(above, 'pair')} ${above === 1 ? 'is' : 'are'} together more often than by chance, and ${counted(
    below,
    'pair',
  )} less often.`;
}

/** Both directions of a pair count once. */
function pairsOf(rules: readonly StructValue[]): number {
  const names = rules.map(({ antecedent, consequent }) =>
    JSON.stringify([textOf(antecedent), textOf(consequent)].sort()),
  );
  return new Set(names).size;
}

function itemWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  if (first === undefined) return 'There are no items.';
  return `“${textOf(first.item)}” is in the most baskets: ${counted(numberOf(first.baskets), 'basket')}, ${share(
    numberOf(first.basket_share),
    1,
  )} of all; there are ${heard(rows, 'item')}.`;
}
