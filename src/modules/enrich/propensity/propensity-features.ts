import type { CatalogView } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { amountWish, guessDataset, personWish, timeWish } from '../guess-columns.ts';
import { propensityChecks } from './checks.ts';
import { featuresOf, windowsOf } from './features.ts';
import { propensityFindings } from './findings.ts';
import { propensityInput } from './input.ts';
import { eventsStep, featuresStep, keptStep } from './steps.ts';

/** Features of each person before a day, and whether the outcome came after: what a propensity model learns from. */
export const propensityFeatures = defineModule({
  id: 'enrich.propensity-features',
  version: 1,
  title: 'Propensity features',
  summary:
    'What is known of each person before a day, beside what they did after it: ready for a model, free of leakage.',
  input: propensityInput,
  suggest: suggestEvents,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const columns = featuresOf(windowsOf(input.windows), input.amount !== '');
    const events = eventsStep(source, input, context);
    const features = featuresStep(events, columns, input, context);
    const kept = keptStep(features, context);
    const { dataset: _dataset, amount, ...named } = input;
    const checked = { ...named, ...(amount !== '' && { amount }) };
    return {
      steps: [events, features, kept],
      checks: [...eventChecks(source, checked, context.now), ...propensityChecks(events, features, columns, input)],
      findings: propensityFindings(features, columns),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: kept.creates, name: input.saveAs, title: 'Propensity features', from: [source.label] }],
    };
  },
});

function suggestEvents(catalog: CatalogView) {
  const basis = { person: personWish, time: timeWish };
  const preferred = /order|purchase|event/i;
  return (
    guessDataset(catalog, preferred, { ...basis, amount: amountWish }) ?? guessDataset(catalog, preferred, basis) ?? {}
  );
}
