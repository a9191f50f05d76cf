import { z } from 'zod';
import { dayField, numberField, outputField, wholeNumberField } from '../../fields.ts';
import { purchaseFields } from '../purchases.ts';

/** The input of the module. */
export const nextPurchaseInput = z.object({
  ...purchaseFields,
  day: dayField({
    title: 'As of',
    description: 'The day from which one looks ahead. Empty stands for the day after the last purchase.',
  }),
  late: numberField({
    title: 'Overdue beyond',
    description: 'How many expected gaps without a purchase make a person overdue.',
    initial: 1.5,
    minimum: 1,
    maximum: 10,
    unit: 'gaps',
  }),
  prior: numberField({
    title: 'Weight of the population',
    description: 'How many gaps of one’s own the population’s gap counts as; 0 trusts a single own gap.',
    initial: 2,
    minimum: 0,
    maximum: 100,
    unit: 'gaps',
    advanced: true,
  }),
  ahead: wholeNumberField({
    title: 'Due within',
    description: 'Days ahead in which a purchase counts as due.',
    initial: 30,
    minimum: 1,
    maximum: 365,
    unit: 'days',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep people as dataset',
    description: 'A name under which each person’s expected day is kept in the project; empty keeps nothing.',
  }),
});

export type NextPurchaseInput = z.output<typeof nextPurchaseInput>;
