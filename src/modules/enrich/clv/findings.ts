import { sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { ComputeStep, Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';

export interface ClvSteps {
  readonly values: SqlStep;
  readonly purchaseModel: ComputeStep;
  readonly spendModel: ComputeStep;
  readonly pastHistories: SqlStep;
  readonly pastModel: ComputeStep;
}

/** What people will be worth, how well the model foretold, and its laws. */
export function clvFindings(steps: ClvSteps, days: number): readonly Finding[] {
  return [
    {
      id: 'value',
      title: `Value of the next ${days} days`,
      data: sql`WITH ranked AS (
  SELECT *, ntile(10) OVER (ORDER BY lifetime_value DESC, person) AS tenth
  FROM ${rowsOf(steps.values)}
)
SELECT
  tenth,
  count(*) AS people,
  sum(lifetime_value) AS "value",
  sum(lifetime_value) / nullif(sum(sum(lifetime_value)) OVER (), 0) AS value_share,
  avg(probability_alive) AS average_probability_alive,
  sum(expected_purchases) AS expected_purchases
FROM ranked
GROUP BY tenth
ORDER BY tenth`,
      reading: 'The first tenth is worth most: compare what is spent on each tenth with what it will bring.',
      chart: {
        kind: 'bar',
        x: { name: 'tenth' },
        y: [{ name: 'value_share' }],
        aggregate: 'none',
        order: 'appearance',
        format: { notation: 'percent', decimals: 1 },
      },
      words: (rows) => valueWords(rows, days),
    },
    {
      id: 'people',
      title: 'The most valuable people',
      data: sql`SELECT
  person,
  purchases_so_far,
  probability_alive,
  expected_purchases,
  expected_amount,
  lifetime_value
FROM ${rowsOf(steps.values)}
ORDER BY lifetime_value DESC, person
LIMIT 1000`,
      reading: 'High value with a low probability of being alive is who to call first.',
      words: peopleWords,
    },
    holdout(steps),
    {
      id: 'model',
      title: 'The laws that were fitted',
      data: sql`SELECT r, alpha, a, b, r / alpha AS weekly_rate, a / (a + b) AS dropout_probability,
  p, q, v, p * v / (q - 1) AS average_amount
FROM ${rowsOf(steps.purchaseModel)}
CROSS JOIN ${rowsOf(steps.spendModel)}
LIMIT 1`,
      reading:
        'Rates of buying follow Gamma(r, alpha) a week, the chance to drop out after a purchase Beta(a, b); amounts follow gamma-gamma.',
      words: modelWords,
    },
  ];
}

function holdout({ pastHistories, pastModel }: ClvSteps): Finding {
  return {
    id: 'holdout',
    title: 'Foretold and seen',
    data: sql`SELECT
  least(CAST(past.frequency AS INTEGER), 7) AS repeat_purchases_before,
  count(*) AS people,
  avg(model.purchases) AS foretold,
  avg(past.purchases_after) AS seen
FROM ${rowsOf(pastHistories)} AS past
JOIN ${rowsOf(pastModel)} AS model USING (frequency, recency_days, age_days)
GROUP BY ALL
ORDER BY repeat_purchases_before`,
    reading:
      'Fitted without the last days, then held against them; 7 stands for 7 and more. The lines should lie together.',
    chart: {
      kind: 'line',
      x: { name: 'repeat_purchases_before' },
      y: [{ name: 'foretold' }, { name: 'seen' }],
      aggregate: 'none',
      format: { decimals: 2 },
    },
    words: holdoutWords,
  };
}

const tooFew = 'There are too few people, or too few who came back, to fit a model.';

function valueWords(rows: readonly StructValue[], days: number): string {
  const [first] = rows;
  if (first === undefined) return tooFew;
  const sum = (column: string) => rows.reduce((total, row) => total + (numberOf(row[column]) || 0), 0);
  return `${counted(sum('people'), 'person is', 'people are')} expected to bring ${readable(sum('value'))} in the next ${counted(
    days,
    'day',
  )}, with ${readable(sum('expected_purchases'))} purchases; the first tenth brings ${share(numberOf(first.value), sum('value'))} of it.`;
}

function peopleWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  if (first === undefined) return tooFew;
  return `“${textOf(first.person)}” is worth most with ${readable(numberOf(first.lifetime_value))}: ${readable(
    numberOf(first.expected_purchases),
  )} purchases of ${readable(numberOf(first.expected_amount))} are expected, and the probability of still buying is ${share(
    numberOf(first.probability_alive),
    1,
  )}.`;
}

function holdoutWords(rows: readonly StructValue[]): string {
  const sum = (column: string) => rows.reduce((total, row) => total + numberOf(row.people) * numberOf(row[column]), 0);
  if (rows.length === 0) return tooFew;
  const [foretold, seen] = [sum('foretold'), sum('seen')];
  const off = seen > 0 ? `, ${share(Math.abs(foretold - seen), seen)} ${foretold < seen ? 'too few' : 'too many'}` : '';
  return `Fitted without the last days, the model foretold ${readable(foretold)} purchases in them where ${readable(seen)} came${off}.`;
}

function modelWords([row]: readonly StructValue[]): string {
  if (row === undefined) return tooFew;
  const rate = numberOf(row.weekly_rate);
  return `While they buy at all, people buy every ${readable(1 / rate)} weeks at the average rate, drop out after a purchase with a probability of ${share(
    numberOf(row.dropout_probability),
    1,
  )}, and spend ${readable(numberOf(row.average_amount))} each time on average.`;
}
