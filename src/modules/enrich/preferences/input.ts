import { z } from 'zod';
import {
  columnField,
  conditionField,
  datasetField,
  optionalColumnField,
  outputField,
  textField,
  wholeNumberField,
} from '../../fields.ts';

/** The input of the module. */
export const preferencesInput = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'A table or view that says what people like or do.' }),
  person: columnField({
    of: 'dataset',
    title: 'Person',
    description: 'Who it is; also what is listed for a campaign, such as an email address.',
    types: ['text', 'number'],
  }),
  values: columnField({
    of: 'dataset',
    title: 'Preferences',
    description: 'What they like: one value, a list, or several values in one text.',
    types: ['text', 'list', 'number'],
  }),
  delimiter: textField({
    title: 'Between values',
    description: 'What stands between the values of one text. Empty takes a text as one value.',
    initial: '|',
  }),
  group: optionalColumnField({
    of: 'dataset',
    title: 'Group',
    description: 'Favourites are found within each of these, such as a state. Empty takes all people together.',
    types: ['text', 'number', 'boolean'],
  }),
  top: wholeNumberField({
    title: 'Favourites',
    description: 'How many favourites of each group are kept.',
    initial: 1,
    minimum: 1,
    maximum: 50,
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition; empty keeps all rows.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep people as dataset',
    description: 'A name under which the people of each group’s favourites are kept; empty keeps nothing.',
  }),
});

export type PreferencesInput = z.output<typeof preferencesInput>;
