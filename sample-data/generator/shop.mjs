import { ascii, firstNames, lastNames, places, products } from './catalog.mjs';
import { csv, day, isoDay, ndjson } from './formats.mjs';
import { shopStream } from './random.mjs';

const channels = [
  ['web', 55],
  ['store', 30],
  ['app', 15],
];
const devices = [
  ['phone', 58],
  ['desktop', 34],
  ['tablet', 8],
];
const start = Date.UTC(2025, 0, 1);
const days = 516; // to 2026-05-31

/** The demo project's three files, and the customers and orders that every other dataset speaks of. */
export function makeShop() {
  const { random, between, pick, weighted } = shopStream();
  const customers = Array.from({ length: 2000 }, (_, index) => {
    const first = pick(firstNames);
    const last = pick(lastNames);
    const [city, state, zip] = weighted(places.map((place) => [place, place[3]]));
    const segment = weighted([
      ['new', 40],
      ['regular', 45],
      ['loyal', 15],
    ]);
    return {
      id: String(100_000 + index * 7).padStart(8, '0'),
      name: `${first} ${last}`,
      email: `${ascii(first)}.${ascii(last)}${index}@example.com`,
      phone: `0${between(20, 99)}-555-${String(between(0, 9999)).padStart(4, '0')}`,
      city,
      state,
      zip: `${zip}${String(between(0, 99)).padStart(2, '0')}`,
      segment,
      since: start - between(0, 900) * day,
      consent: random() < 0.72,
    };
  });

  /** Demand over the year: a winter peak, quiet summers, and 25 % growth a year. */
  const demand = (ms) => {
    const date = new Date(ms);
    const season = [0.8, 0.75, 0.85, 0.95, 1, 0.9, 0.8, 0.85, 1, 1.1, 1.45, 1.8][date.getUTCMonth()];
    return season * (1 + (0.25 * (ms - start)) / (365 * day));
  };
  const orders = [];
  for (let offset = 0; offset < days; offset++) {
    const ms = start + offset * day;
    const count = Math.round(15 * demand(ms) * (0.75 + random() * 0.5));
    for (let order = 0; order < count; order++) {
      const customer = customers[Math.floor(customers.length * random() ** 1.6)];
      const [product, category, price] = pick(products);
      const quantity = weighted([
        [1, 70],
        [2, 20],
        [3, 10],
      ]);
      const discount = customer.segment === 'loyal' ? 0.1 : 0;
      orders.push([
        `SO-${String(orders.length + 1).padStart(6, '0')}`,
        customer.id,
        `${isoDay(ms)} ${String(between(7, 22)).padStart(2, '0')}:${String(between(0, 59)).padStart(2, '0')}:00`,
        weighted(channels),
        product,
        category,
        quantity,
        (price * quantity * (1 - discount)).toFixed(2),
        random() < 0.045 ? 'returned' : 'completed',
      ]);
    }
  }

  const pages = ['home', 'search', 'category', 'product', 'cart', 'checkout', 'thank-you'];
  const events = Array.from({ length: 5000 }, (_, index) => {
    const customer = pick(customers);
    const signedIn = random() < 0.4;
    const page = pages[Math.min(pages.length - 1, Math.floor(random() ** 1.5 * pages.length))];
    const seen =
      page === 'product' || page === 'cart' ? Array.from({ length: between(1, 3) }, () => pick(products)) : [];
    return {
      _id: `e${String(index + 1).padStart(5, '0')}`,
      timestamp: new Date(start + Math.floor(random() * days * day)).toISOString(),
      eventType: `web.${page}`,
      identityMap: {
        ECID: [
          {
            id: String(9_000_000_000_000_000_000n + BigInt(Number.parseInt(customer.id, 10)) * 1_000_003n),
            primary: !signedIn,
          },
        ],
        ...(signedIn && { CRMID: [{ id: customer.id, primary: true }] }),
      },
      web: { page, referrer: random() < 0.35 ? pick(['search', 'newsletter', 'social', 'partner']) : null },
      device: {
        type: weighted(devices),
        screen: { width: pick([390, 768, 1440, 1920]), height: pick([844, 1024, 900, 1080]) },
      },
      ...(seen.length > 0 && {
        productListItems: seen.map(([name, category, price]) => ({ name, category, priceTotal: price })),
      }),
    };
  });

  return {
    customers,
    orders: orders.map(([id, customerId, orderedAt, channel, product, category, quantity, amount, status]) => ({
      id,
      customerId,
      orderedAt: Date.parse(`${orderedAt.replace(' ', 'T')}Z`),
      channel,
      product,
      category,
      quantity,
      amount: Number(amount),
      status,
    })),
    files: {
      'customers.csv': csv(
        [
          'customer_id',
          'name',
          'email',
          'phone',
          'city',
          'state',
          'zip',
          'segment',
          'customer_since',
          'marketing_consent',
        ],
        customers.map((c) => [
          c.id,
          c.name,
          c.email,
          c.phone,
          c.city,
          c.state,
          c.zip,
          c.segment,
          isoDay(c.since),
          c.consent,
        ]),
      ),
      'orders.csv': csv(
        ['order_id', 'customer_id', 'ordered_at', 'channel', 'product', 'category', 'quantity', 'amount', 'status'],
        orders,
      ),
      'web_events.ndjson': ndjson(events),
    },
    truths: {},
  };
}
