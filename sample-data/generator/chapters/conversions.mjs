import { csv } from '../formats.mjs';
import { createStream, logistic } from '../random.mjs';

const sizes = { train: 3000, test: 1000, inference: 1000 };
const coefficients = {
  intercept: -3.2,
  visits: 0.14,
  page_views: 0.03,
  campaign_clicks: 0.45,
  cart_adds: 0.9,
  days_since_last_visit: -0.06,
};
const features = Object.keys(coefficients).slice(1);

/** Visitors with what they did, and whether they bought in the next week, drawn from a logistic model. */
export function makeConversions() {
  const stream = createStream('conversions');
  const visitor = (_, index) => {
    const visits = 1 + stream.poisson(stream.gamma(1.5, 0.5));
    const row = [
      visits,
      visits + stream.poisson(visits * 2.5),
      stream.poisson(0.6),
      stream.poisson(0.25 * visits),
      stream.between(0, 30),
    ];
    const logOdds = row.reduce((sum, value, at) => sum + value * coefficients[features[at]], coefficients.intercept);
    return { id: `V${String(index + 1).padStart(5, '0')}`, row, converted: stream.chance(logistic(logOdds)) ? 1 : 0 };
  };
  const all = Array.from({ length: sizes.train + sizes.test + sizes.inference }, visitor);
  const parts = {
    train: all.slice(0, sizes.train),
    test: all.slice(sizes.train, sizes.train + sizes.test),
    inference: all.slice(sizes.train + sizes.test),
  };
  const conversions = (list) => list.filter(({ converted }) => converted === 1).length;
  return {
    files: Object.fromEntries(
      Object.entries(parts).map(([name, list]) => {
        const hasLabel = name !== 'inference';
        return [
          `webevents_${name}.csv`,
          csv(
            ['visitor_id', ...features, ...(hasLabel ? ['converted'] : [])],
            list.map(({ id, row, converted }) => [id, ...row, ...(hasLabel ? [converted] : [])]),
          ),
        ];
      }),
    ),
    truths: {
      'webevents_train.csv': {
        visitors: sizes.train,
        conversions: conversions(parts.train),
        logOddsCoefficients: coefficients,
      },
      'webevents_test.csv': { visitors: sizes.test, conversions: conversions(parts.test) },
      'webevents_inference.csv': { visitors: sizes.inference, conversionsToCome: conversions(parts.inference) },
    },
  };
}
