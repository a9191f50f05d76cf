import { StillhouseError } from '../../../core/error.ts';
import { identifier, literal, relation, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import { type Check, defineModule, type Finding, type SqlStep } from '../../contract.ts';
import { counted, numberOf, share, textOf } from '../../words.ts';
import { responseInput, type ResponseInput } from './input.ts';
import { answersStep, estimatesStep, randomisedStep } from './steps.ts';

/** The key that is drawn for each run. */
const drawnKey = '_answers';

/** Randomises the answers of single rows, and estimates the true shares from them. */
export const randomisedResponse = defineModule({
  id: 'privacy.randomised-response',
  version: 1,
  title: 'Randomise answers',
  summary:
    'Answers that are true by chance only, row by row, from which the shares of all answers are still estimated.',
  input: responseInput,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    if (input.epsilon > input.budget) {
      throw new StillhouseError('input-invalid', 'Epsilon is greater than the budget of the dataset.', {
        remedy: 'Ask for less, or allow a greater budget.',
      });
    }
    const answers = answersStep(source, input, context);
    const randomised = randomisedStep(source, answers, input, drawnKey, context);
    const estimates = estimatesStep(answers, randomised, identifier(source.column(input.answer).label), context);
    return {
      steps: [answers, randomised, estimates],
      checks: [answersCheck(input)],
      findings: [estimateFinding(estimates)],
      outputs:
        input.saveAs === ''
          ? []
          : [
              {
                relation: randomised.creates,
                name: input.saveAs,
                title: `${source.label}, randomised`,
                from: [source.label],
              },
            ],
      secrets: [{ name: drawnKey, origin: 'drawn' }],
      charge: { dataset: source.label, epsilon: input.epsilon, delta: 0, budget: input.budget },
    };
  },
});

function answersCheck({ answers }: ResponseInput): Check {
  return {
    id: 'answers_are_named',
    title: 'The possible answers are public knowledge',
    severity: 'warning',
    when: 'before',
    violations: sql`SELECT 'answers' AS setting
WHERE ${literal(answers.length === 0)}`,
    remedy:
      'They are taken from the data, and a rare answer then tells that somebody gave it: name all that could be given.',
    field: 'answers',
  };
}

function estimateFinding(estimates: SqlStep): Finding {
  return {
    id: 'estimates',
    title: 'Estimated shares of the answers',
    data: sql`SELECT
  answer,
  given_count,
  given_share,
  estimated_share,
  estimated_share - margin AS low,
  estimated_share + margin AS high
FROM ${relation(estimates.creates)}`,
    reading: 'Given shares are drawn together by chance; the estimates take it out again, each with a 95 % interval.',
    chart: {
      kind: 'bar',
      x: { name: 'answer' },
      y: [{ name: 'given_share' }, { name: 'estimated_share' }],
      aggregate: 'none',
      order: 'appearance',
      format: { notation: 'percent', decimals: 1 },
      yTitle: 'Share of the answers',
    },
    words: estimateWords,
  };
}

function estimateWords(rows: readonly StructValue[]): string {
  const known = rows.filter((row) => Number.isFinite(numberOf(row.estimated_share)));
  const [most] = [...known].sort((a, b) => numberOf(b.estimated_share) - numberOf(a.estimated_share));
  if (most === undefined) return 'There are too few answers, or too few kinds of them, to estimate anything.';
  const total = rows.reduce((sum, row) => sum + numberOf(row.given_count), 0);
  const part = (name: string) => share(Math.min(1, Math.max(0, numberOf(most[name]))), 1);
  return `Of ${counted(total, 'answer')}, an estimated ${part('estimated_share')} are “${textOf(most.answer)}”, with 95 % confidence between ${part(
    'low',
  )} and ${part('high')}.`;
}
