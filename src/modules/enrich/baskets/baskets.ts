import type { CatalogView } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { type ColumnWish, guessDataset, personWish } from '../guess-columns.ts';
import { basketChecks } from './checks.ts';
import { basketFindings } from './findings.ts';
import { basketsInput } from './input.ts';
import { itemsStep, rulesStep, setsStep } from './steps.ts';

/** What is bought together: association rules of two and three items. */
export const baskets = defineModule({
  id: 'enrich.baskets',
  version: 1,
  title: 'Baskets',
  summary: 'What is bought together, as rules with support, confidence, lift and leverage.',
  input: basketsInput,
  suggest: suggestBaskets,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const items = itemsStep(source, input, context);
    const sets = setsStep(items, input, context);
    const rules = rulesStep(items, sets, input, context);
    return {
      steps: [items, sets, rules],
      checks: basketChecks(source, items, sets, input),
      findings: basketFindings(items, rules),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: rules.creates, name: input.saveAs, title: 'Basket rules', from: [source.label] }],
    };
  },
});

const itemWish: ColumnWish = {
  kinds: ['text'],
  names: [/^(product|item|sku)(_?name)?$/i, /product|item|sku/i, /category/i],
};

function suggestBaskets(catalog: CatalogView) {
  return guessDataset(catalog, /order|basket|checkout/i, { basket: personWish, item: itemWish }) ?? {};
}
