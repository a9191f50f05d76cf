import { csv, tally } from './formats.mjs';
import { createStream } from './random.mjs';

const activities = [
  ['hiking', 50],
  ['camping', 35],
  ['climbing', 18],
  ['running', 40],
  ['paddling', 12],
  ['skiing', 20],
];
const genres = [
  ['Drama', 45],
  ['Comedy', 38],
  ['Action', 26],
  ['Documentary', 24],
  ['Adventure', 22],
  ['Thriller', 20],
  ['Animation', 12],
  ['Western', 6],
];
const titles = [
  ['Silent', 'Northern', 'Broken', 'Golden', 'Last', 'Hidden', 'Distant', 'Second'],
  ['Summit', 'River', 'Winter', 'Trail', 'Harbor', 'Valley', 'Storm', 'Light'],
];

/** What customers like to do, and the films they watch: two files with several values in one field. */
export function makePreferences({ customers }) {
  const stream = createStream('preferences');
  const several = (options, most) =>
    options
      .filter(([, percent]) => stream.chance(percent / 100))
      .map(([name]) => name)
      .slice(0, most);
  const preferences = customers.map((customer) => ({ customer, likes: several(activities, 6) }));
  const films = filmRows(stream, customers, several);
  const emails = films.map(({ email }) => email).filter((email) => email !== '');
  return {
    files: {
      'product_preferences.csv': csv(
        ['customer_id', 'email', 'state', 'activities'],
        preferences.map(({ customer, likes }) => [customer.id, customer.email, customer.state, likes.join('|')]),
      ),
      'movie_data.csv': csv(
        ['id', 'first_name', 'last_name', 'email', 'state', 'title', 'genres'],
        films.map(({ first, last, email, state, title, kinds }, index) => [
          index + 1,
          first,
          last,
          email,
          state,
          title,
          kinds.join('|'),
        ]),
      ),
    },
    truths: {
      'product_preferences.csv': {
        customers: preferences.length,
        customersWithoutActivity: preferences.filter(({ likes }) => likes.length === 0).length,
        customersByActivity: tally(
          preferences.flatMap(({ likes }) => likes),
          (name) => name,
        ),
      },
      'movie_data.csv': {
        rows: films.length,
        distinctEmails: new Set(emails).size,
        rowsWithoutEmail: films.length - emails.length,
        rowsByGenre: tally(
          films.flatMap(({ kinds }) => kinds),
          (name) => name,
        ),
      },
    },
  };
}

/** A thousand rows with 976 emails: 14 rows have none, ten repeat the email of an earlier row. */
function filmRows(stream, customers, several) {
  const rows = stream.sample(customers, 1000).map(({ name, email, state }) => {
    const [first, last] = name.split(' ');
    const kinds = several(genres, 4);
    return {
      first,
      last,
      email,
      state,
      title: titles.map((words) => stream.pick(words)).join(' '),
      kinds: kinds.length === 0 ? ['Drama'] : kinds,
    };
  });
  const touched = stream.sample(rows.slice(500), 24);
  for (const row of touched.slice(0, 14)) row.email = '';
  const earlier = stream.sample(rows.slice(0, 500), 10);
  for (const [index, row] of touched.slice(14).entries()) {
    row.email = earlier[index].email;
  }
  return rows;
}
