import { z } from 'zod';
import {
  columnField,
  conditionField,
  datasetField,
  dayField,
  optionalColumnField,
  outputField,
  textsField,
  wholeNumberField,
} from '../../fields.ts';
import { tiesField } from '../quantile-bin.ts';

/** The input of the deciles module. */
export const decilesInput = z.object({
  dataset: datasetField({ title: 'Movements', description: 'A table or view with a row for each gain or purchase.' }),
  person: columnField({ of: 'dataset', title: 'Person', description: 'Tells whose it is.', types: ['text', 'number'] }),
  time: columnField({ of: 'dataset', title: 'Time', description: 'When it happened.', types: ['time'] }),
  amount: columnField({ of: 'dataset', title: 'Value', description: 'What is added up.', types: ['number'] }),
  group: optionalColumnField({
    of: 'dataset',
    title: 'Group',
    description: 'People are ranked within each of these, such as a loyalty level. Empty ranks all together.',
    types: ['text', 'number', 'boolean'],
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition, such as a kind of transaction; empty keeps all rows.',
    advanced: true,
  }),
  day: dayField({
    title: 'As of',
    description: 'Look-backs end as this day begins. Empty stands for the day after the last row.',
  }),
  lookbacks: textsField({
    title: 'Look-backs',
    description:
      'Whole months before the month of that day, each ranked for itself; the days of its own month count too. 0 stands for all.',
    initial: ['1', '3', '6', '9', '12', '0'],
    atLeast: 1,
  }),
  bins: wholeNumberField({
    title: 'Buckets',
    description: 'How many groups of equal size people are put into; 10 gives deciles. 1 is the highest.',
    initial: 10,
    minimum: 2,
    maximum: 100,
    advanced: true,
  }),
  ties: tiesField,
  saveAs: outputField({
    title: 'Keep buckets as dataset',
    description: 'A name under which each person’s buckets are kept in the project; empty keeps nothing.',
  }),
});

export type DecilesInput = z.output<typeof decilesInput>;
