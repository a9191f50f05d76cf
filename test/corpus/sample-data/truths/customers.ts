import { cents, count, each, type TruthQueries } from './queries.ts';

const answers = 'nps_survey WHERE score IS NOT NULL';
const nps = 'round(100.0 * (count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6)) / count(*), 4)';
const members = 'subscriptions WHERE started_on IS NOT NULL';
const cohort = (days: number) => `SELECT string_agg(cohort::DATE || ': ' || share, '; ')
FROM (
  SELECT
    date_trunc('week', first_day) AS cohort,
    round(count(DISTINCT user_id) FILTER (event_time::DATE = first_day + ${days}) / 120, 4) AS share
  FROM events_engagement
  JOIN (SELECT user_id, min(event_time)::DATE AS first_day FROM events_engagement GROUP BY user_id) USING (user_id)
  GROUP BY 1
)`;

export const customerTruths: TruthQueries = {
  'nps_survey.csv': {
    invitations: count('nps_survey'),
    responses: count(answers),
    promoters: count(`${answers} AND score >= 9`),
    passives: count(`${answers} AND score BETWEEN 7 AND 8`),
    detractors: count(`${answers} AND score <= 6`),
    nps: `SELECT ${nps} FROM ${answers}`,
    npsBySegment: each('segment', answers, nps),
    npsWeightedByInvitations: `SELECT round(sum(nps * invited) / sum(invited), 2)
FROM (SELECT segment, ${nps} AS nps FROM ${answers} GROUP BY segment)
JOIN (SELECT segment, count(*) AS invited FROM nps_survey GROUP BY segment) USING (segment)`,
    responsesBySegment: each('segment', answers),
    responsesByChannel: each('channel', answers),
  },
  'subscriptions.csv': {
    rows: count('subscriptions'),
    members: count(members),
    trials: 'SELECT count(trial_started_on) FROM subscriptions',
    trialsConverted: `SELECT count(trial_started_on) FROM ${members}`,
    churned: count('subscriptions WHERE ended_on IS NOT NULL AND churned'),
    churnedByPlan: each('plan', 'subscriptions WHERE churned'),
    activeByPlan: each('plan', `${members} AND ended_on IS NULL`),
    monthlyRevenueOn20260101: `SELECT sum(monthly_fee) FROM ${members}`,
    monthlyRevenueOn20260601: `SELECT sum(monthly_fee) FROM ${members} AND (ended_on IS NULL OR ended_on >= '2026-06-01')`,
    endedByMonth: each(`strftime(ended_on, '%Y-%m')`, 'subscriptions WHERE ended_on IS NOT NULL'),
  },
  'duplicate_contacts.csv': {
    records: count('duplicate_contacts'),
    recordsBySource: each('source', 'duplicate_contacts'),
  },
  'duplicate_contacts_truth.csv': {
    people:
      'SELECT count(DISTINCT person_id) FROM duplicate_contacts_truth SEMI JOIN customers ON person_id = customer_id',
    peopleByRecords: each('n', '(SELECT count(*) AS n FROM duplicate_contacts_truth GROUP BY person_id)'),
    truePairs: count(
      'duplicate_contacts_truth AS a JOIN duplicate_contacts_truth AS b USING (person_id) WHERE a.record_id < b.record_id',
    ),
  },
  'transactions_clv.csv': {
    customers: 'SELECT count(DISTINCT customer_id) FROM transactions_clv SEMI JOIN customers USING (customer_id)',
    transactions: count('transactions_clv'),
    revenue: `SELECT ${cents('amount')} FROM transactions_clv`,
    customersWithoutRepeatPurchase: count(
      '(SELECT customer_id FROM transactions_clv GROUP BY customer_id HAVING count(DISTINCT date) = 1)',
    ),
  },
  'marketing_spend.csv': {
    rows: count('marketing_spend'),
    spendByChannel: each('channel', 'marketing_spend', cents('spend')),
    revenueByChannel: each('channel', 'marketing_spend', cents('revenue')),
  },
  'product_reviews.csv': {
    reviews: count('product_reviews'),
    reviewsByStars: each('stars', 'product_reviews'),
    averageStarsByCategory: each('category', 'product_reviews', 'round(avg(stars), 4)'),
  },
  'product_preferences.csv': {
    customers: count('product_preferences'),
    customersWithoutActivity: count('product_preferences WHERE activities IS NULL'),
    customersByActivity: each(
      'activity',
      `(SELECT unnest(string_split(activities, '|')) AS activity FROM product_preferences)`,
    ),
  },
  'loans.csv': {
    customers: count('loans'),
    tookLoan: 'SELECT sum(took_loan) FROM loans',
    tookLoanByEmployment: each('employment', 'loans', 'sum(took_loan)'),
  },
  'ab_test.csv': {
    visitors: each('variant', 'ab_test'),
    conversions: each('variant', 'ab_test WHERE converted'),
    revenue: each('variant', 'ab_test', cents('revenue')),
  },
  'cancellations.csv': {
    cancellations: count('cancellations JOIN orders USING (order_id) WHERE cancelled_at > ordered_at'),
    cancellationsByReason: each('reason', 'cancellations'),
    amountCancelled: `SELECT ${cents('amount')} FROM cancellations JOIN orders USING (order_id)`,
  },
  'order_events.csv': {
    rows: count('order_events'),
    ordersKept: count('(SELECT purchase_id FROM order_events GROUP BY purchase_id HAVING count(*) = 1)'),
    revenueKept: `SELECT ${cents(`CASE WHEN event_type = 'order' THEN price_total ELSE -price_total END`)} FROM order_events`,
  },
  'events_engagement.csv': {
    events: count('events_engagement'),
    users: 'SELECT count(DISTINCT user_id) FROM events_engagement',
    eventsByFeature: each('feature', 'events_engagement'),
    retentionOnDay1ByCohort: cohort(1),
    retentionOnDay7ByCohort: cohort(7),
    retentionOnDay30ByCohort: cohort(30),
    activeUsersOn20260515: `SELECT count(DISTINCT user_id) FROM events_engagement WHERE event_time::DATE = '2026-05-15'`,
  },
};
