import { literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { keptRows, tableStep, viewStep } from '../events/steps.ts';
import { textSql } from '../events/normalise.ts';
import { messageFindings, nodeFindings } from './journey-findings.ts';
import { journeyInput, journeyPaths, suggestJourneys } from './journey-input.ts';
import { interactionsSql, messagesSql, nodesSql, resultsSql } from './journey-sql.ts';

/** What became of the messages of journeys, and where journeys lose people. */
export const journeyMessages = defineModule({
  id: 'explore.journey-messages',
  version: 1,
  title: 'Journeys and messages',
  summary:
    'What was sent, bounced, opened and clicked, by journey, message and domain, and how far people come in journeys.',
  input: journeyInput,
  suggest: (catalog) => suggestJourneys(catalog),
  plan(input, context) {
    const feedback = context.dataset(input.feedback);
    const tracking = context.dataset(input.tracking);
    const entities = context.dataset(input.entities);
    const messages = viewStep(context, {
      id: 'messages',
      title: 'One row for each message',
      what: 'Reads the feedback of each message to a person and keeps its last status, with the reason of a bounce.',
      why: 'A message reports more than once: first a delay, then that it was sent. Counting reports would count it twice.',
      caution: 'A report without an execution identifier belongs to no message and is left out.',
      query: messagesSql(feedback, input, context.now),
    });
    const interactions = viewStep(context, {
      id: 'interactions',
      title: 'Reactions to each message',
      what: 'Counts opens, clicks and unsubscriptions of each message.',
      why: 'Brought to one row for each message first, so that the join cannot multiply messages.',
      query: interactionsSql(tracking),
    });
    const results = tableStep(context, {
      id: 'message_results',
      title: 'Messages with names and reactions',
      what: 'Joins messages to the names of their journeys and to the reactions to them.',
      why: 'Identifiers say nothing to a reader; and a message without a reaction must stay, with noughts.',
      caution: 'LEFT JOIN keeps messages that nobody opened; an inner join would make every open rate 100 %.',
      query: resultsSql(messages.creates, interactions.creates, entities),
    });
    const nodes = tableStep(context, {
      id: 'journey_nodes',
      title: 'Steps of journeys',
      what: 'Counts for each node of each journey the entries that reached it, how long after entry, and its errors.',
      why: 'Where messages are few, the step before says why: a condition, a wait, a cap or a time-out.',
      query: nodesSql(context.dataset(input.steps), input, context.now),
    });
    return {
      steps: [messages, interactions, results, nodes],
      checks: checksOf(feedback, tracking, results),
      findings: [...messageFindings(results.creates), ...nodeFindings(nodes.creates)],
      outputs: keptRows(input.saveAs, results, 'Messages with what became of them', feedback, tracking, entities),
    };
  },
});

function checksOf(feedback: SourceDataset, tracking: SourceDataset, results: SqlStep): readonly Check[] {
  const withoutMessage = (source: SourceDataset): Sql => sql`SELECT ${textSql(source, '_id')} AS event_id
FROM ${source.from}
WHERE ${textSql(source, journeyPaths.execution)} IS NULL
ORDER BY event_id`;
  return [
    {
      id: 'reports_have_messages',
      title: 'Every report belongs to a message',
      severity: 'warning',
      when: 'before',
      violations: withoutMessage(feedback),
      remedy: 'Reports without an execution identifier are left out.',
      field: 'feedback',
    },
    {
      id: 'reactions_have_messages',
      title: 'Every reaction belongs to a message with feedback',
      severity: 'note',
      when: 'after',
      violations: sql`WITH reactions AS (
  SELECT DISTINCT ${textSql(tracking, journeyPaths.execution)} AS execution_id
  FROM ${tracking.from}
)
SELECT execution_id
FROM reactions
ANTI JOIN ${relation(results.creates)} USING (execution_id)
ORDER BY execution_id`,
      remedy:
        'Reactions to messages of other times are left out; if there are many, take the same time for both datasets.',
      field: 'from',
    },
    {
      id: 'messages_have_names',
      title: 'Every message has a journey',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT message_id, count(*) AS messages
FROM ${relation(results.creates)}
WHERE journey = ${literal('(unknown)')}
GROUP BY message_id
ORDER BY messages DESC, message_id`,
      remedy: 'They are shown as “(unknown)”: messages of campaigns, or of a newer export than that of the names.',
      field: 'entities',
    },
    {
      id: 'messages_are_left',
      title: 'There are messages to count',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT count(*) AS messages
FROM ${relation(results.creates)}
HAVING count(*) = 0`,
      remedy: 'Choose another dataset of feedback or a longer time.',
      field: 'feedback',
    },
  ];
}
