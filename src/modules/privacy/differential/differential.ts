import { StillhouseError } from '../../../core/error.ts';
import { type CatalogView, columnKind } from '../../catalog-view.ts';
import { defineModule, type PrivacyCharge } from '../../contract.ts';
import { differentialChecks } from './checks.ts';
import { figuresStep } from './figures-step.ts';
import { comparisonFinding, differentialFindings } from './findings.ts';
import { differentialInput } from './input.ts';
import { readyQuestions } from './questions.ts';
import { contributionsStep, distancesStep, exactStep, groupsStep, noiseStep, quantilesStep } from './steps.ts';

/** The key that is drawn for each run. */
const drawnKey = '_noise';

/** Answers questions about people with noise that hides each of them, and keeps account of what was given away. */
export const differential = defineModule({
  id: 'privacy.differential',
  version: 1,
  title: 'Answer with noise',
  summary:
    'Counts, sums, means, histograms and quantiles that hide each person for certain (differential privacy), within a budget for each dataset.',
  input: differentialInput,
  suggest: suggestDifferential,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const questions = readyQuestions(source, input);
    if (input.epsilon > input.budget) throw overBudget();
    const contributions = contributionsStep(source, questions, input, context);
    const groups = groupsStep(contributions, input, context);
    const hasParts = questions.some(({ parts }) => parts.length > 0);
    const hasQuantiles = questions.some(({ measure }) => measure === 'quantile');
    const exact = hasParts ? exactStep(contributions, groups, questions, context) : undefined;
    const noise = exact && noiseStep(exact, drawnKey, input, context);
    const distances = hasQuantiles ? distancesStep(contributions, groups, questions, context) : undefined;
    const quantiles = distances && quantilesStep(distances, drawnKey, context);
    const made = {
      groups,
      ...(exact && { exact }),
      ...(noise && { noise }),
      ...(distances && { distances }),
      ...(quantiles && { quantiles }),
    };
    const figures = figuresStep(questions, made, input, context);
    const charge: PrivacyCharge = {
      dataset: source.label,
      epsilon: input.epsilon,
      delta: input.mechanism === 'gaussian' && hasParts ? input.delta : 0,
      budget: input.budget,
    };
    return {
      steps: [contributions, groups, exact, noise, distances, quantiles, figures].filter((step) => step !== undefined),
      checks: differentialChecks(input),
      findings: [
        ...differentialFindings(questions, figures, charge, input),
        ...(input.compare && exact ? [comparisonFinding(questions, { figures, exact, groups })] : []),
      ],
      outputs:
        input.saveAs === ''
          ? []
          : [
              {
                relation: figures.creates,
                name: input.saveAs,
                title: `Noisy figures of ${source.label}`,
                from: [source.label],
              },
            ],
      secrets: [{ name: drawnKey, origin: 'drawn' }],
      charge,
    };
  },
});

function suggestDifferential({ datasets }: CatalogView) {
  const [dataset] = datasets.filter(({ columns }) => columns.some(({ name }) => /gender|age|segment/i.test(name)));
  if (dataset === undefined) return {};
  const group = dataset.columns.find(({ name, type }) => /gender|segment/i.test(name) && columnKind(type) === 'text');
  return { dataset: dataset.label, ...(group !== undefined && { group: group.name }) };
}

function overBudget(): StillhouseError {
  return new StillhouseError('input-invalid', 'Epsilon is greater than the budget of the dataset.', {
    remedy: 'Ask for less, or allow a greater budget.',
  });
}
