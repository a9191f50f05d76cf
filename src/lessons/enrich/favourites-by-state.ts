import type { Lesson } from '../contract.ts';

const likes = `WITH likes AS (
  SELECT DISTINCT email, state, unnest(string_split(genres, '|')) AS genre
  FROM movie_data
  WHERE email IS NOT NULL
)`;

const shares = `${likes},
shares AS (
  SELECT
    state,
    genre,
    count(*) AS people,
    count(*) / (SELECT count(DISTINCT email) FROM likes AS inner_likes WHERE inner_likes.state = likes.state) AS share
  FROM likes
  GROUP BY state, genre
),
everyone AS (
  SELECT genre, count(DISTINCT email) / (SELECT count(DISTINCT email) FROM likes) AS overall_share
  FROM likes
  GROUP BY genre
)`;

/** Fields that hold several values, favourites of groups, and lift. */
export const favouritesByState: Lesson = {
  id: 'favourites-by-state',
  title: 'What each group likes best',
  goal: 'Take fields with several values apart, find the favourite of each group, and tell what is really theirs.',
  minutes: 15,
  datasets: ['movie_data'],
  pages: [
    {
      title: 'Three counts of people',
      text: `A streaming service wants to write to people of each state about the films they like: chapter ENRICH 101 of Data Distiller. First: **how many people** can be written to? Rows, rows with an address, and different addresses are three different figures.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  count(*) AS rows,
  count(email) AS with_email,
  count(DISTINCT email) AS people
FROM movie_data;`,
      },
      questions: [
        {
          id: 'without-email',
          prompt: 'How many rows have no email address?',
          answer: 14,
          proof: 'SELECT count(*) FROM movie_data WHERE email IS NULL',
          hint: 'rows less with_email.',
          because: 'count(email) leaves NULL out.',
        },
        {
          id: 'people',
          prompt: 'How many people can be written to?',
          answer: 976,
          proof: 'SELECT count(DISTINCT email) FROM movie_data',
          hint: 'The last column.',
          because: 'Ten addresses come twice; their preferences are put together.',
        },
      ],
    },
    {
      title: 'One row a preference',
      text: `\`genres\` holds texts such as \`Action|Comedy\`. Grouping by them would make a group of every combination. \`string_split\` makes a list of the text, \`unnest\` a row of each item, \`DISTINCT\` keeps each person and genre once.

Then rank the genres within each state: \`row_number() OVER (PARTITION BY state ORDER BY people DESC)\`.`,
      task: {
        kind: 'module',
        module: 'enrich.preferences',
        input: { dataset: 'movie_data', person: 'email', values: 'genres', group: 'state', delimiter: '|' },
        notes: {
          likes: 'The field taken apart: one row for each person, state and genre.',
          ranked: 'Shares within the state, the share among everyone, and the one over the other.',
          favourites: 'list(person) gathers whom to write to.',
        },
      },
      questions: [
        {
          id: 'favourite',
          prompt: 'Which genre is the favourite in every state?',
          answer: 'Drama',
          proof: `${shares}
SELECT CASE WHEN count(DISTINCT genre) = 1 THEN any_value(genre) END
FROM (SELECT state, arg_max(genre, people) AS genre FROM shares GROUP BY state)`,
          hint: 'Look at Favourites of each group.',
          because: 'It is liked most everywhere: eight campaigns would all be the same.',
        },
        {
          id: 'drama',
          prompt: 'How many people like Drama, in all states together?',
          answer: 528,
          proof: `${likes}
SELECT count(DISTINCT email) FROM likes WHERE genre = 'Drama'`,
          hint: 'Look at What people like, column people.',
          because: 'Two of them have rows in two states: added up over states they would be 530.',
        },
      ],
    },
    {
      title: 'What is theirs',
      text: `The favourite says what is liked; it does not say what **sets a group apart**. **Lift** does: the share in the state over the share among everyone. 1 is like everybody, 2 is twice as much.

Beware of small numbers: eight people make a large lift by chance. Look at the people beside the lift before you act on it.`,
      task: {
        kind: 'sql',
        statement: `${shares}
SELECT state, genre, people, share, share / overall_share AS lift
FROM shares
JOIN everyone USING (genre)
ORDER BY lift DESC
LIMIT 10;`,
      },
      questions: [
        {
          id: 'western-people',
          prompt: 'Western in MA has the largest lift. How many people is that?',
          answer: 8,
          proof: `${shares}
SELECT arg_max(people, share / overall_share) FROM shares JOIN everyone USING (genre)`,
          hint: 'Column people of the first row.',
          because: 'Among so few, three people more or less decide.',
        },
        {
          id: 'maine-thriller',
          prompt: 'What is the lift of Thriller in ME, to two decimals?',
          answer: 1.53,
          proof: `${shares}
SELECT round(share / overall_share, 2) FROM shares JOIN everyone USING (genre) WHERE state = 'ME' AND genre = 'Thriller'`,
          hint: 'The second row.',
          because: 'Half as many again as among everyone.',
        },
      ],
    },
  ],
};
