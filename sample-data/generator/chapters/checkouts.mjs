import { products } from '../catalog.mjs';
import { ndjson, round, total } from '../formats.mjs';
import { createStream } from '../random.mjs';

const batches = [2000, 24_000, 9000];
const tills = ['Boston', 'Chicago', 'Seattle'];

/** Deeply nested receipts of the stores in three batches of 2,000, 24,000 and 9,000: what three imports append. */
export function makeCheckouts({ customers }) {
  const stream = createStream('checkouts');
  let number = 0;
  const receipt = () => {
    const lines = Array.from(
      {
        length: stream.weighted([
          [1, 60],
          [2, 28],
          [3, 12],
        ]),
      },
      () => {
        const [name, category, price] = stream.pick(products);
        return {
          product: { name, category },
          quantity: stream.weighted([
            [1, 85],
            [2, 15],
          ]),
          price,
        };
      },
    );
    const amount = round(lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0));
    return {
      _id: `ch-${String(++number).padStart(5, '0')}`,
      customer: stream.chance(0.4) ? { id: stream.pick(customers).id } : null,
      order: {
        lines,
        payment: {
          method: stream.weighted([
            ['card', 70],
            ['cash', 22],
            ['voucher', 8],
          ]),
          amount,
        },
      },
      store: { city: stream.pick(tills), till: stream.between(1, 4) },
    };
  };
  const made = batches.map((size, index) => [
    `checkout_data_batch_${index + 1}.ndjson.gz`,
    Array.from({ length: size }, receipt),
  ]);
  return {
    files: Object.fromEntries(made.map(([name, list]) => [name, ndjson(list)])),
    truths: Object.fromEntries(
      made.map(([name, list]) => [
        name,
        {
          records: list.length,
          lines: list.reduce((sum, { order }) => sum + order.lines.length, 0),
          amount: total(list, ({ order }) => order.payment.amount),
          withCustomer: list.filter(({ customer }) => customer !== null).length,
        },
      ]),
    ),
  };
}
