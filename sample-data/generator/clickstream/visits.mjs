import { products } from '../catalog.mjs';
import { day, minute } from '../formats.mjs';

/** The ninety days of the clickstream: from, and the first instant after it. */
export const span = { from: Date.UTC(2026, 2, 3), to: Date.UTC(2026, 5, 1) };

/** The steps of the funnel, by how deep a visit went: each step holds all steps before it. */
export const depths = ['none', 'productViews', 'productListAdds', 'checkouts', 'purchases'];

const depthShares = {
  phone: [40, 45, 11, 4],
  desktop: [34, 43, 14, 9],
  tablet: [38, 45, 12, 5],
};
const sourceShares = [
  ['direct', 26],
  ['organic search', 30],
  ['paid search', 18],
  ['email', 12],
  ['social', 9],
  ['affiliate', 5],
];
const buyerSourceShares = [
  ['direct', 30],
  ['organic search', 22],
  ['paid search', 18],
  ['email', 22],
  ['social', 4],
  ['affiliate', 4],
];

/** Plans visits: the pages with their times, a source, a depth, and whether the visitor signs in. */
export function createVisitPlanner(stream) {
  const { random, between, pick, chance, weighted } = stream;

  const pagesOf = (depth, order) => {
    const item = order ? { name: order.product, price: order.amount, quantity: order.quantity } : pickProduct();
    const browsing = Array.from({ length: between(0, 3) }, () => ({
      page: pick(['home', 'category', 'search', 'guide']),
    }));
    const pages = [{ page: pick(['home', 'home', 'category', 'guide']) }, ...browsing];
    if (depth >= 1)
      for (let views = between(1, 2); views > 0; views--)
        pages.push({ page: 'product', step: 1, item: views === 1 ? item : pickProduct() });
    if (depth >= 2) pages.push({ page: 'cart', step: 2, item });
    if (depth >= 3) pages.push({ page: 'checkout', step: 3, item });
    if (depth >= 4) pages.push({ page: 'thank-you', step: 4, item, order });
    return pages;
  };
  const pickProduct = () => {
    const [name, , price] = pick(products);
    return { name, price, quantity: 1 };
  };
  /** Pauses between pages, all below thirty minutes; one in twenty visits has one just below it. */
  const pausesOf = (count) => {
    const pauses = Array.from({ length: count }, () => between(4, 240) * 1000);
    if (count > 0 && chance(0.05)) pauses[between(0, count - 1)] = between(1700, 1799) * 1000;
    return pauses;
  };
  const timed = (pages, start, pauses) => {
    let time = start;
    return pages.map((page, index) => ({ ...page, time: (time += index === 0 ? 0 : pauses[index - 1]) }));
  };
  const visitOf = (visitor, pages, depth, source) => {
    const isSignedIn = visitor.customer !== undefined && (depth >= 3 || (pages.length > 1 && chance(0.35)));
    return { visitor, pages, depth, source, signInAt: isSignedIn ? (depth >= 3 ? 3 : 1) : Infinity };
  };

  return {
    purchase(visitor, order) {
      const pages = pagesOf(4, order);
      const pauses = pausesOf(pages.length - 1);
      const start = order.orderedAt - pauses.reduce((sum, pause) => sum + pause, 0);
      return visitOf(visitor, timed(pages, start, pauses), 4, weighted(buyerSourceShares));
    },
    /** A visit without a purchase; `start` when it follows another one. */
    browse(
      visitor,
      start = span.from + Math.floor((random() * (span.to - span.from - 8 * 60 * minute)) / 1000) * 1000,
    ) {
      const isBounce = chance(0.36);
      const depth = isBounce ? 0 : weighted(depthShares[visitor.device].map((share, index) => [index, share]));
      const pages = isBounce
        ? [{ page: pick(['home', 'category', 'guide']) }]
        : [...pagesOf(depth), ...(depth === 0 ? [{ page: 'category' }] : [])];
      return visitOf(visitor, timed(pages, start, pausesOf(pages.length - 1)), depth, weighted(sourceShares));
    },
    /** How many visits without a purchase a visitor makes. */
    visitCount: () => (chance(0.78) ? 1 : between(2, 4)),
    followUpStart: (end) => end + between(1801, 2100) * 1000,
  };
}

/** Whether two visits of one browser lie so near that the thirty-minute rule would join them. */
export function isApart(visit, others) {
  const [from, to] = [visit.pages[0].time, visit.pages[visit.pages.length - 1].time];
  return others.every(
    ({ pages }) => from - pages[pages.length - 1].time > 30 * minute || pages[0].time - to > 30 * minute,
  );
}

/** Whether the whole visit lies in the ninety days. */
export const isInSpan = ({ pages }) => pages[0].time >= span.from && pages[pages.length - 1].time < span.to - day / 24;
