import { z } from 'zod';
import {
  columnField,
  columnsField,
  conditionField,
  datasetField,
  dayField,
  flagField,
  outputField,
  textField,
} from '../../fields.ts';
import { attributesField } from './attributes.ts';

/** The input of the profile attributes module. */
export const attributesInput = z.object({
  profiles: datasetField({ title: 'Profiles', description: 'A table or view with one row for each person.' }),
  identity: columnField({
    of: 'profiles',
    title: 'Identity',
    description: 'The column by which a person is known; no two rows may share it.',
    types: ['text', 'number'],
  }),
  keep: columnsField({
    of: 'profiles',
    title: 'Columns to keep',
    description: 'What is taken over from the profiles as it is.',
  }),
  events: datasetField({ title: 'Events', description: 'A table or view with a row for each thing a person did.' }),
  person: columnField({
    of: 'events',
    title: 'Person in events',
    description: 'The same identity, in the events.',
    types: ['text', 'number'],
  }),
  time: columnField({ of: 'events', title: 'Time', description: 'When it happened.', types: ['time'] }),
  attributes: attributesField,
  day: dayField({
    title: 'As of',
    description:
      'Only events before this day count, and days are counted to it. Empty stands for the day after the last.',
  }),
  condition: conditionField({
    of: 'events',
    title: 'Only events where',
    description: 'An SQL condition; empty keeps all events.',
    advanced: true,
  }),
  ignoreCase: flagField({
    title: 'Ignore case and spaces',
    description: 'Whether identities that differ only in case or outer spaces are the same, as for email addresses.',
    initial: false,
    advanced: true,
  }),
  namespace: textField({
    title: 'Namespace',
    description: 'What kind of identity it is, such as Email or CRMID: the kept dataset is marked with it.',
    initial: 'CRMID',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep as dataset',
    description:
      'A name under which the profiles with their attributes are kept and marked as a profile dataset; empty keeps nothing.',
  }),
});

export type AttributesInput = z.output<typeof attributesInput>;
