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

/** The input of the propensity features. */
export const propensityInput = z.object({
  dataset: datasetField({
    title: 'Events',
    description: 'A table or view with a row for each event, such as an order.',
  }),
  person: columnField({ of: 'dataset', title: 'Person', description: 'Whose event it is.', types: ['text', 'number'] }),
  time: columnField({ of: 'dataset', title: 'Time', description: 'When it happened.', types: ['time'] }),
  amount: optionalColumnField({
    of: 'dataset',
    title: 'Amount',
    description: 'What it was worth; empty makes features of counts alone.',
    types: ['number'],
  }),
  outcome: conditionField({
    of: 'dataset',
    title: 'Outcome',
    description: 'Events that are to be foretold, as an SQL condition; empty means any event.',
  }),
  cutOff: dayField({
    title: 'Cut-off',
    description:
      'Features see what came before this day, the outcome what came from it on. Empty leaves just the horizon.',
  }),
  horizon: wholeNumberField({
    title: 'Horizon',
    description: 'Days from the cut-off on in which the outcome may come.',
    initial: 30,
    minimum: 1,
    maximum: 365,
    unit: 'days',
  }),
  windows: textsField({
    title: 'Windows',
    description: 'Days before the cut-off over which events are counted.',
    initial: ['7', '30', '90'],
    atLeast: 1,
    advanced: true,
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition; empty keeps all rows.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep features as dataset',
    description: 'A name under which features and outcome are kept, one row a person; empty keeps nothing.',
  }),
});

export type PropensityInput = z.output<typeof propensityInput>;
