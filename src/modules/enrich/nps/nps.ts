import type { CatalogView } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { timesArePast } from '../event-checks.ts';
import { type ColumnWish, guessColumn, guessDataset, personWish } from '../guess-columns.ts';
import { columnPaths } from '../../column-paths.ts';
import { npsChecks } from './checks.ts';
import { npsFindings } from './findings.ts';
import { npsInput } from './input.ts';
import { answersStep, countsStep, driverStep, keptStep } from './steps.ts';

/** The net promoter score, with what it leaves out: its interval, who answered, what drives it. */
export const nps = defineModule({
  id: 'enrich.nps',
  version: 1,
  title: 'Net promoter score (NPS)',
  summary:
    'How many would recommend us: with a confidence interval, by segment and over time, its drivers and its bias.',
  input: npsInput,
  suggest: suggestSurvey,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const answers = answersStep(source, input, context);
    const weights = input.drivers.length > 0 ? driverStep(answers, input, context) : undefined;
    const counts = countsStep(answers, input, context);
    const kept = keptStep(answers, input, context);
    return {
      steps: [answers, counts, ...(weights === undefined ? [] : [weights]), kept],
      checks: [
        ...npsChecks(source, answers, counts, input),
        ...(input.time === '' ? [] : timesArePast(source, input.time, input.condition, context.now)),
      ],
      findings: npsFindings(answers, counts, weights, input),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: kept.creates, name: input.saveAs, title: 'NPS answers', from: [source.label] }],
    };
  },
});

const scoreWish: ColumnWish = { kinds: ['number'], names: [/^(nps_?)?score$/i, /nps/i, /recommend/i] };
const answeredWish: ColumnWish = { kinds: ['time'], names: [/answer|respon|submit/i, /(_at|_on|date|time)$/i] };
const segmentWish: ColumnWish = { kinds: ['text'], names: [/^segment$/i, /segment|tier|region|channel/i] };
const commentWish: ColumnWish = { kinds: ['text'], names: [/verbatim|comment|feedback/i] };

function suggestSurvey(catalog: CatalogView) {
  const found = guessDataset(catalog, /nps|survey/i, { score: scoreWish });
  const dataset = catalog.datasets.find(({ label }) => label === found?.dataset);
  if (found === undefined || dataset === undefined) return {};
  const chosen = (name: string, wish: ColumnWish) => {
    const label = guessColumn(dataset, wish);
    return label === undefined ? {} : { [name]: label };
  };
  return {
    ...found,
    ...chosen('person', personWish),
    ...chosen('time', answeredWish),
    ...chosen('segment', segmentWish),
    ...chosen('verbatim', commentWish),
    drivers: columnPaths(dataset.columns).flatMap(({ label, kind }) =>
      kind === 'number' && /rating/i.test(label) ? [label] : [],
    ),
  };
}
