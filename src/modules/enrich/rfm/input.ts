import { z } from 'zod';
import { choiceField, dayField, outputField, textsField, wholeNumberField } from '../../fields.ts';
import { purchaseFields } from '../purchases.ts';
import { tiesField } from '../quantile-bin.ts';
import { segmentsField } from './segments.ts';

/** The input of the RFM module. */
export const rfmInput = z.object({
  ...purchaseFields,
  day: dayField({
    title: 'As of',
    description: 'Scores are taken as this day begins. Empty stands for the day after the last purchase.',
  }),
  lookback: wholeNumberField({
    title: 'Look-back',
    description: 'How many days of purchases count; 0 counts all.',
    initial: 0,
    minimum: 0,
    maximum: 3650,
    unit: 'days',
  }),
  method: choiceField({
    title: 'Scores by',
    description: 'Quantiles give groups of equal size; fixed cuts mean the same in every period.',
    choices: [
      { value: 'quantile', label: 'Quantiles' },
      { value: 'cuts', label: 'Fixed cuts' },
    ],
    initial: 'quantile',
  }),
  bins: wholeNumberField({
    title: 'Bins',
    description: 'How many scores there are of each kind, with quantiles; 1 is best. The segments are made for 4.',
    initial: 4,
    minimum: 2,
    maximum: 10,
  }),
  ties: tiesField,
  recencyCuts: textsField({
    title: 'Recency cuts',
    description: 'Days since the last purchase beyond which the score is one worse.',
    initial: ['30', '90', '180'],
    advanced: true,
  }),
  frequencyCuts: textsField({
    title: 'Frequency cuts',
    description: 'Numbers of purchases below which the score is one worse.',
    initial: ['2', '4', '8'],
    advanced: true,
  }),
  monetaryCuts: textsField({
    title: 'Monetary cuts',
    description: 'Revenues below which the score is one worse.',
    initial: ['100', '300', '800'],
    advanced: true,
  }),
  segments: segmentsField,
  compare: wholeNumberField({
    title: 'Compare with',
    description: 'How many days earlier segments are taken again when all purchases count; else the period before.',
    initial: 90,
    minimum: 1,
    maximum: 3650,
    unit: 'days',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep scores as dataset',
    description: 'A name under which scores and segment of each person are kept in the project; empty keeps nothing.',
  }),
});

export type RfmInput = z.output<typeof rfmInput>;
