import type { Lesson } from '../contract.ts';

const weeks = `WITH weeks AS (
  SELECT DISTINCT user_id, CAST(date_trunc('week', event_time) AS DATE) AS week
  FROM events_engagement
),
neighbours AS (
  SELECT
    user_id,
    week,
    lag(week) OVER (PARTITION BY user_id ORDER BY week) AS week_before
  FROM weeks
)`;

/** Active users by day, week and month: why they do not add up, and what comes and goes beneath a level line. */
export const activeAndSticky: Lesson = {
  id: 'active-and-sticky',
  title: 'Active, and still here',
  goal: 'Count active users without counting anybody twice, read stickiness, and see who is won and lost beneath a level line.',
  minutes: 15,
  datasets: ['events_engagement'],
  pages: [
    {
      title: 'Seven days are not seven times a day',
      text: `A user is **active** on a day when they did anything at all: \`count(DISTINCT user_id)\` counts each once. Product analytics (chapter EXPLORE 202 of Data Distiller) calls these DAU, WAU and MAU: daily, weekly and monthly active users.

They do **not** add up. Who comes on three days of a week counts in three days, and once in the week. Distinct counts must be counted anew for each span, from the events themselves.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  CAST(event_time AS DATE) AS active_day,
  count(DISTINCT user_id) AS daily_users
FROM events_engagement
WHERE event_time >= DATE '2026-05-25'
GROUP BY active_day
ORDER BY active_day;`,
      },
      questions: [
        {
          id: 'sum-of-days',
          prompt: 'What do the seven daily figures of this page add up to?',
          answer: 1121,
          proof: `SELECT count(*) FROM (
  SELECT DISTINCT user_id, CAST(event_time AS DATE) FROM events_engagement WHERE event_time >= DATE '2026-05-25'
)`,
          hint: 'Run the statement and add up daily_users.',
          because: 'It counts pairs of a user and a day, not people.',
        },
        {
          id: 'weekly-users',
          prompt: 'And how many different users came in those seven days?',
          answer: 765,
          proof: `SELECT count(DISTINCT user_id) FROM events_engagement WHERE event_time >= DATE '2026-05-25'`,
          hint: 'Leave active_day out of the SELECT, and the GROUP BY.',
          because: 'The difference to the sum is people who came on more than one of the days.',
        },
      ],
    },
    {
      title: 'Stickiness',
      text: `How often do people come? Divide the users of an average day by the users of 28 days: **stickiness**. 100 % means that everybody comes every day, 20 % that a user comes on about 6 days of 28.

Run the guide. Its second step does not count people again for every day. It notes when somebody comes **into** the span and when they **fall out** of it, and adds these changes up: one pass, whatever the length of the span.`,
      task: {
        kind: 'module',
        module: 'explore.engagement',
        input: { dataset: 'events_engagement', person: 'user_id', time: 'event_time' },
        notes: {
          active_days: 'One row for each person and day: everything else is read from it.',
          daily_activity: 'The UNION ALL lists who comes in (+1) and who falls out (−1); sum(…) OVER adds them up.',
          lifecycle: 'lag and lead look at the week before and after of the same person.',
        },
      },
      questions: [
        {
          id: 'monthly-users',
          prompt: 'How many users were active in the 28 days up to 2026-05-31?',
          answer: 1185,
          proof: `SELECT count(DISTINCT user_id) FROM events_engagement WHERE event_time >= DATE '2026-05-31' - 27`,
          hint: 'It stands in the first sentence of the findings.',
          because: 'Nearly all of the 1,200 users of the app came at least once.',
        },
        {
          id: 'stickiness',
          prompt: 'What is the stickiness on that day, in percent with one decimal?',
          answer: 13.5,
          proof: `WITH days AS (SELECT DISTINCT user_id, CAST(event_time AS DATE) AS active_day FROM events_engagement)
SELECT round(100 * (count(*) FILTER (WHERE active_day >= DATE '2026-05-25') / 7)
  / count(DISTINCT user_id) FILTER (WHERE active_day >= DATE '2026-05-04'), 1)
FROM days`,
          hint: 'Look at the finding Stickiness, last row, or at its sentence.',
          because: 'The users of an average day of the last week, over the users of 28 days: about 4 days of 28.',
        },
      ],
    },
    {
      title: 'Beneath a level line',
      text: `Since the end of April the number of users a week hardly changes. Does nothing happen? Look at who they are: **returning** (here last week too), **resurrected** (here before, away last week), **new**, and **lost**.

One window says it all: \`lag(week)\` gives the last week in which the same user was active. Is it the week before? Longer ago? NULL?`,
      task: {
        kind: 'sql',
        statement: `${weeks}
SELECT
  week,
  count(*) AS active,
  count_if(week_before IS NULL) AS new,
  count_if(week_before = week - 7) AS returning,
  count_if(week_before < week - 7) AS resurrected
FROM neighbours
GROUP BY week
ORDER BY week;`,
      },
      questions: [
        {
          id: 'resurrected',
          prompt: 'How many of the users of the week from 2026-05-18 had been away the week before?',
          answer: 277,
          proof: `${weeks}
SELECT count(*) FROM neighbours WHERE week = DATE '2026-05-18' AND week_before < week - 7`,
          hint: 'Look at the column resurrected.',
          because: 'More than a third of the week. The line is level because as many come back as fall away.',
        },
      ],
    },
  ],
};
