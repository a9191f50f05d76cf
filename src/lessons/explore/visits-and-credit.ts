import type { Lesson } from '../contract.ts';

const events = `WITH events AS (
  SELECT DISTINCT ON (_id) _id, identityMap.ECID[1].id AS person, timestamp AS event_time
  FROM web_clickstream
  WHERE timestamp < DATE '2026-06-01'
),
marked AS (
  SELECT *, coalesce(event_time > lag(event_time) OVER (PARTITION BY person ORDER BY event_time, _id) + INTERVAL 30 MINUTE, true) AS is_new
  FROM events
)`;

/** Visits are a rule, bots are not visitors, and credit for a sale depends on who gives it. */
export const visitsAndCredit: Lesson = {
  id: 'visits-and-credit',
  title: 'Visits, bots and credit',
  goal: 'Make visits of events, keep machines out of the figures, and read what a channel is credited with.',
  minutes: 20,
  datasets: ['web_clickstream'],
  pages: [
    {
      title: 'A visit is a rule',
      text: `No event says “here a visit begins”. A visit is a **rule**: it ends when nothing happens for 30 minutes. In SQL that takes two windows:

1. \`lag\` looks at the event before, of the same visitor. Is it more than 30 minutes ago, or is there none? Then a visit begins.
2. Adding up the beginnings gives each event the number of its visit.`,
      task: {
        kind: 'sql',
        statement: `WITH marked AS (
  SELECT
    identityMap.ECID[1].id AS visitor,
    timestamp AS event_time,
    coalesce(timestamp > lag(timestamp) OVER in_order + INTERVAL 30 MINUTE, true) AS is_new
  FROM web_clickstream
  WINDOW in_order AS (PARTITION BY identityMap.ECID[1].id ORDER BY timestamp)
)
SELECT
  visitor,
  event_time,
  sum(CAST(is_new AS INTEGER)) OVER (PARTITION BY visitor ORDER BY event_time) AS visit_number
FROM marked
ORDER BY visitor, event_time
LIMIT 100;`,
      },
      questions: [
        {
          id: 'all-visits',
          prompt: 'How many visits does the rule give, for all visitors, each event once and nothing from the future?',
          answer: 9922,
          proof: `${events}
SELECT count(*) FROM marked WHERE is_new`,
          hint: 'Run the guide of the next page without leaving out bots.',
          because: 'Each beginning is one visit, so that counting beginnings counts visits.',
        },
      ],
    },
    {
      title: 'Not everybody is somebody',
      text: `Run the guide and look at its checks first. Some visitors read the catalogue for hours with a page exactly every 30 seconds: no person does that. They are eight of six thousand visitors, and make almost a fifth of all events.

The guide leaves them out and shows the list, so that you can judge the rule.`,
      task: {
        kind: 'module',
        module: 'explore.web-analytics',
        input: {
          dataset: 'web_clickstream',
          person: 'identityMap.ECID[1].id',
          time: 'timestamp',
          signedIn: 'identityMap.CRMID[1].id',
          page: 'web.webPageDetails.name',
          channel: 'marketing.channel',
          event: 'eventType',
          conversion: 'commerce.purchases',
          revenue: 'commerce."order".priceTotal',
          device: 'device.type',
          eventId: '_id',
          lookback: 0,
        },
        notes: {
          visit_events: 'The two windows of the page before; next_page is the way on, used for paths.',
          suspects: 'Pauses that hardly differ from their mean betray a machine.',
          visits: 'arg_min(channel, depth) is the first channel that is known in a visit.',
          touches: 'The weights of one conversion add up to 1 by each rule.',
        },
      },
      questions: [
        {
          id: 'human-visits',
          prompt: 'How many visits are left without the bots?',
          answer: 9873,
          proof: `${events},
bots AS (SELECT person FROM events GROUP BY person HAVING count(*) > 300)
SELECT count(*) FROM marked ANTI JOIN bots USING (person) WHERE is_new`,
          hint: 'It stands in the first sentence of the findings.',
          because: '49 of 9,922 visits were those of eight bots.',
        },
        {
          id: 'bot-events',
          prompt: 'And how many events did the bots make?',
          answer: 7160,
          proof: `${events},
bots AS (SELECT person FROM events GROUP BY person HAVING count(*) > 300)
SELECT count(*) FROM events SEMI JOIN bots USING (person)`,
          hint: 'Add up the column events of the check’s evidence.',
          because: 'Few visits, but very many pages: page views would be a fifth too high.',
        },
      ],
    },
    {
      title: 'Who gets the credit?',
      text: `Somebody comes by search, returns by a newsletter and buys. Which of the two sold? **First touch** says search, **last touch** the newsletter, **linear** half and half. Time decay gives more to what is nearer, position-based 40 % to each end.

Every rule adds up to the same total. None proves a cause: for that you would need a test in which some people do not get the newsletter.`,
      questions: [
        {
          id: 'email-last',
          prompt: 'How much revenue does last touch credit to email?',
          answer: 19_225.42,
          proof: `${events},
numbered AS (
  SELECT *, sum(CAST(is_new AS INTEGER)) OVER (PARTITION BY person ORDER BY event_time, _id) AS visit_number FROM marked
),
visits AS (
  SELECT
    arg_min(marketing.channel, event_time) AS channel,
    sum(commerce."order".priceTotal) FILTER (WHERE eventType = 'commerce.purchases') AS revenue
  FROM numbered
  JOIN (SELECT DISTINCT ON (_id) _id, marketing, commerce, eventType FROM web_clickstream) USING (_id)
  GROUP BY person, visit_number
)
SELECT round(sum(revenue), 2) FROM visits WHERE channel = 'email'`,
          hint: 'Look at Revenue by channel, row email, column last_touch.',
          because: 'By first touch it is 13,796.15: email sells to people whom another channel brought.',
        },
      ],
    },
  ],
};
