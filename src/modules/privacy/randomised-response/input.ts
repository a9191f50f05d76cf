import { z } from 'zod';
import { columnField, columnsField, datasetField, numberField, outputField, textsField } from '../../fields.ts';

/** The input of the module on randomised response. */
export const responseInput = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'The table or view with the answers, a row a person.' }),
  answer: columnField({
    of: 'dataset',
    types: ['text', 'boolean', 'number'],
    title: 'Answer',
    description: 'A column of few different values, such as yes and no.',
  }),
  answers: textsField({
    title: 'Possible answers',
    description: 'All answers that could be given. Empty takes those that occur, which tells that somebody gave them.',
    initial: [],
  }),
  epsilon: numberField({
    title: 'Epsilon',
    description:
      'An answer makes any truth at most e to this power as likely as another: at 1 a yes or no is true in 73 %.',
    initial: 1,
    minimum: 0.01,
    maximum: 10,
  }),
  budget: numberField({
    title: 'Budget of the dataset',
    description:
      'All epsilons ever spent on this dataset together stay within it. The first run sets it; later ones may lower it.',
    initial: 5,
    minimum: 0.01,
    maximum: 1000,
  }),
  keep: columnsField({
    of: 'dataset',
    title: 'Other columns to keep',
    description: 'Columns that go into the kept dataset unchanged: none that tell who a row is about.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep randomised answers as dataset',
    description:
      'A name under which the rows with randomised answers are kept; empty keeps the estimates with the run alone.',
  }),
});

export type ResponseInput = z.output<typeof responseInput>;
