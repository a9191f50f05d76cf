import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { textOf } from '../../../../src/modules/words.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

const events = truths['ode_decisionevents_shop_decision.ndjson.gz'];
const repository = truths['decision_object_repository_personalized_offers.ndjson'];
const sources = {
  decisions: 'ode_decisionevents_shop_decision',
  offers: 'decision_object_repository_personalized_offers',
  placements: 'decision_object_repository_placements',
};

let database: OpenDatabase;
let record: RunRecord;
beforeAll(async () => {
  database = await openSampleProject(Object.values(sources));
  record = await sampleRunner(database)('explore.offers', { ...sources, liveOn: '2026-05-31' });
});
afterAll(() => database.close());

const by = (id: string, key: string, value: string) =>
  Object.fromEntries(rowsOf(record, id).map((row) => [textOf(row[key]), row[value]]));

test('the datasets are known by their columns', () => {
  const main = database.workspace.datasets.filter(({ schema }) => schema === 'main');
  expect(moduleById('explore.offers').suggest?.(catalogView(main))).toEqual(sources);
});

test('propositions, fallbacks and priority', () => {
  const [row] = rowsOf(record, 'overview');
  expect(row).toMatchObject({
    events: events.records,
    propositions: events.propositions,
    fallbacks: events.propositionsWithFallback,
  });
  expect(row?.mean_priority).toBeCloseTo(events.averagePriorityOfSelections, 3);
});

test('placements, offers and hours', () => {
  expect(by('placements', 'placement', 'propositions')).toEqual(events.propositionsByPlacement);
  expect(by('offers', 'offer', 'selections')).toMatchObject(events.selectionsByOffer);
  expect(by('hours', 'hour', 'events')).toMatchObject({ 12: events.eventsFromTwelveToOne });
});

test('the repository: live offers and contents', () => {
  expect(rowsOf(record, 'live')).toHaveLength(repository.liveOn20260531);
  expect(by('contents', 'placement_id', 'contents')).toEqual(repository.contentsByPlacement);
});
