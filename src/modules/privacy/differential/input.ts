import { z } from 'zod';
import {
  choiceField,
  datasetField,
  flagField,
  numberField,
  optionalColumnField,
  outputField,
  recordsField,
  textField,
  textsField,
  wholeNumberField,
} from '../../fields.ts';

const questionSchema = z.object({
  measure: choiceField({
    title: 'Measure',
    description: 'What is asked.',
    choices: [
      { value: 'count', label: 'Number of rows' },
      { value: 'sum', label: 'Sum' },
      { value: 'mean', label: 'Mean' },
      { value: 'quantile', label: 'Quantile' },
    ],
    initial: 'count',
  }),
  column: optionalColumnField({
    of: 'dataset',
    types: ['number'],
    title: 'Column',
    description: 'The numbers; not needed for a number of rows.',
  }),
  lowest: numberField({
    title: 'Lowest',
    description: 'Smaller values count as this.',
    initial: 0,
    minimum: -1e12,
    maximum: 1e12,
  }),
  highest: numberField({
    title: 'Highest',
    description: 'Greater values count as this.',
    initial: 100,
    minimum: -1e12,
    maximum: 1e12,
  }),
  part: numberField({
    title: 'Quantile',
    description: '0.5 is the median.',
    initial: 0.5,
    minimum: 0.001,
    maximum: 0.999,
  }),
  name: textField({
    title: 'Name',
    description: 'How the figure is called; empty calls it by measure and column.',
    initial: '',
  }),
});

/** One question to the data, as the form gives it. */
export type QuestionInput = z.output<typeof questionSchema>;

/** The input of the module on differential privacy. */
export const differentialInput = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'The table or view that is asked.' }),
  questions: recordsField({
    title: 'Questions',
    description: 'What is asked. Bounds must be known without a look at the data: the noise grows with them.',
    item: questionSchema,
    initial: [{ measure: 'count' }],
  }),
  group: optionalColumnField({
    of: 'dataset',
    types: ['text', 'boolean', 'number'],
    title: 'For each',
    description: 'A column by which all questions are asked apart, as for a histogram; empty asks about all rows.',
  }),
  groups: textsField({
    title: 'Groups',
    description:
      'The values of that column that are asked about. Those that occur in the data are no public knowledge.',
    initial: [],
  }),
  person: optionalColumnField({
    of: 'dataset',
    types: ['text', 'number'],
    title: 'Person',
    description: 'Who a row is about, where a person may have several; empty protects single rows.',
  }),
  rowsEach: wholeNumberField({
    title: 'Rows of one person',
    description: 'At most so many rows of a person count; the noise grows with them.',
    initial: 1,
    minimum: 1,
    maximum: 1000,
  }),
  epsilon: numberField({
    title: 'Epsilon',
    description:
      'What this run spends: chances of any answer differ by at most a factor of e to this power, with or without a person.',
    initial: 1,
    minimum: 0.001,
    maximum: 20,
  }),
  mechanism: choiceField({
    title: 'Noise',
    description:
      'Laplace noise is exact in epsilon; Gaussian noise has thinner tails and fails with probability delta.',
    choices: [
      { value: 'laplace', label: 'Discrete Laplace' },
      { value: 'gaussian', label: 'Discrete Gaussian' },
    ],
    initial: 'laplace',
  }),
  delta: numberField({
    title: 'Delta',
    description: 'With Gaussian noise: far below one over the number of people.',
    initial: 1e-6,
    minimum: 1e-12,
    maximum: 0.01,
    advanced: true,
  }),
  budget: numberField({
    title: 'Budget of the dataset',
    description:
      'All epsilons ever spent on this dataset together stay within it. The first run sets it; later ones may lower it.',
    initial: 5,
    minimum: 0.001,
    maximum: 1000,
  }),
  compare: flagField({
    title: 'Show exact figures beside',
    description: 'For learning: the run then holds the true values too, and protects nobody.',
    initial: false,
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep figures as dataset',
    description: 'A name under which the noisy figures are kept; empty keeps them with the run alone.',
  }),
});

export type DifferentialInput = z.output<typeof differentialInput>;
