import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import {
  choiceField,
  optionalColumnField,
  recordsField,
  textField,
  textsField,
  wholeNumberField,
} from '../../fields.ts';
import { eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';

/** The form of the funnel. */
export const funnelInput = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  event: optionalColumnField({
    of: 'dataset',
    types: ['text', 'number', 'boolean'],
    title: 'Event',
    description: 'The column whose values are the steps.',
  }),
  steps: textsField({
    title: 'Steps',
    description: 'Values of the event column, in order, at least two. A star * stands for any event.',
    initial: [],
  }),
  window: wholeNumberField({
    title: 'Time to convert',
    description: 'All steps must follow within this time of the first. 0 sets no limit.',
    initial: 0,
    minimum: 0,
    maximum: 10_000,
  }),
  windowUnit: choiceField({
    title: 'Unit of that time',
    description: 'Whether the time to convert is in minutes, hours or days.',
    choices: [
      { value: 'minute', label: 'Minutes' },
      { value: 'hour', label: 'Hours' },
      { value: 'day', label: 'Days' },
    ],
    initial: 'day',
  }),
  breakdown: optionalColumnField({
    of: 'dataset',
    types: ['text', 'boolean', 'number'],
    title: 'Compare by',
    description: 'Groups to compare, such as the device. Each person belongs to the first value they show.',
  }),
  order: choiceField({
    title: 'Order',
    description: 'Whether other events may lie between two steps.',
    choices: [
      { value: 'loose', label: 'In this order, other events between' },
      { value: 'strict', label: 'In this order, nothing between' },
    ],
    initial: 'loose',
  }),
  visit: optionalColumnField({
    of: 'dataset',
    types: ['text', 'number'],
    title: 'Each visit apart',
    description: 'A column that numbers the visits of a person: then visits are counted, not people.',
    advanced: true,
  }),
  conditions: recordsField({
    title: 'Steps by condition',
    description: 'Steps that one value cannot say, in order; they take the place of the values above.',
    advanced: true,
    initial: [],
    item: z.object({
      name: textField({ title: 'Name', description: 'How the step is called.', initial: '' }),
      condition: textField({
        title: 'Condition',
        description: 'An SQL condition on the columns of the dataset.',
        initial: '',
        placeholder: 'amount > 100',
      }),
    }),
  }),
  ...rowFields(),
  saveAs: keepField('the furthest step and the times of each person'),
});

export type FunnelInput = z.output<typeof funnelInput>;

/** A step as the plan sees it. */
export interface FunnelStep {
  readonly name: string;
  /** What the value of the event column must be, or a condition; neither stands for any event. */
  readonly value?: string;
  readonly condition?: string;
}

/** The steps that were given. Throws `input-invalid` where they are no funnel. */
export function funnelSteps({ event, steps, conditions }: FunnelInput): readonly FunnelStep[] {
  const given =
    conditions.length > 0
      ? conditions.map(({ name, condition }, index) => ({ name: name.trim() || `Step ${index + 1}`, condition }))
      : steps.map((value) => (value === '*' ? { name: 'any event' } : { name: value, value }));
  if (given.length < 2 || given.length > 20) {
    throw new StillhouseError('input-invalid', `A funnel has 2 to 20 steps, not ${given.length}.`, {
      remedy: 'Write the values of the event column in order, one for each step.',
    });
  }
  if (given.some((step) => 'condition' in step && step.condition.trim() === '')) {
    throw new StillhouseError('input-invalid', 'A step has no condition.', {
      remedy: 'Write one, or remove the step.',
    });
  }
  if (event === '' && given.some((step) => 'value' in step)) {
    throw new StillhouseError('input-invalid', 'The column of the steps is not chosen.', {
      remedy: 'Choose the event column, or write the steps as conditions.',
    });
  }
  return given;
}
