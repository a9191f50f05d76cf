import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineModule } from '../../../src/modules/contract.ts';
import {
  choiceField,
  columnsField,
  datasetField,
  flagField,
  numberField,
  recordsField,
  textField,
  textsField,
} from '../../../src/modules/fields.ts';
import { inputFromSettings } from '../../../src/modules/read-settings.ts';

const words = (title: string) => ({ title, description: 'What it is for.' });
const module = defineModule({
  id: 'explore.test',
  version: 1,
  title: 'Test',
  summary: 'A test.',
  input: z.object({
    dataset: datasetField(words('Dataset')),
    columns: columnsField({ ...words('Columns'), of: 'dataset' }),
    steps: textsField({ ...words('Steps'), initial: [] }),
    share: numberField({ ...words('Share'), initial: 0.5, minimum: 0, maximum: 1 }),
    strict: flagField({ ...words('Strict'), initial: true }),
    ties: choiceField({
      ...words('Ties'),
      choices: [
        { value: 'split', label: 'Split' },
        { value: 'keep', label: 'Keep' },
      ],
      initial: 'split',
    }),
    rules: recordsField({
      ...words('Rules'),
      item: z.object({ name: textField({ ...words('Name'), initial: '' }) }),
      initial: [],
    }),
  }),
  plan: () => ({ steps: [], checks: [], findings: [], outputs: [] }),
});
const read = (...pairs: readonly (readonly [string, string])[]) => inputFromSettings(module, pairs);

test('each kind of field reads its text', () => {
  expect(
    read(
      ['dataset', 'orders'],
      ['columns', 'a, b'],
      ['columns', 'c'],
      ['share', '0.25'],
      ['strict', 'false'],
      ['ties', 'keep'],
      ['rules', '[{"name":"x"}]'],
    ),
  ).toEqual({
    dataset: 'orders',
    columns: ['a', 'b', 'c'],
    share: 0.25,
    strict: false,
    ties: 'keep',
    rules: [{ name: 'x' }],
  });
});

test('the last of several single values counts', () => {
  expect(read(['dataset', 'a'], ['dataset', 'b'])).toEqual({ dataset: 'b' });
});

test('what cannot be read is named', () => {
  expect(() => read(['sets', '1'])).toThrow('“Test” has no setting "sets".');
  expect(() => read(['strict', 'yes'])).toThrow('strict is true or false, not "yes".');
  expect(() => read(['rules', 'x'])).toThrow('rules is a JSON list');
});
