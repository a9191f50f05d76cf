import { z } from 'zod';
import type { Truths } from '../truth-text.ts';

/**
 * Statements that measure how far a file lies from the model it was drawn from, in standard deviations of chance: each
 * gives the greatest of its absolute z-scores.
 */
export function modelDistances(truths: Truths): Readonly<Record<string, string>> {
  const parameters = (file: string, name: string) => z.record(z.string(), z.number()).parse(truths[file]?.[name]);
  const { r, alpha, p, q, v } = parameters('transactions_clv.csv', 'parameters');
  const spend = z
    .object({ promotionLift: z.number(), noiseDeviation: z.number() })
    .parse(truths['marketing_spend.csv']);
  return {
    'churn of subscriptions': logisticDistance(
      'subscriptions WHERE churned IS NOT NULL',
      'churned::INTEGER',
      parameters('subscriptions.csv', 'churnLogOddsCoefficients'),
      { has_autopay: 'has_autopay::INTEGER' },
    ),
    loans: logisticDistance('loans', 'took_loan', parameters('loans.csv', 'logOddsCoefficients'), {
      age_over_40: '(age > 40)::INTEGER',
      income_thousands: '(annual_income / 1000)',
      credit_score_over_600_hundreds: '((credit_score - 600) / 100)',
      unemployed: "(employment = 'unemployed')::INTEGER",
    }),
    'conversion of visitors': logisticDistance(
      'webevents_train',
      'converted',
      parameters('webevents_train.csv', 'logOddsCoefficients'),
    ),
    'conversion of both arms': shareDistance(
      'ab_test',
      'variant',
      'count(*) FILTER (converted)',
      parameters('ab_test.csv', 'conversionProbability'),
    ),
    'response of segments': shareDistance(
      'nps_survey',
      'segment',
      'count(score)',
      parameters('nps_survey.csv', 'responseProbabilityBySegment'),
    ),
    // BG/NBD: P(no repeat in t) = (alpha / (alpha + t)) ^ r; Fader, Hardie and Lee (2005), P(X(t) = x) at x = 0.
    'customers without a repeat purchase': `SELECT abs(sum(is_single - p)) / sqrt(sum(p * (1 - p)))
FROM (
  SELECT
    (count(DISTINCT date) = 1)::INTEGER AS is_single,
    pow(${alpha} / (${alpha} + (DATE '2026-05-31' - min(date)) / 7), ${r}) AS p
  FROM transactions_clv
  GROUP BY customer_id
)`,
    // Gamma-gamma: the mean of customers' means is p v / (q - 1); Fader and Hardie (2013).
    'mean amount of purchases': `SELECT abs(avg(mean) - ${p} * ${v} / (${q} - 1)) / (stddev(mean) / sqrt(count(*)))
FROM (SELECT avg(amount) AS mean FROM transactions_clv GROUP BY customer_id)`,
    'response of revenue to spend': `SELECT max(abs(residuals) / sqrt(squares) / ${spend.noiseDeviation})
FROM (
  SELECT
    sum((revenue - top * curve) * curve) AS residuals,
    sum(curve * curve) AS squares
  FROM (
    SELECT
      channel,
      revenue,
      ${caseOf('channel', parameters('marketing_spend.csv', 'topByChannel'))} AS top,
      ln(1 + spend / ${caseOf('channel', parameters('marketing_spend.csv', 'scaleByChannel'))})
        * CASE WHEN promotion THEN ${spend.promotionLift} ELSE 1 END
        * ${caseOf('economy', parameters('marketing_spend.csv', 'economyLift'))} AS curve
    FROM marketing_spend
  )
  GROUP BY channel
)`,
  };
}

function caseOf(column: string, values: Readonly<Record<string, number>>): string {
  const branches = Object.entries(values).map(([key, value]) => `WHEN '${key}' THEN ${value}`);
  return `CASE ${column} ${branches.join(' ')} END`;
}

/** Binomial counts of groups against their probabilities. */
function shareDistance(
  from: string,
  group: string,
  successes: string,
  shares: Readonly<Record<string, number>>,
): string {
  return `SELECT max(abs(successes - p * n) / sqrt(n * p * (1 - p)))
FROM (
  SELECT ${group}, ${caseOf(group, shares)} AS p, count(*) AS n, ${successes} AS successes
  FROM ${from}
  GROUP BY ${group}
)`;
}

/** The score equations of logistic regression at the true coefficients: sum of x (y − p) over its standard deviation. */
function logisticDistance(
  from: string,
  label: string,
  coefficients: Readonly<Record<string, number>>,
  expressions: Readonly<Record<string, string>> = {},
): string {
  const terms = Object.entries(coefficients).map(([name, coefficient]) => ({
    x: name === 'intercept' ? '1' : (expressions[name] ?? name),
    coefficient,
  }));
  const scores = terms.map(({ x }) => `abs(sum(${x} * (${label} - p))) / sqrt(sum(${x} * ${x} * p * (1 - p)))`);
  return `SELECT greatest(${scores.join(', ')})
FROM (
  SELECT
    *,
    1 / (1 + exp(-(${terms.map(({ x, coefficient }) => `${coefficient} * ${x}`).join(' + ')}))) AS p
  FROM ${from}
)`;
}
