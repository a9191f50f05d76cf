import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { numberOf, textOf } from '../../../../src/modules/words.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

const feedback = truths['ajo_message_feedback_event_dataset.ndjson.gz'];
const tracking = truths['ajo_email_tracking_experience_event_dataset.ndjson.gz'];
const steps = truths['journey_step_events.ndjson.gz'];
const sources = {
  feedback: 'ajo_message_feedback_event_dataset',
  tracking: 'ajo_email_tracking_experience_event_dataset',
  steps: 'journey_step_events',
  entities: 'ajo_entity_dataset',
};

let database: OpenDatabase;
let record: RunRecord;
beforeAll(async () => {
  database = await openSampleProject(Object.values(sources));
  record = await sampleRunner(database)('explore.journey-messages', sources);
});
afterAll(() => database.close());

const by = (id: string, key: string, value: string) =>
  Object.fromEntries(rowsOf(record, id).map((row) => [textOf(row[key]), row[value]]));
const sum = (id: string, value: string) => rowsOf(record, id).reduce((all, row) => all + numberOf(row[value]), 0);

test('the datasets are known by their columns', () => {
  const main = database.workspace.datasets.filter(({ schema }) => schema === 'main');
  expect(moduleById('explore.journey-messages').suggest?.(catalogView(main))).toEqual(sources);
});

test('messages end as the generator says', () => {
  expect(sum('journeys', 'messages')).toBe(feedback.messages);
  expect(sum('journeys', 'sent')).toBe(feedback.messagesByFinalStatus.sent);
  expect(sum('journeys', 'bounced')).toBe(feedback.messagesByFinalStatus.bounce);
  expect(sum('journeys', 'excluded')).toBe(feedback.messagesByFinalStatus.exclude);
  expect(sum('journeys', 'delayed')).toBe(feedback.delays);
  expect(by('journeys', 'journey', 'sent')).toEqual(feedback.sentByJourney);
});

test('domains and reasons', () => {
  expect(by('domains', 'domain', 'sent')).toMatchObject(feedback.sentByDomain);
  expect(by('domains', 'domain', 'bounced')).toMatchObject(feedback.bouncesByDomain);
  const failures = rowsOf(record, 'failures');
  const reasons = failures.map(({ reason }) => textOf(reason));
  const bounces = (keep: (row: (typeof failures)[number]) => boolean) =>
    failures.filter(keep).reduce((all, row) => all + numberOf(row.bounces), 0);
  expect(Object.fromEntries(reasons.map((name) => [name, bounces(({ reason }) => reason === name)]))).toEqual(
    feedback.bouncesByReason,
  );
  expect(bounces(({ failure_type }) => failure_type === 'Hard')).toBe(feedback.hardBounces);
});

test('messages opened and clicked count once', () => {
  expect(sum('messages', 'opened')).toBe(tracking.messagesOpened);
  expect(sum('messages', 'clicked')).toBe(tracking.messagesClicked);
  expect(by('journeys', 'journey', 'opened')).toEqual(tracking.messagesOpenedByJourney);
});

test('journeys: entries, steps and errors', () => {
  expect(by('nodes', 'node_id', 'steps')).toEqual(steps.stepsByNode);
  const starts = rowsOf(record, 'nodes').filter(({ node_type }) => node_type === 'start');
  expect(Object.fromEntries(starts.map(({ journey, entries }) => [textOf(journey), entries]))).toEqual(
    steps.entriesByJourney,
  );
  expect({ capped: sum('nodes', 'capped'), timedout: sum('nodes', 'timed_out') }).toEqual(steps.errorsByCode);
});
