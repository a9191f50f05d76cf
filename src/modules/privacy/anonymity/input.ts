import { z } from 'zod';
import {
  columnField,
  columnsField,
  datasetField,
  numberField,
  optionalColumnField,
  outputField,
  recordsField,
  textField,
  wholeNumberField,
} from '../../fields.ts';

const stepsSchema = z.object({
  column: columnField({ of: 'dataset', title: 'Column', description: 'One of the columns others may know.' }),
  steps: textField({
    title: 'Steps',
    description: 'Widths of bands, parts of dates, or numbers of first characters.',
    initial: '',
  }),
});

/** The input of the anonymity module. */
export const anonymityInput = z.object({
  dataset: datasetField({
    title: 'Dataset',
    description: 'The table or view that would be handed on, a row a person.',
  }),
  known: columnsField({
    of: 'dataset',
    types: ['number', 'text', 'time', 'boolean'],
    atLeast: 1,
    title: 'What others may know',
    description: 'Columns by which a stranger could recognise a person: age, gender, place, dates. Not names or keys.',
  }),
  sensitive: optionalColumnField({
    of: 'dataset',
    types: ['number', 'text', 'time', 'boolean'],
    title: 'What must not be learnt',
    description: 'A column such as a diagnosis or a salary; empty where there is none.',
  }),
  k: wholeNumberField({
    title: 'Rows of a group (k)',
    description: 'Each row must be like at least so many rows, itself counted.',
    initial: 5,
    minimum: 2,
    maximum: 10_000,
    unit: 'rows',
  }),
  l: wholeNumberField({
    title: 'Values of a group (l)',
    description: 'Each group must hold at least so many different sensitive values.',
    initial: 2,
    minimum: 1,
    maximum: 1000,
    unit: 'values',
    advanced: true,
  }),
  t: numberField({
    title: 'Distance of a group (t)',
    description:
      'The sensitive values of a group may lie at most so far from those of all rows: 0 is equal, 1 is apart.',
    initial: 0.3,
    minimum: 0,
    maximum: 1,
    advanced: true,
  }),
  suppress: numberField({
    title: 'Rows that may be left out',
    description: 'The proposal may leave out at most this share of the rows.',
    initial: 5,
    minimum: 0,
    maximum: 100,
    unit: '%',
  }),
  sample: numberField({
    title: 'Share of the population',
    description: 'How much of the population the dataset is, when it is a random sample: for the risk of a journalist.',
    initial: 100,
    minimum: 0.001,
    maximum: 100,
    unit: '%',
    advanced: true,
  }),
  steps: recordsField({
    title: 'Steps of generalisation',
    description: 'How a column is made less exact, if not as usual (ages in bands of 5; 10; 20; 40, days to months…).',
    item: stepsSchema,
    initial: [],
  }),
  keep: columnsField({
    of: 'dataset',
    title: 'Other columns to keep',
    description: 'Columns that go into the kept dataset unchanged, beside those above.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep generalised rows as dataset',
    description: 'A name for the rows as proposed, small groups left out; empty keeps nothing.',
  }),
});

export type AnonymityInput = z.output<typeof anonymityInput>;
