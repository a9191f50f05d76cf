import type { Lesson } from '../contract.ts';

const messages = `WITH feedback AS (
  SELECT
    _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution_id,
    _experience.customerJourneyManagement.messageExecution.messageID AS message_id,
    _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus AS status,
    _experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.type AS failure_type,
    split_part(_experience.customerJourneyManagement.emailChannelContext.address, '@', 2) AS domain,
    timestamp AS event_time
  FROM ajo_message_feedback_event_dataset
),
messages AS (
  SELECT
    execution_id,
    any_value(message_id) AS message_id,
    any_value(domain) AS domain,
    arg_max(status, event_time) AS status,
    arg_max(failure_type, event_time) AS failure_type
  FROM feedback
  GROUP BY execution_id
)`;

const journeys = `${messages},
opens AS (
  SELECT DISTINCT _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution_id
  FROM ajo_email_tracking_experience_event_dataset
  WHERE _experience.customerJourneyManagement.messageInteraction.interactionType = 'open'
),
names AS (
  SELECT DISTINCT
    _experience.customerJourneyManagement.entities.channelDetails.messageID AS message_id,
    _experience.customerJourneyManagement.entities.journey.journeyName AS journey
  FROM ajo_entity_dataset
),
rates AS (
  SELECT
    journey,
    100 * count(opens.execution_id) / count_if(status = 'sent') AS open_rate
  FROM messages
  LEFT JOIN opens USING (execution_id)
  LEFT JOIN names USING (message_id)
  GROUP BY journey
)`;

/** The system datasets of journeys: reports that repeat, joins that must keep the silent, and bounces by domain. */
export const journeysAndMessages: Lesson = {
  id: 'journeys-and-messages',
  title: 'What became of a message',
  goal: 'Make one row a message of many reports, join reactions without losing the silent, and see why mail bounces.',
  minutes: 18,
  datasets: [
    'ajo_message_feedback_event_dataset',
    'ajo_email_tracking_experience_event_dataset',
    'ajo_entity_dataset',
    'journey_step_events',
  ],
  pages: [
    {
      title: 'A report is not a message',
      text: `Chapter EXPLORE 300 of Data Distiller reads the system datasets of journeys; here are datasets of the same shape. Each row of the **feedback** is a report: delayed, sent, bounced, excluded. One message may report several times.

What counts is the **last** report. \`arg_max(status, event_time)\` is the status of the row with the greatest time: no window, no subquery.`,
      task: {
        kind: 'sql',
        statement: `${messages}
SELECT
  status,
  count(*) AS messages
FROM messages
GROUP BY status
ORDER BY messages DESC;`,
      },
      questions: [
        {
          id: 'reports',
          prompt: 'How many reports are there?',
          answer: 4403,
          proof: 'SELECT count(*) FROM ajo_message_feedback_event_dataset',
          hint: 'SELECT count(*) FROM ajo_message_feedback_event_dataset',
          because: 'Of these, 133 say “delay” and are followed by another.',
        },
        {
          id: 'messages',
          prompt: 'And how many messages?',
          answer: 4270,
          proof: `${messages}
SELECT count(*) FROM messages`,
          hint: 'Add up the column messages of the statement.',
          because: 'Counting reports would have counted every delayed message twice.',
        },
      ],
    },
    {
      title: 'Keep the silent',
      text: `Opens and clicks lie in another dataset, journeys’ names in a third. Before the join each is brought to **one row a message**, or the join would multiply.

And it must be a \`LEFT JOIN\`. An inner join would keep only messages that somebody reacted to: every open rate would be 100 %.

Run the guide on all four datasets.`,
      task: {
        kind: 'module',
        module: 'explore.journey-messages',
        input: {
          feedback: 'ajo_message_feedback_event_dataset',
          tracking: 'ajo_email_tracking_experience_event_dataset',
          steps: 'journey_step_events',
          entities: 'ajo_entity_dataset',
        },
        notes: {
          messages: 'The statement of the page before, with the reason of a bounce.',
          interactions: 'FILTER makes three counts in one pass.',
          message_results: 'Two LEFT JOINs; coalesce turns the missing reactions into noughts.',
        },
      },
      questions: [
        {
          id: 'best-opened',
          prompt: 'Messages of which journey are opened most, by share of those sent?',
          answer: 'Welcome new customers',
          proof: `${journeys}
SELECT arg_max(journey, open_rate) FROM rates`,
          hint: 'Column open_rate of Messages by journey.',
          because: 'Who has just come is curious. The sale is sent most, and opened least.',
        },
        {
          id: 'cart-open-rate',
          prompt: 'What is the open rate of “Cart left behind”, in percent with one decimal?',
          answer: 39.2,
          proof: `${journeys}
SELECT round(open_rate, 1) FROM rates WHERE journey = 'Cart left behind'`,
          hint: '414 messages opened, of 1,057 sent.',
          because: 'Its clicks, 15.2 % of what was sent, are the best of all: trust clicks more than opens.',
        },
      ],
    },
    {
      title: 'Hard and soft',
      text: `A **hard** bounce says that the address does not exist; a **soft** one that the mailbox is full or the sender unwelcome today. Write to hard ones again and mail providers take you for a spammer.

Compare domains by the **rate** of bounces, not by their number: most addresses lie at one domain.`,
      task: {
        kind: 'sql',
        statement: `${messages}
SELECT
  domain,
  count_if(status = 'bounce') AS bounced,
  count_if(status IN ('sent', 'bounce')) AS tried,
  count_if(status = 'bounce') / count_if(status IN ('sent', 'bounce')) AS bounce_rate
FROM messages
GROUP BY domain
ORDER BY bounce_rate DESC;`,
      },
      questions: [
        {
          id: 'worst-domain',
          prompt: 'At which domain does the largest share bounce?',
          answer: 'example.org',
          proof: `${messages}
SELECT arg_max(domain, rate)
FROM (SELECT domain, count_if(status = 'bounce') / count_if(status IN ('sent', 'bounce')) AS rate FROM messages GROUP BY domain)`,
          hint: 'The first row of the statement.',
          because: '42 of 639; by number, example.net with 37 of 984 looks almost as bad.',
        },
        {
          id: 'hard',
          prompt: 'How many messages bounced hard?',
          answer: 73,
          proof: `${messages}
SELECT count(*) FROM messages WHERE status = 'bounce' AND failure_type = 'Hard'`,
          hint: 'Add up the hard reasons in “Why messages bounced”.',
          because: 'Invalid mailbox and unknown domain: take these addresses off the list.',
        },
      ],
    },
  ],
};
