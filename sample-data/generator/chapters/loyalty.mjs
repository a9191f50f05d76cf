import { day, isoDay, ndjson, tally } from '../formats.mjs';
import { createStream } from '../random.mjs';

const statuses = [
  ['FLYER', 55, 0.5],
  ['FREQUENT', 27, 1.2],
  ['SILVER', 12, 2.2],
  ['GOLD', 6, 3.5],
];
const from = Date.UTC(2025, 5, 1);

/** A year of miles that 1,000 customers gained with the partner airline and spent. */
export function makeLoyalty({ customers }) {
  const stream = createStream('loyalty');
  const transactions = stream
    .sample(customers, 1000)
    .flatMap((customer, index) => {
      const [status, , pace] = stream.weighted(statuses.map((one) => [one, one[1]]));
      return Array.from({ length: 1 + stream.poisson(7 * pace) }, () => {
        const isAward = stream.chance(0.15);
        const mileage = (isAward ? -1 : 1) * stream.between(3, 60) * 100;
        return {
          customer,
          number: `M${String(index + 1).padStart(6, '0')}`,
          status,
          isAward,
          mileage,
          time: from + stream.between(0, 364) * day,
        };
      });
    })
    .sort((a, b) => a.time - b.time || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
  const members = tally(transactions, ({ status, number }) => `${status} ${number}`);
  return {
    files: { 'airline_loyalty_data.ndjson.gz': ndjson(transactions.map(record)) },
    truths: {
      'airline_loyalty_data.ndjson.gz': {
        transactions: transactions.length,
        membersByStatus: tally(Object.keys(members), (key) => key.split(' ')[0]),
        milesByStatus: tally(
          transactions,
          ({ status }) => status,
          ({ mileage }) => mileage,
        ),
        awards: transactions.filter(({ isAward }) => isAward).length,
      },
    },
  };
}

function record({ customer, number, status, isAward, mileage, time }, index) {
  return {
    _id: `miles-${String(index + 1).padStart(6, '0')}`,
    _tenant: {
      membershipNumber: number,
      emailAddress: { address: customer.email },
      transactionDate: isoDay(time),
      transactionType: isAward ? 'AWARD_MILES' : 'STATUS_MILES',
      transactionDetails: isAward ? 'Ticket paid with miles' : 'Flight',
      mileage,
      loyaltyStatus: status,
    },
  };
}
