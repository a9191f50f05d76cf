import { expect, test } from 'vitest';
import { z } from 'zod';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { changeDataset } from '../../../src/modules/change-dataset.ts';
import { defineModule } from '../../../src/modules/contract.ts';
import { columnField, columnsField, datasetField, wholeNumberField } from '../../../src/modules/fields.ts';
import { defaultInput } from '../../../src/modules/form.ts';

const text = (title: string) => ({ title, description: 'What it is for.' });
const module = defineModule({
  id: 'explore.test',
  version: 1,
  title: 'Test',
  summary: 'A test.',
  input: z.object({
    dataset: datasetField(text('Dataset')),
    person: columnField({ ...text('Person'), of: 'dataset' }),
    groups: columnsField({ ...text('Groups'), of: 'dataset' }),
    bins: wholeNumberField({ ...text('Bins'), initial: 5, minimum: 1, maximum: 9 }),
  }),
  suggest: ({ datasets: [first] }) => ({ person: first?.columns[0]?.name ?? '' }),
  plan: () => ({ steps: [], checks: [], findings: [], outputs: [] }),
});
const catalog = catalogView([
  {
    schema: 'main',
    name: 'orders',
    columns: [
      { name: 'customer', type: 'VARCHAR' },
      { name: 'channel', type: 'VARCHAR' },
    ],
  },
  {
    schema: 'main',
    name: 'events',
    columns: [
      { name: 'visitor', type: 'VARCHAR' },
      { name: 'channel', type: 'VARCHAR' },
    ],
  },
]);

test('columns that the other dataset has stay, others are suggested anew', () => {
  const before = { dataset: 'orders', person: 'customer', groups: ['customer', 'channel'], bins: 7 };
  expect(changeDataset(module, before, 'dataset', 'events', catalog)).toEqual({
    dataset: 'events',
    person: 'visitor',
    groups: ['channel'],
    bins: 7,
  });
});

test('without such a dataset only its name changes', () => {
  const before = { dataset: 'orders', person: 'customer' };
  expect(changeDataset(module, before, 'dataset', '', catalog)).toEqual({ dataset: '', person: 'customer' });
});

test('a form begins with the defaults of its fields', () => {
  expect(defaultInput(module.input)).toEqual({ groups: [], bins: 5 });
});
