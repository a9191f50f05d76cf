import { ndjson, tally } from '../formats.mjs';
import { createStream } from '../random.mjs';
import { feedbackRecords, trackingRecords } from './message-records.mjs';
import { journeys } from './plans.mjs';
import { simulateJourneys } from './simulate.mjs';
import { entityRecords, stepRecords } from './step-records.mjs';

/** Three message journeys of spring 2026, in the shapes of the documented system datasets of a journey tool. */
export function makeJourneys({ customers }) {
  const stream = createStream('journeys');
  const ids = Object.fromEntries(
    journeys.map(({ key }) => [
      key,
      {
        version: uuid(stream),
        first: { action: uuid(stream), message: uuid(stream) },
        reminder: { action: uuid(stream), message: uuid(stream) },
      },
    ]),
  );
  const { messages, entries } = simulateJourneys(stream, customers);
  const numbered = messages.map((message, index) => ({
    ...message,
    execution: `exec-${String(index + 1).padStart(5, '0')}`,
    ids: ids[message.journey.key],
  }));
  const feedback = feedbackRecords(numbered);
  const tracking = trackingRecords(numbered);
  const steps = stepRecords(entries, ids);

  const sent = messages.filter(({ status }) => status === 'sent');
  const bounced = messages.filter(({ status }) => status === 'bounce');
  const interactions = messages.flatMap((message) => message.interactions.map(([kind]) => ({ kind, message })));
  const nodeOf = ({ journey, steps: [...walked] }) => walked.map(([node]) => `${journey.key}-${node}`);
  return {
    files: {
      'ajo_message_feedback_event_dataset.ndjson.gz': ndjson(feedback),
      'ajo_email_tracking_experience_event_dataset.ndjson.gz': ndjson(tracking),
      'journey_step_events.ndjson.gz': ndjson(steps),
      'ajo_entity_dataset.ndjson': ndjson(entityRecords(ids)),
    },
    truths: {
      'ajo_message_feedback_event_dataset.ndjson.gz': {
        records: feedback.length,
        messages: messages.length,
        messagesByFinalStatus: tally(messages, ({ status }) => status),
        delays: messages.filter(({ isDelayed }) => isDelayed).length,
        sentByJourney: tally(sent, ({ journey }) => journey.name),
        sentByDomain: tally(sent, ({ domain }) => domain),
        bouncesByDomain: tally(bounced, ({ domain }) => domain),
        bouncesByReason: tally(bounced, ({ failure }) => failure.reason),
        hardBounces: bounced.filter(({ failure }) => failure.type === 'Hard').length,
      },
      'ajo_email_tracking_experience_event_dataset.ndjson.gz': {
        records: tracking.length,
        eventsByInteraction: tally(interactions, ({ kind }) => kind),
        messagesOpened: messages.filter(({ isOpened }) => isOpened).length,
        messagesClicked: new Set(interactions.filter(({ kind }) => kind === 'click').map(({ message }) => message))
          .size,
        messagesOpenedByJourney: tally(
          messages.filter(({ isOpened }) => isOpened),
          ({ journey }) => journey.name,
        ),
      },
      'journey_step_events.ndjson.gz': {
        records: steps.length,
        entriesByJourney: tally(entries, ({ journey }) => journey.name),
        stepsByNode: tally(entries.flatMap(nodeOf), (node) => node),
        errorsByCode: tally(
          entries.flatMap(({ steps: walked }) => walked.flatMap(([, , error]) => error ?? [])),
          (code) => code,
        ),
      },
      'ajo_entity_dataset.ndjson': { records: journeys.length * 2 },
    },
  };
}

function uuid({ hex }) {
  return [8, 4, 4, 4, 12].map(hex).join('-');
}
