import { z } from 'zod';
import {
  choiceField,
  columnField,
  columnsField,
  conditionField,
  datasetField,
  optionalColumnField,
  outputField,
} from '../../fields.ts';

/** The input of the NPS module. */
export const npsInput = z.object({
  dataset: datasetField({ title: 'Survey', description: 'A table or view with a row for each answer or invitation.' }),
  score: columnField({
    of: 'dataset',
    title: 'Score',
    description: 'How likely one would recommend us, 0 to 10; NULL where nobody answered.',
    types: ['number'],
  }),
  person: optionalColumnField({
    of: 'dataset',
    title: 'Person',
    description: 'Who was asked, to find people who answered twice.',
    types: ['text', 'number'],
  }),
  time: optionalColumnField({ of: 'dataset', title: 'Answered', description: 'When, for the trend.', types: ['time'] }),
  grain: choiceField({
    title: 'Trend by',
    description: 'The span of time over which answers are put together.',
    choices: [
      { value: 'month', label: 'Month' },
      { value: 'week', label: 'Week' },
      { value: 'quarter', label: 'Quarter' },
    ],
    initial: 'month',
    advanced: true,
  }),
  segment: optionalColumnField({
    of: 'dataset',
    title: 'Segment',
    description: 'Groups of people known for all who were asked: for comparing, and for weighting.',
    types: ['text', 'number', 'boolean'],
  }),
  drivers: columnsField({
    of: 'dataset',
    title: 'Drivers',
    description: 'Ratings of single things, whose part in the score is measured.',
    types: ['number'],
  }),
  verbatim: optionalColumnField({
    of: 'dataset',
    title: 'Comment',
    description: 'What people wrote.',
    types: ['text'],
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition; empty keeps all rows.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep answers as dataset',
    description: 'A name under which each answer with its group and sentiment is kept; empty keeps nothing.',
  }),
});

export type NpsInput = z.output<typeof npsInput>;
