import { places } from '../catalog.mjs';

/** People with a browser of their own in the clickstream. */
export const visitorCount = 6000;

/** The Experience Cloud identity of a browser: 38 digits. */
export const browserId = (index) =>
  `${30_000_000_000_000_000_000n + BigInt(index) * 982_451_653n}${String(index * 7919 + 10 ** 17)}`;

const browsers = {
  phone: [
    ['Mozilla/5.0 (iPhone) Safari/17', 55],
    ['Mozilla/5.0 (Android 14) Chrome/124', 45],
  ],
  desktop: [
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/124', 60],
    ['Mozilla/5.0 (Macintosh) Safari/17', 25],
    ['Mozilla/5.0 (X11) Firefox/125', 15],
  ],
  tablet: [['Mozilla/5.0 (iPad) Safari/17', 100]],
};
const buyerDevices = [
  ['desktop', 52],
  ['phone', 41],
  ['tablet', 7],
];
const visitorDevices = [
  ['phone', 64],
  ['desktop', 28],
  ['tablet', 8],
];

/**
 * Browsers, some of them a customer's. `add` makes one more; `fill` makes second browsers of buyers, browsers of
 * customers who bought nothing, and strangers, until there are `visitorCount`.
 */
export function createVisitors({ weighted, sample, pick }, customers) {
  const visitors = [];
  const add = (customer, devices = visitorDevices) => {
    const device = weighted(devices);
    const [city, state, zip] = customer
      ? [customer.city, customer.state, customer.zip]
      : (({ 0: town, 1: region, 2: start }) => [town, region, `${start}01`])(pick(places));
    const visitor = {
      id: browserId(visitors.length),
      customer,
      device,
      browser: weighted(browsers[device]),
      city,
      state,
      zip,
      visits: [],
    };
    visitors.push(visitor);
    return visitor;
  };
  return {
    visitors,
    addBuyer: (customer) => add(customer, buyerDevices),
    fill() {
      const buyers = [...new Set(visitors.map(({ customer }) => customer))];
      const bought = new Set(buyers);
      for (const customer of sample(buyers, 300)) add(customer);
      for (const customer of sample(
        customers.filter((one) => !bought.has(one)),
        700,
      ))
        add(customer);
      while (visitors.length < visitorCount) add();
    },
  };
}
