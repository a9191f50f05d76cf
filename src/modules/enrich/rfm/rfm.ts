import { defineModule } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { purchasesStep, suggestPurchases } from '../purchases.ts';
import { rfmChecks } from './checks.ts';
import { rfmFindings } from './findings.ts';
import { rfmInput } from './input.ts';
import { currentStep, scoresStep, valuesStep } from './steps.ts';

/** Recency, frequency and monetary value: scores and named segments of everyone who bought. */
export const rfm = defineModule({
  id: 'enrich.rfm',
  version: 1,
  title: 'Recency, frequency, value (RFM)',
  summary: 'Scores everyone who bought by how recently, how often and for how much, and puts them into named segments.',
  input: rfmInput,
  suggest: (catalog) => suggestPurchases(catalog),
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const purchases = purchasesStep(source, input, context);
    const values = valuesStep(purchases, input, context);
    const scores = scoresStep(values, input, context);
    const current = currentStep(scores, context);
    return {
      steps: [purchases, values, scores, current],
      checks: [...eventChecks(source, input, context.now), ...rfmChecks(scores, input)],
      findings: rfmFindings(scores, input),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: current.creates, name: input.saveAs, title: 'RFM scores', from: [source.label] }],
    };
  },
});
