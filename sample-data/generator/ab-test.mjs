import { csv, day, isoSecond, round, total } from './formats.mjs';
import { createStream } from './random.mjs';

const from = Date.UTC(2026, 4, 4);
const arms = { control: 0.1, treatment: 0.125 };
/** A test of a new checkout over four weeks on the visitors of the web site, with the probability of buying per arm. */
export function makeAbTest({ visitors }) {
  const stream = createStream('ab-test');
  const units = visitors.map(({ id, device }) => {
    const variant = stream.chance(0.5) ? 'treatment' : 'control';
    const before = round(stream.chance(0.35) ? stream.gamma(2, 1 / 35) : 0);
    const isConverted = stream.chance(arms[variant]);
    const revenue = isConverted ? round(40 + 0.4 * before + stream.gamma(2, 1 / 25)) : 0;
    return {
      id,
      variant,
      before,
      isConverted,
      revenue,
      device,
      exposed: from + Math.floor((stream.random() * 28 * day) / 1000) * 1000,
    };
  });
  const by = (of) =>
    Object.fromEntries(Object.keys(arms).map((arm) => [arm, of(units.filter(({ variant }) => variant === arm))]));
  return {
    files: {
      'ab_test.csv': csv(
        ['visitor_id', 'variant', 'exposed_at', 'device', 'revenue_before', 'converted', 'revenue'],
        units.map((unit) => [
          unit.id,
          unit.variant,
          isoSecond(unit.exposed),
          unit.device,
          unit.before.toFixed(2),
          unit.isConverted,
          unit.revenue.toFixed(2),
        ]),
      ),
    },
    truths: {
      'ab_test.csv': {
        conversionProbability: arms,
        relativeLift: 0.25,
        visitors: by((list) => list.length),
        conversions: by((list) => list.filter(({ isConverted }) => isConverted).length),
        revenue: by((list) => total(list, ({ revenue }) => revenue)),
      },
    },
  };
}
