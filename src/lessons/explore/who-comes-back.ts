import type { Lesson } from '../contract.ts';

const days = `WITH days AS (
  SELECT DISTINCT user_id, CAST(event_time AS DATE) AS active_day FROM events_engagement
),
firsts AS (
  SELECT user_id, min(active_day) AS first_day FROM days GROUP BY user_id
)`;

/** Retention by cohort: own first days, exact and rolling return, and cohorts too young to judge. */
export const whoComesBack: Lesson = {
  id: 'who-comes-back',
  title: 'Who comes back',
  goal: 'Follow people from their own first day, read a heat map of cohorts, and know what a young cohort cannot tell.',
  minutes: 15,
  datasets: ['events_engagement'],
  pages: [
    {
      title: 'Everybody from their own first day',
      text: `Of 100 people who opened the app in May, how many stayed? The question has no answer until each person is measured from **their own** first day: who came yesterday has had no time to leave.

So two things are needed for each person: the first day, and the days since then on which they were back.`,
      task: {
        kind: 'sql',
        statement: `WITH days AS (
  SELECT DISTINCT user_id, CAST(event_time AS DATE) AS active_day
  FROM events_engagement
)
SELECT user_id, active_day, active_day - min(active_day) OVER (PARTITION BY user_id) AS days_since_first
FROM days
ORDER BY user_id, active_day
LIMIT 100;`,
      },
      questions: [
        {
          id: 'users',
          prompt: 'How many people does the app have?',
          answer: 1200,
          proof: 'SELECT count(DISTINCT user_id) FROM events_engagement',
          hint: 'Count different users, not rows.',
          because: 'Ten weekly cohorts of 120 people each.',
        },
        {
          id: 'back-next-day',
          prompt: 'How many of them were back on the very next day?',
          answer: 497,
          proof: `${days}
SELECT count(*) FROM days JOIN firsts USING (user_id) WHERE active_day = first_day + 1`,
          hint: 'These are the rows with days_since_first = 1.',
          because: 'Days are distinct, so that each person has one such row at most.',
        },
      ],
    },
    {
      title: 'Cohorts side by side',
      text: `People who began in the same week are a **cohort**. The guide shows for each cohort the share that was back on each day. Read the heat map down a column: is the same day of life darker for newer cohorts?

A cell is shown only when **every** person of the cohort has lived through that day. If not, a young cohort would look as if it lost people who simply had no time yet.`,
      task: {
        kind: 'module',
        module: 'explore.retention',
        input: { dataset: 'events_engagement', person: 'user_id', time: 'event_time' },
        notes: {
          active_days: 'One row for each person and day: how often somebody came on a day does not matter here.',
          first_days: 'One group for each person: the day on which they began, and the last on which they were back.',
          cohort_periods:
            'date_sub counts complete days, weeks or months. The condition on the last day leaves out what cannot be known yet.',
        },
      },
      questions: [
        {
          id: 'last-cohort-day-7',
          prompt: 'What share of the cohort of 2026-04-06 was back on day 7, in percent with one decimal?',
          answer: 27.5,
          proof: `${days}
SELECT 100 * count(*) FILTER (WHERE active_day = first_day + 7) / count(DISTINCT user_id)
FROM days JOIN firsts USING (user_id)
WHERE date_trunc('week', first_day) = DATE '2026-04-06'`,
          hint: 'Look at Cohorts side by side, column day_7.',
          because: '33 of 120 people were back on the seventh day after their first.',
        },
      ],
    },
    {
      title: 'On that day, or ever after',
      text: `Somebody who came on day 29 and on day 31 was not there on day 30. **Exact** retention counts them as gone, **rolling** retention as still there: back on that day or any later one.

Rolling retention never rises, and is always the larger of the two. Name the one you mean, or two teams will argue over two right figures. Run the guide again with *Back in that period or later*.`,
      questions: [
        {
          id: 'rolling-30',
          prompt: 'How many of the last cohort (2026-04-06) were back on day 30 or later?',
          answer: 119,
          proof: `${days},
lasts AS (SELECT user_id, max(active_day) AS last_day FROM days GROUP BY user_id)
SELECT count(*) FROM firsts JOIN lasts USING (user_id)
WHERE date_trunc('week', first_day) = DATE '2026-04-06' AND last_day >= first_day + 30`,
          hint: 'Look at returned_then_or_later in Retention by week.',
          because:
            'On the very day 30 only 21 of the 120 were there: nearly everybody comes now and then, few come every day.',
        },
      ],
    },
  ],
};
