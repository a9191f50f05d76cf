import { products } from './catalog.mjs';
import { csv, day, isoDay, round, tally } from './formats.mjs';
import { createStream } from './random.mjs';

const good = [
  'I love the {product}.',
  'The {product} is excellent and very comfortable.',
  'Great quality, it has lasted two seasons.',
  'Best {product} I ever owned.',
  'It kept me dry all day, wonderful.',
  'Perfect fit and fast delivery.',
];
const bad = [
  'The {product} broke after a week.',
  'Terrible quality, I want my money back.',
  'It leaks and smells awful.',
  'Very disappointed with the {product}.',
  'Uncomfortable and far too heavy.',
  'Arrived late and damaged.',
];
const plain = [
  'I bought the {product} in the store.',
  'The {product} does what it should.',
  'I use it on weekends.',
  'The colour is a little darker than in the picture.',
];
const shares = {
  Footwear: [6, 8, 14, 32, 40],
  Outerwear: [4, 6, 12, 34, 44],
  Bags: [8, 10, 20, 34, 28],
  Accessories: [14, 16, 22, 28, 20],
};

/** Reviews whose words agree with their stars: praise for 4 and 5, blame for 1 and 2, both or neither for 3. */
export function makeReviews({ customers }) {
  const stream = createStream('reviews');
  const reviews = Array.from({ length: 1500 }, (_, index) => {
    const [product, category] = stream.pick(products);
    const stars = stream.weighted(shares[category].map((share, at) => [at + 1, share]));
    return {
      id: `RV-${String(index + 1).padStart(5, '0')}`,
      product,
      category,
      stars,
      customer: stream.pick(customers),
      date: Date.UTC(2025, 0, 1) + stream.between(0, 515) * day,
      text: textOf(stream, stars).replaceAll('{product}', product.toLowerCase()),
    };
  });
  return {
    files: {
      'product_reviews.csv': csv(
        ['review_id', 'customer_id', 'product', 'category', 'stars', 'reviewed_on', 'review'],
        reviews.map((review) => [
          review.id,
          review.customer.id,
          review.product,
          review.category,
          review.stars,
          isoDay(review.date),
          review.text,
        ]),
      ),
    },
    truths: {
      'product_reviews.csv': {
        reviews: reviews.length,
        reviewsByStars: tally(reviews, ({ stars }) => stars),
        sentiment: tally(reviews, ({ stars }) => (stars > 3 ? 'positive' : stars < 3 ? 'negative' : 'mixed')),
        averageStarsByCategory: Object.fromEntries(
          Object.keys(shares).map((category) => [
            category,
            average(reviews.filter((review) => review.category === category)),
          ]),
        ),
      },
    },
  };
}

const average = (reviews) => round(reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length, 4);

function textOf({ sample, pick, chance }, stars) {
  if (stars === 3) return (chance(0.5) ? [pick(good), pick(bad)] : sample(plain, 2)).join(' ');
  const count = stars === 1 || stars === 5 ? 2 : 1;
  return [...sample(stars > 3 ? good : bad, count), ...(chance(0.4) ? [pick(plain)] : [])].join(' ');
}
