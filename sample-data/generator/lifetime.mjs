import { csv, day, isoDay, round, total } from './formats.mjs';
import { createStream } from './random.mjs';

const parameters = { r: 0.55, alpha: 9, a: 0.8, b: 2.6, p: 6, q: 4, v: 30 };
const from = Date.UTC(2024, 11, 1);
const last = Date.UTC(2026, 4, 31);
const week = 7 * day;

/**
 * Eighteen months of purchases by all customers at the shop's outlet, drawn from BG/NBD (Fader, Hardie and Lee 2005,
 * time in weeks) for when and gamma-gamma (Fader and Hardie 2013, dollars) for how much.
 */
export function makeLifetime({ customers }) {
  const stream = createStream('lifetime');
  const histories = customers.map((customer) => {
    const rate = stream.gamma(parameters.r, parameters.alpha);
    const dropout = stream.beta(parameters.a, parameters.b);
    const mean = stream.gamma(parameters.q, parameters.v);
    const first = from + stream.between(0, 89) * day;
    const days = [first];
    let isAlive = true;
    for (
      let time = first + stream.exponential(rate) * week;
      isAlive && time < last;
      time += stream.exponential(rate) * week
    ) {
      days.push(time);
      isAlive = !stream.chance(dropout);
    }
    return {
      customer,
      isAlive,
      days,
      amounts: days.map(() => Math.max(0.01, round(stream.gamma(parameters.p, mean)))),
    };
  });
  const purchases = histories
    .flatMap(({ customer, days, amounts }) => days.map((time, index) => ({ customer, time, amount: amounts[index] })))
    .sort((a, b) => a.time - b.time || (a.customer.id < b.customer.id ? -1 : 1));
  return {
    files: {
      'transactions_clv.csv': csv(
        ['customer_id', 'date', 'amount'],
        purchases.map(({ customer, time, amount }) => [customer.id, isoDay(time), amount.toFixed(2)]),
      ),
    },
    truths: {
      'transactions_clv.csv': {
        parameters,
        customers: histories.length,
        transactions: purchases.length,
        revenue: total(purchases, ({ amount }) => amount),
        customersWithoutRepeatPurchase: histories.filter(({ days }) => new Set(days.map(isoDay)).size === 1).length,
        customersStillAlive: histories.filter(({ isAlive }) => isAlive).length,
        expectedMeanAmount: round((parameters.p * parameters.v) / (parameters.q - 1), 4),
        lastDay: isoDay(last),
      },
    },
  };
}
