import { StillhouseError } from '../../../core/error.ts';
import type { Sql } from '../../../core/sql.ts';
import { gaussianScale } from '../../../privacy/noise/gaussian-calibration.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { DifferentialInput, QuestionInput } from './input.ts';

/** Steps in which values between the bounds are counted, so that sums are whole numbers: a power of two. */
const steps = 2 ** 20;
/** Values among which a quantile is drawn. */
export const candidates = 1025;

/** A figure that gets noise: a question has one, a mean two. */
export interface Part {
  readonly kind: 'count' | 'sum';
  /** How much one person can change it, in whole steps. */
  readonly sensitivity: number;
  /** Of Laplace noise its scale, of Gaussian noise its standard deviation; in steps. */
  readonly scale: number;
}

/** A question made ready: bounds, steps and noise. */
export interface Question extends QuestionInput {
  readonly label: string;
  readonly value: Sql | undefined;
  /** Values are counted from here: of a mean the middle of its bounds, of a quantile the lowest, of a sum 0. */
  readonly origin: number;
  /** The size of a step, in the column's own unit. */
  readonly step: number;
  readonly parts: readonly Part[];
  readonly epsilon: number;
}

/** The questions, each with an equal share of epsilon and delta. Throws `input-invalid` for columns and bounds that lack. */
export function readyQuestions(source: SourceDataset, input: DifferentialInput): readonly Question[] {
  const { questions, epsilon } = input;
  if (questions.length === 0) {
    throw new StillhouseError('input-invalid', 'Nothing is asked yet.', { remedy: 'Add a question.' });
  }
  const ready = questions.map((question) => readyQuestion(source, question, input, epsilon / questions.length));
  const labels = new Set(ready.map(({ label }) => label));
  if (labels.size === ready.length) return ready;
  throw new StillhouseError('input-invalid', 'Two questions have the same name.', {
    remedy: 'Give each question a name of its own, or ask each once.',
  });
}

function readyQuestion(
  source: SourceDataset,
  question: QuestionInput,
  { rowsEach, questions, mechanism, delta }: DifferentialInput,
  epsilon: number,
): Question {
  const { measure, column, lowest, highest, part } = question;
  const usual = {
    count: 'rows',
    sum: `sum of ${column}`,
    mean: `mean of ${column}`,
    quantile: `${part} quantile of ${column}`,
  };
  const label = question.name === '' ? usual[measure] : question.name;
  if (measure !== 'count' && column === '') throw refusal(label, 'needs a column', 'Choose the column it is taken of.');
  if (measure !== 'count' && lowest >= highest) {
    throw refusal(label, 'has a lowest value that is not below its highest', 'Correct the bounds.');
  }
  const origin = { count: 0, sum: 0, mean: (lowest + highest) / 2, quantile: lowest }[measure];
  const reach = measure === 'mean' ? (highest - lowest) / 2 : Math.max(Math.abs(lowest), Math.abs(highest));
  const step =
    measure === 'quantile' ? (highest - lowest) / (candidates - 1) : 2 ** Math.ceil(Math.log2(reach / steps));
  const wanted: readonly Omit<Part, 'scale'>[] = {
    count: [{ kind: 'count', sensitivity: rowsEach } as const],
    sum: [{ kind: 'sum', sensitivity: Math.ceil(reach / step) * rowsEach } as const],
    mean: [
      { kind: 'sum', sensitivity: Math.ceil(reach / step) * rowsEach } as const,
      { kind: 'count', sensitivity: rowsEach } as const,
    ],
    quantile: [],
  }[measure];
  const scaleOf = ({ sensitivity }: Omit<Part, 'scale'>): number =>
    mechanism === 'laplace'
      ? sensitivity / (epsilon / wanted.length)
      : gaussianScale(sensitivity, epsilon / wanted.length, delta / questions.length / wanted.length);
  return {
    ...question,
    label,
    value: measure === 'count' ? undefined : source.column(column).sql,
    origin,
    step,
    parts: wanted.map((one) => ({ ...one, scale: roundedUp(scaleOf(one)) })),
    epsilon: measure === 'quantile' ? Math.floor((epsilon / rowsEach) * 1e9) / 1e9 : epsilon,
  };
}

/** To six places, never less noise. */
function roundedUp(scale: number): number {
  return Math.ceil(scale * 1e6 + 1e-3) / 1e6;
}

function refusal(label: string, what: string, remedy: string): StillhouseError {
  return new StillhouseError('input-invalid', `The question “${label}” ${what}.`, { remedy });
}
