import { z } from 'zod';
import {
  choiceField,
  columnField,
  columnsField,
  datasetField,
  flagField,
  outputField,
  recordsField,
  secretField,
  textField,
} from '../../fields.ts';
import { treatmentChoices } from './treatments.ts';

const treatmentSchema = z.object({
  column: columnField({ of: 'dataset', title: 'Column', description: 'The column to change.' }),
  treatment: choiceField({
    title: 'Treatment',
    description: 'What happens to its values.',
    choices: treatmentChoices,
    initial: 'redact',
  }),
  setting: textField({
    title: 'Setting',
    description: 'How far it goes; empty takes what is usual.',
    initial: '',
  }),
});

/** One column and what happens to it, as the form gives it. */
export type TreatmentInput = z.output<typeof treatmentSchema>;

/** The input of the masking module. */
export const maskInput = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'The table or view with personal data.' }),
  treatments: recordsField({
    title: 'Treatments',
    description: 'Columns and what happens to each. A setting is a number, a text or a list, as the treatment says.',
    item: treatmentSchema,
    initial: [],
  }),
  keepOthers: flagField({
    title: 'Keep all other columns',
    description: 'Columns without a treatment go on unchanged; otherwise only treated columns are kept.',
    initial: true,
  }),
  key: secretField({
    title: 'Key',
    description:
      'The name of a kept key for pseudonyms and chance: the same key gives the same result. Empty draws one and forgets it.',
  }),
  shuffleWithin: columnsField({
    of: 'dataset',
    title: 'Shuffle within',
    description: 'Values are exchanged only between rows that are equal in these columns.',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep as dataset',
    description: 'A name under which the treated rows are kept in the project; empty keeps nothing.',
  }),
  vaultAs: outputField({
    title: 'Keep vault as dataset',
    description: 'A name for the list that turns tokens back into values: guard it as the data themselves.',
    advanced: true,
  }),
});
