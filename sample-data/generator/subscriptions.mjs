import { csv, day, isoDay, tally, total } from './formats.mjs';
import { createStream, logistic } from './random.mjs';

const plans = [
  [{ plan: 'basic', fee: 9 }, 50],
  [{ plan: 'plus', fee: 19 }, 35],
  [{ plan: 'pro', fee: 39 }, 15],
];
const yearStart = Date.UTC(2026, 0, 1);
const memberCount = 1200;
const trialOnlyCount = 180;
const coefficients = {
  intercept: -0.4,
  monthly_fee: 0.03,
  sessions_last_30_days: -0.14,
  support_tickets: 0.55,
  has_autopay: -0.8,
  tenure_months: -0.05,
};
const header = [
  'subscription_id',
  'customer_id',
  'plan',
  'monthly_fee',
  'trial_started_on',
  'started_on',
  'ended_on',
  'tenure_months',
  'sessions_last_30_days',
  'support_tickets',
  'has_autopay',
  'churned',
];

/**
 * The outdoor club: 1,200 members, the churn of 2026 drawn from a logistic model of what is known of each, and 180
 * people whose trial ended without a subscription.
 */
export function makeSubscriptions({ customers }) {
  const stream = createStream('subscriptions');
  const people = stream.sample(customers, memberCount + trialOnlyCount);
  const members = people.slice(0, memberCount).map((customer) => memberOf(stream, customer));
  const trials = people.slice(memberCount).map((customer) => {
    const { plan, fee } = stream.weighted(plans);
    return { customer, plan, fee, trial: Date.UTC(2024, stream.between(0, 27), stream.between(1, 28)) };
  });
  const rows = stream
    .shuffle([...members, ...trials])
    .map((one, index) => ({ ...one, id: `SUB-${String(index + 1).padStart(5, '0')}` }));
  const churned = members.filter(({ isChurned }) => isChurned);
  const active = members.filter(({ isChurned }) => !isChurned);
  const tried = members.filter(({ trial }) => trial !== undefined);
  return {
    files: { 'subscriptions.csv': csv(header, rows.map(row)) },
    truths: {
      'subscriptions.csv': {
        rows: rows.length,
        members: members.length,
        trials: tried.length + trials.length,
        trialsConverted: tried.length,
        churned: churned.length,
        churnedByPlan: tally(churned, ({ plan }) => plan),
        activeByPlan: tally(active, ({ plan }) => plan),
        monthlyRevenueOn20260101: total(members, ({ fee }) => fee),
        monthlyRevenueOn20260601: total(active, ({ fee }) => fee),
        endedByMonth: tally(churned, ({ ended }) => isoDay(ended).slice(0, 7)),
        churnLogOddsCoefficients: coefficients,
      },
    },
  };
}

function memberOf(stream, customer) {
  const { plan, fee } = stream.weighted(plans);
  const started = Date.UTC(2024, stream.between(0, 23), stream.between(1, 28));
  const features = {
    monthly_fee: fee,
    tenure_months: monthsBetween(started, yearStart),
    sessions_last_30_days: Math.min(30, stream.poisson(stream.gamma(2, 0.25))),
    support_tickets: stream.poisson(0.7),
    has_autopay: stream.chance(0.62),
  };
  const isChurned = stream.chance(logistic(logOdds(features)));
  return {
    customer,
    plan,
    fee,
    features,
    started,
    isChurned,
    ended: isChurned ? yearStart + stream.between(0, 150) * day : undefined,
    trial: stream.chance(0.4) ? started - 14 * day : undefined,
  };
}

function logOdds(features) {
  return Object.entries(features).reduce(
    (sum, [name, value]) => sum + coefficients[name] * Number(value),
    coefficients.intercept,
  );
}

const dayOf = (time) => (time === undefined ? '' : isoDay(time));

function row({ id, customer, plan, fee, features, started, isChurned, ended, trial }) {
  const { tenure_months, sessions_last_30_days, support_tickets, has_autopay } = features ?? {};
  return [
    id,
    customer.id,
    plan,
    fee,
    dayOf(trial),
    dayOf(started),
    dayOf(ended),
    tenure_months,
    sessions_last_30_days,
    support_tickets,
    has_autopay,
    isChurned,
  ];
}

function monthsBetween(from, to) {
  const [start, end] = [new Date(from), new Date(to)];
  return (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
}
