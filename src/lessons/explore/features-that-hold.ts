import type { Lesson } from '../contract.ts';

const firsts = `WITH days AS (
  SELECT DISTINCT user_id, feature, CAST(event_time AS DATE) AS active_day
  FROM events_engagement
),
people AS (
  SELECT
    user_id,
    feature,
    active_day,
    min(active_day) OVER (PARTITION BY feature, user_id) AS first_day
  FROM days
)`;

/** Adoption, frequency and return are three questions, and the last needs time. */
export const featuresThatHold: Lesson = {
  id: 'features-that-hold',
  title: 'Features that hold people',
  goal: 'Tell adoption from use and from return, and leave out of a share those who could not have returned yet.',
  minutes: 12,
  datasets: ['events_engagement'],
  pages: [
    {
      title: 'Used much, or used by many?',
      text: `10,000 uses may be ten people who cannot stop. So ask of each feature, as chapter EXPLORE 202 of Data Distiller does for events on a web site:

- **Adoption**: which share of all users ever used it? \`count(DISTINCT user_id)\` over all users.
- **Frequency**: how often does one of its users use it? Uses over users.

The number of all users does not depend on the feature, so it comes from a subquery of its own.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  feature,
  count(*) AS uses,
  count(DISTINCT user_id) AS users,
  count(DISTINCT user_id) / (SELECT count(DISTINCT user_id) FROM events_engagement) AS adoption,
  count(*) / count(DISTINCT user_id) AS uses_each
FROM events_engagement
GROUP BY feature
ORDER BY users DESC;`,
      },
      questions: [
        {
          id: 'least-adopted',
          prompt: 'Which feature has the lowest adoption?',
          answer: 'offline map',
          proof: `SELECT arg_min(feature, users)
FROM (SELECT feature, count(DISTINCT user_id) AS users FROM events_engagement GROUP BY feature)`,
          hint: 'The last row of the statement.',
          because: '888 of 1,200 users ever opened it.',
        },
        {
          id: 'home-feed-each',
          prompt: 'How often did a user of the home feed use it, on average, to two decimals?',
          answer: 8.02,
          proof: `SELECT round(count(*) / count(DISTINCT user_id), 2) FROM events_engagement WHERE feature = 'home feed'`,
          hint: 'Column uses_each.',
          because: '9,623 uses by 1,200 users.',
        },
      ],
    },
    {
      title: 'Used again?',
      text: `A feature that everybody tries once has an adoption of 100 %, and no worth. The third question is whether people **return** to it: on another day, within 28 days of their first.

Mind the young: who first used it last week has had no 28 days. Counted as not returned, they would pull every new feature down. So the share is taken of those who **could be followed** for 28 days. That is what \`users_followed\` is.`,
      task: {
        kind: 'module',
        module: 'explore.feature-usage',
        input: { dataset: 'events_engagement', person: 'user_id', time: 'event_time', event: 'feature' },
        notes: {
          feature_days: 'Events brought down to one row for each person, feature and day.',
          feature_figures: 'FILTER beside an aggregate counts some of the rows; the GROUP BY stays the same.',
        },
      },
      questions: [
        {
          id: 'too-young',
          prompt: 'How many users of the offline map first used it too late to be followed for 28 days?',
          answer: 138,
          proof: `${firsts}
SELECT count(DISTINCT user_id) FROM people WHERE feature = 'offline map' AND first_day > DATE '2026-05-31' - 28`,
          hint: 'Take users_followed from users.',
          because: 'They are not known to have stayed away: they only had no time yet.',
        },
        {
          id: 'used-again',
          prompt: 'Of those who were followed, what share used the offline map again, in percent with one decimal?',
          answer: 36.4,
          proof: `${firsts},
followed AS (
  SELECT user_id, bool_or(active_day > first_day AND active_day <= first_day + 28) AS came_again
  FROM people
  WHERE feature = 'offline map' AND first_day <= DATE '2026-05-31' - 28
  GROUP BY user_id
)
SELECT round(100 * count_if(came_again) / count(*), 1) FROM followed`,
          hint: 'Look at the finding about who uses a feature again.',
          because:
            'Of the home feed it is 92.5 %. The map may still be right for few, and dear to them: ask before you cut it.',
        },
      ],
    },
  ],
};
