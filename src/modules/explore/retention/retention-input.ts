import { z } from 'zod';
import { choiceField, conditionField, wholeNumberField } from '../../fields.ts';
import { eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';

const spans = [
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
  { value: 'month', label: 'Months' },
] as const;

/** The form of retention. */
export const retentionInput = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  cohort: choiceField({
    title: 'Cohorts by',
    description: 'People who began in the same day, week (from Monday) or month are followed together.',
    choices: spans,
    initial: 'week',
  }),
  period: choiceField({
    title: 'Counted in',
    description: 'The unit of time since a person’s own first day in which a return is looked for.',
    choices: spans,
    initial: 'day',
  }),
  horizon: wholeNumberField({
    title: 'How far',
    description: 'How many days, weeks or months after the first are followed.',
    initial: 30,
    minimum: 1,
    maximum: 400,
  }),
  measure: choiceField({
    title: 'Retained means',
    description: 'Whether somebody must be back in that very period, or in it or any later one.',
    choices: [
      { value: 'exact', label: 'Back in that period' },
      { value: 'rolling', label: 'Back in that period or later' },
    ],
    initial: 'exact',
  }),
  beginsWhere: conditionField({
    of: 'dataset',
    title: 'Begins with',
    description: 'An SQL condition on the event with which a person begins; empty takes the first event of any kind.',
    advanced: true,
  }),
  returnsWhere: conditionField({
    of: 'dataset',
    title: 'Returns with',
    description: 'An SQL condition on the events that count as a return; empty counts any event.',
    advanced: true,
  }),
  ...rowFields(),
  saveAs: keepField('the figures of every cohort and period'),
});

export type RetentionInput = z.output<typeof retentionInput>;
