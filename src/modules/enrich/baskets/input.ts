import { z } from 'zod';
import {
  columnField,
  conditionField,
  datasetField,
  flagField,
  numberField,
  outputField,
  textField,
  wholeNumberField,
} from '../../fields.ts';

/** The input of the baskets module. */
export const basketsInput = z.object({
  dataset: datasetField({
    title: 'Dataset',
    description: 'A table or view with a row for each item, or for each basket.',
  }),
  basket: columnField({
    of: 'dataset',
    title: 'Basket',
    description: 'What was together: an order, a receipt, or a person.',
    types: ['text', 'number'],
  }),
  item: columnField({
    of: 'dataset',
    title: 'Item',
    description: 'What was bought: one value a row, or a list of them.',
    types: ['text', 'number', 'list'],
  }),
  itemField: textField({
    title: 'Field in list',
    description: 'Where a list holds nested values, the field of each that names the item, such as product.name.',
    initial: '',
    advanced: true,
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition; empty keeps all rows.',
    advanced: true,
  }),
  support: numberField({
    title: 'Least support',
    description: 'The share of all baskets in which items must be together.',
    initial: 0.005,
    minimum: 0.000001,
    maximum: 1,
  }),
  confidence: numberField({
    title: 'Least confidence',
    description: 'The share of baskets with the first items that must also hold the last.',
    initial: 0.05,
    minimum: 0,
    maximum: 1,
  }),
  triples: flagField({
    title: 'Rules of three',
    description: 'Whether two items together may lead to a third.',
    initial: true,
    advanced: true,
  }),
  largest: wholeNumberField({
    title: 'Largest basket',
    description: 'Baskets with more different items are left out: each adds pairs by the square of its size.',
    initial: 50,
    minimum: 2,
    maximum: 500,
    unit: 'items',
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep rules as dataset',
    description: 'A name under which the rules are kept in the project; empty keeps nothing.',
  }),
});

export type BasketsInput = z.output<typeof basketsInput>;
