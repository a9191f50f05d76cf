import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { checkInput } from '../../../src/modules/check-input.ts';
import { defineModule } from '../../../src/modules/contract.ts';
import {
  columnField,
  columnsField,
  datasetField,
  dayField,
  optionalColumnField,
  outputField,
  recordsField,
  textField,
  wholeNumberField,
} from '../../../src/modules/fields.ts';

const text = (title: string) => ({ title, description: 'What it is for.' });
const module = defineModule({
  id: 'explore.test',
  version: 1,
  title: 'Test',
  summary: 'A test.',
  input: z.object({
    dataset: datasetField(text('Dataset')),
    person: columnField({ ...text('Person'), of: 'dataset' }),
    at: columnField({ ...text('Time'), of: 'dataset', types: ['time'] }),
    amount: optionalColumnField({ ...text('Amount'), of: 'dataset', types: ['number'] }),
    groups: columnsField({ ...text('Groups'), of: 'dataset', types: ['text', 'boolean'] }),
    bins: wholeNumberField({ ...text('Bins'), initial: 5, minimum: 2, maximum: 10 }),
    until: dayField(text('Until')),
    rules: recordsField({
      ...text('Rules'),
      item: z.object({
        name: textField({ ...text('Name'), initial: '' })
          .unwrap()
          .min(1, 'A rule needs a name.'),
      }),
      initial: [],
    }),
    saveAs: outputField(text('Keep as')),
  }),
  plan: () => ({ steps: [], checks: [], findings: [], outputs: [] }),
});

const catalog = catalogView([
  {
    schema: 'main',
    name: 'events',
    rowCount: 3,
    columns: [
      { name: 'person', type: 'VARCHAR' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'amount', type: 'DECIMAL(18,2)' },
      { name: 'web', type: 'STRUCT(page VARCHAR, "load time" BIGINT)' },
      { name: 'ids', type: 'STRUCT(id VARCHAR)[]' },
    ],
  },
  { schema: 'main', name: 'recent', columns: [] },
  { schema: 'old', name: 'events', columns: [{ name: 'at', type: 'DATE' }] },
]);
const good = { dataset: 'events', person: 'person', at: 'at' };
const issuesOf = (input: unknown) => {
  const checked = checkInput(module, input, catalog);
  return checked.ok ? [] : checked.issues.map(({ field, message }) => `${field}: ${message}`);
};

test('defaults are filled in', () => {
  expect(checkInput(module, good, catalog)).toEqual({
    ok: true,
    input: { ...good, amount: '', groups: [], bins: 5, until: '', rules: [], saveAs: '' },
  });
});

test('names are found whatever their case, nested fields and first items too', () => {
  expect(issuesOf({ ...good, dataset: 'EVENTS', person: 'ids[1].id', amount: 'web."load time"' })).toEqual([]);
});

describe('what does not fit is said in a sentence', () => {
  test.each([
    [{}, ['dataset: Choose a dataset.', 'person: Choose a column.', 'at: Choose a column.']],
    [{ ...good, dataset: '' }, ['dataset: Choose a dataset.']],
    [{ ...good, dataset: 'gone' }, ['dataset: There is no table or view "gone".']],
    [{ ...good, person: 'who' }, ['person: “events” has no column “who”.']],
    [{ ...good, at: 'person' }, ['at: Time takes a day or time, and “person” is VARCHAR.']],
    [
      { ...good, groups: ['person', 'amount'] },
      ['groups: Groups takes text or yes or no, and “amount” is DECIMAL(18,2).'],
    ],
    [{ ...good, dataset: 'old.events' }, ['person: “old.events” has no column “person”.']],
    [{ ...good, bins: 2.5 }, ['bins: Give a whole number from 2 to 10.']],
    [{ ...good, until: '31.12.2026' }, ['until: Write a day as 2026-12-31.']],
    [{ ...good, rules: [{ name: 'a' }, { name: '' }] }, ['rules: Entry 2: A rule needs a name.']],
    [
      { ...good, saveAs: 'Events' },
      ['saveAs: “Events” is read by this module: choose another name for what it makes.'],
    ],
    [{ ...good, saveAs: 'Recent' }, ['saveAs: “Recent” is a view: choose another name for what it makes.']],
    [7, [': Invalid input: expected object, received number']],
  ])('%j', (input, issues) => {
    expect(issuesOf(input)).toEqual(issues);
  });
});
