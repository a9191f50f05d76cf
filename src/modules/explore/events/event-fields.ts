import { columnField, conditionField, datasetField, dayField, optionalColumnField, outputField } from '../../fields.ts';

/** The dataset of events. */
export const eventsField = () =>
  datasetField({ title: 'Events', description: 'A table or view with one row for each thing that somebody did.' });

/** Whose event it is. */
export const personField = () =>
  columnField({
    of: 'dataset',
    types: ['text', 'number'],
    title: 'Person',
    description: 'The column that says whose event it is: a customer, a browser or a device.',
  });

/** When it happened. */
export const timeField = () =>
  columnField({ of: 'dataset', types: ['time'], title: 'Time', description: 'When the event happened.' });

/** What happened. */
export const eventField = () =>
  columnField({
    of: 'dataset',
    types: ['text', 'number', 'boolean'],
    title: 'Event',
    description: 'The column that says what happened, such as the type of event, the feature or the page.',
  });

/** The key of an event, for data that may hold copies. */
export const eventIdField = () =>
  optionalColumnField({
    of: 'dataset',
    types: ['text', 'number'],
    title: 'Event identifier',
    description: 'Events that share it are counted once, and events without it are left out. Empty counts every row.',
    advanced: true,
  });

/** The first day and the last: the fields `from` and `until` of a module. */
export const dayFields = () => ({
  from: dayField({
    title: 'From',
    description: 'The first day that counts; empty begins with the data.',
    advanced: true,
  }),
  until: dayField({
    title: 'Until',
    description: 'The last day that counts; empty ends with the data.',
    advanced: true,
  }),
});

/** The days and a condition: the fields `from`, `until` and `where` of a module. */
export const rowFields = () => ({
  ...dayFields(),
  where: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition on the columns of the dataset; empty keeps all rows.',
    advanced: true,
  }),
});

/** The name under which rows are kept. */
export const keepField = (what: string) =>
  outputField({
    title: 'Keep as dataset',
    description: `A name under which ${what} are kept in the project; empty keeps nothing.`,
    advanced: true,
  });
