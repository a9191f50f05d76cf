import { z } from 'zod';
import { dayField, numberField, outputField, wholeNumberField } from '../../fields.ts';
import { purchaseFields } from '../purchases.ts';

/** The input of the module. */
export const clvInput = z.object({
  ...purchaseFields,
  day: dayField({
    title: 'As of',
    description: 'The day from which one looks ahead. Empty stands for the day after the last purchase.',
  }),
  horizon: wholeNumberField({
    title: 'Look ahead',
    description: 'The days whose purchases are valued.',
    initial: 365,
    minimum: 7,
    maximum: 3650,
    unit: 'days',
  }),
  discount: numberField({
    title: 'Discount a year',
    description: 'By how much money of a year ahead is worth less today, as a share.',
    initial: 0.1,
    minimum: 0,
    maximum: 1,
    advanced: true,
  }),
  holdout: wholeNumberField({
    title: 'Hold out',
    description: 'The last days, kept from a second fit, which is then held against them.',
    initial: 91,
    minimum: 7,
    maximum: 3650,
    unit: 'days',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep values as dataset',
    description: 'A name under which each person’s expectations are kept in the project; empty keeps nothing.',
  }),
});

export type ClvInput = z.output<typeof clvInput>;
