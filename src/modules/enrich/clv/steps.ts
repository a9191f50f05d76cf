import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { ComputeStep, PlanContext, SqlStep } from '../../contract.ts';
import { rowsOf } from '../purchases.ts';
import type { ClvInput } from './input.ts';
import { bgNbdColumns, bgNbdKernel, gammaGammaColumns, gammaGammaKernel } from './kernels.ts';

/** The days on which each person bought, read by both histories. */
export function purchaseDaysStep(purchases: SqlStep, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'purchase_days',
    title: 'Days with purchases',
    explanation: {
      what: 'Puts the purchases of a day together.',
      why: 'The model is fitted twice, to all days and without the last ones: both read from here.',
      caution: 'Purchases of one day are one: the model knows of no two at the same moment.',
    },
    as: 'table',
    creates: context.scratch('purchase_days'),
    query: sql`SELECT
  person,
  CAST(purchased_at AS DATE) AS purchase_day,
  sum(amount) AS amount
FROM ${rowsOf(purchases)}
GROUP BY person, CAST(purchased_at AS DATE)`,
  };
}

/** The day as whose beginning everything is told. */
function asOfSql(days: Sql, { day }: ClvInput): Sql {
  return day === '' ? sql`(SELECT max(purchase_day) + 1 FROM ${days})` : sql`CAST(${literal(day)} AS DATE)`;
}

/** Frequency, recency and age of each person, as a model wants them, now or as they were before the hold-out. */
export function historiesStep(days: SqlStep, input: ClvInput, isPast: boolean, context: PlanContext): SqlStep {
  const rows = rowsOf(days);
  const id = isPast ? 'past_histories' : 'histories';
  const until = isPast ? sql`as_of - ${literal(input.holdout)}` : sql`as_of`;
  const after = isPast
    ? sql`,
  count(*) FILTER (WHERE purchase_day >= ends AND purchase_day < as_of) AS purchases_after`
    : sql``;
  return {
    kind: 'sql',
    id,
    title: isPast ? 'Histories before the hold-out' : 'Histories',
    explanation: {
      what: isPast
        ? 'Takes the same histories as they stood before the last days, and counts the purchase days that then came.'
        : 'Takes of each person the repeat purchases, the days from first to last purchase, and from first to now.',
      why: isPast
        ? 'A model is to be trusted as far as it foretold what it had not seen.'
        : 'These three numbers are all that the model needs to know: recency here is counted from the first purchase.',
    },
    as: 'table',
    creates: context.scratch(id),
    query: sql`WITH as_of_day AS (
  SELECT ${asOfSql(rows, input)} AS as_of
), ends AS (
  SELECT as_of, ${until} AS ends
  FROM as_of_day
)
SELECT
  person,
  count(*) FILTER (WHERE purchase_day < ends) - 1 AS frequency,
  max(purchase_day) FILTER (WHERE purchase_day < ends) - min(purchase_day) AS recency_days,
  any_value(ends) - min(purchase_day) AS age_days,
  count(*) FILTER (WHERE purchase_day < ends) AS purchases,
  avg(amount) FILTER (WHERE purchase_day < ends) AS mean_amount${after}
FROM ${rows}
CROSS JOIN ends
GROUP BY person
HAVING min(purchase_day) < any_value(ends)`,
  };
}

/** What BG/NBD expects of each different history. */
export function purchaseModelStep(
  histories: SqlStep,
  input: ClvInput,
  isPast: boolean,
  context: PlanContext,
): ComputeStep {
  const id = isPast ? 'past_purchase_model' : 'purchase_model';
  return {
    kind: 'compute',
    id,
    title: isPast ? 'What the past let expect (BG/NBD)' : 'Expected purchases (BG/NBD)',
    explanation: {
      what: 'Fits the law by which people buy at rates of their own until they drop out, and takes what it expects of each history.',
      why: 'Somebody who bought often and then fell silent is likelier gone than somebody who always bought seldom.',
      caution: 'It knows no seasons, campaigns or new products: it carries on what was.',
    },
    creates: context.scratch(id),
    kernel: bgNbdKernel.id,
    inputs: {
      histories: sql`SELECT
  frequency,
  recency_days,
  age_days,
  count(*) AS people
FROM ${rowsOf(histories)}
GROUP BY frequency, recency_days, age_days
ORDER BY frequency, recency_days, age_days`,
    },
    parameters: { days: isPast ? input.holdout : input.horizon, discount: isPast ? 0 : input.discount },
    columns: bgNbdColumns,
  };
}

/** The law of amounts. */
export function spendModelStep(histories: SqlStep, context: PlanContext): ComputeStep {
  return {
    kind: 'compute',
    id: 'spend_model',
    title: 'Expected amounts (gamma-gamma)',
    explanation: {
      what: 'Fits the law by which mean amounts differ from person to person.',
      why: 'The mean of one purchase says little: the model draws it towards everyone’s, the less the more purchases there are.',
      caution: 'It takes amounts to have nothing to do with how often one buys; the check tells when they have.',
    },
    creates: context.scratch('spend_model'),
    kernel: gammaGammaKernel.id,
    inputs: {
      spending: sql`SELECT purchases, mean_amount
FROM ${rowsOf(histories)}
WHERE mean_amount > 0
ORDER BY purchases, mean_amount`,
    },
    parameters: {},
    columns: gammaGammaColumns,
  };
}

/** Expected purchases times expected amount. */
export function valuesStep(
  histories: SqlStep,
  purchases: ComputeStep,
  spend: ComputeStep,
  context: PlanContext,
): SqlStep {
  return {
    kind: 'sql',
    id: 'lifetime_values',
    title: 'Value of each person',
    explanation: {
      what: 'Multiplies the purchases expected, discounted to today, by the amount expected of each.',
      why: 'It is what one may spend to keep somebody, before costs.',
      caution:
        'It is revenue, not margin, and an expectation: single people differ from it widely, groups little. It is rounded to two decimals, the figures it is made of are not.',
    },
    as: 'table',
    creates: context.scratch('lifetime_values'),
    query: sql`SELECT
  person,
  frequency,
  recency_days,
  age_days,
  histories.purchases AS purchases_so_far,
  mean_amount,
  model.alive AS probability_alive,
  model.purchases AS expected_purchases,
  p * (v + histories.purchases * greatest(mean_amount, 0)) / (p * histories.purchases + q - 1) AS expected_amount,
  round(model.discounted * expected_amount, 2) AS lifetime_value
FROM ${rowsOf(histories)} AS histories
JOIN ${rowsOf(purchases)} AS model USING (frequency, recency_days, age_days)
CROSS JOIN ${rowsOf(spend)} AS spend
ORDER BY person`,
  };
}
