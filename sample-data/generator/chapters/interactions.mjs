import { csv, day, isoDay } from '../formats.mjs';
import { createStream } from '../random.mjs';

const categories = [
  ['Footwear', 38],
  ['Outerwear', 30],
  ['Bags', 18],
  ['Accessories', 14],
];
const actions = [
  ['view', 70],
  ['add_to_cart', 18],
  ['purchase', 8],
  ['wishlist', 4],
];

/** Who did what in which category on which day of May 2026: distinct counts for sketches to come near to. */
export function makeInteractions() {
  const stream = createStream('interactions');
  const rows = Array.from({ length: 24_000 }, () => ({
    date: isoDay(Date.UTC(2026, 4, 1) + stream.between(0, 30) * day),
    user: `u${String(Math.floor(9000 * stream.random() * stream.random())).padStart(5, '0')}`,
    category: stream.weighted(categories),
    action: stream.weighted(actions),
  })).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const users = (list) => new Set(list.map(({ user }) => user));
  const of = (category) => users(rows.filter((row) => row.category === category));
  const bags = of('Bags');
  return {
    files: {
      'ecommerce_interactions.csv': csv(
        ['user_id', 'category', 'action', 'event_date'],
        rows.map(({ user, category, action, date }) => [user, category, action, date]),
      ),
    },
    truths: {
      'ecommerce_interactions.csv': {
        rows: rows.length,
        distinctUsers: users(rows).size,
        distinctUsersByCategory: Object.fromEntries(categories.map(([category]) => [category, of(category).size])),
        distinctUsersOfFootwearAndBags: [...of('Footwear')].filter((user) => bags.has(user)).length,
        distinctUsersOn20260515: users(rows.filter(({ date }) => date === '2026-05-15')).size,
      },
    },
  };
}
