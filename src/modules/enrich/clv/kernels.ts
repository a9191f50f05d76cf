import { z } from 'zod';
import { expectedPurchases, fitBgNbd, probabilityAlive } from '../../../stats/bg-nbd.ts';
import { fitGammaGamma } from '../../../stats/gamma-gamma.ts';
import { defineKernel, type KernelTable } from '../../kernel.ts';

/** Fewer people, or fewer who came back, and no law can be told from chance. */
const fewestPeople = 50;
const fewestRepeaters = 10;

/** More rows than about these make parameters no better, and the search slower. */
const mostFitted = 50_000;

/**
 * At most about `mostFitted` rows of columns that belong together, spread evenly: multiples of the golden ratio fall evenly
 * (Weyl), and keep no step with any order of the rows, as every third one would.
 */
function thinned<Columns extends Readonly<Record<string, Float64Array>>>(columns: Columns): Columns {
  const length = Math.max(0, ...Object.values(columns).map((values) => values.length));
  const share = mostFitted / length;
  if (share >= 1) return columns;
  const golden = (Math.sqrt(5) - 1) / 2;
  const kept = Object.entries(columns).map(([name, values]) => [
    name,
    values.filter((_, index) => (index * golden) % 1 < share),
  ]);
  return Object.fromEntries(kept) as Columns; // the same names, with fewer rows
}

/** The columns of the BG/NBD kernel: a row for each history, with the model's parameters beside each. */
export const bgNbdColumns = [
  'frequency',
  'recency_days',
  'age_days',
  'alive',
  'purchases',
  'discounted',
  'r',
  'alpha',
  'a',
  'b',
];

/**
 * Fits BG/NBD in weeks to histories in days, and says what each history lets expect: purchases in the next days, and the
 * same discounted in steps of four weeks. No rows where there are too few people.
 */
export const bgNbdKernel = defineKernel({
  id: 'enrich.bg-nbd',
  parameters: z.object({ days: z.number().min(1), discount: z.number().min(0).max(10) }),
  run({ histories }, { days, discount }, progress): KernelTable {
    const read = (name: string) => histories?.columns[name] ?? new Float64Array(0);
    const [frequency, recencyDays, ageDays, people] = ['frequency', 'recency_days', 'age_days', 'people'].map(read);
    if (frequency === undefined || recencyDays === undefined || ageDays === undefined || people === undefined)
      return noRows(bgNbdColumns);
    const total = people.reduce((sum, count) => sum + count, 0);
    const repeaters = people.reduce((sum, count, index) => sum + ((frequency[index] ?? 0) > 0 ? count : 0), 0);
    if (total < fewestPeople || repeaters < fewestRepeaters) return noRows(bgNbdColumns);
    const weeks = (values: Float64Array<ArrayBuffer>) => values.map((value) => value / 7);
    const { model } = fitBgNbd(thinned({ frequency, recency: weeks(recencyDays), age: weeks(ageDays), people }));
    progress(0.6);
    const history = (index: number) =>
      [frequency[index] ?? 0, (recencyDays[index] ?? 0) / 7, (ageDays[index] ?? 0) / 7] as const;
    const column = (value: (index: number) => number) => Float64Array.from(frequency, (_, index) => value(index));
    return {
      rowCount: frequency.length,
      columns: {
        frequency,
        recency_days: recencyDays,
        age_days: ageDays,
        alive: column((index) => probabilityAlive(model, ...history(index))),
        purchases: column((index) => expectedPurchases(model, ...history(index), days / 7)),
        discounted: column((index) =>
          discounted((span) => expectedPurchases(model, ...history(index), span), days / 7, discount),
        ),
        r: column(() => model.r),
        alpha: column(() => model.alpha),
        a: column(() => model.a),
        b: column(() => model.b),
      },
    };
  },
});

/** Expected purchases of each four weeks, at their middle worth less by the yearly discount. */
function discounted(expected: (weeks: number) => number, weeks: number, discount: number): number {
  let sum = 0;
  let before = 0;
  for (let start = 0; start < weeks; start += 4) {
    const end = Math.min(start + 4, weeks);
    const until = expected(end);
    sum += (until - before) / (1 + discount) ** ((start + end) / 2 / 52.1775);
    before = until;
  }
  return sum;
}

/** The columns of the gamma-gamma kernel: one row. */
export const gammaGammaColumns = ['p', 'q', 'v'];

/** Fits gamma-gamma to each person's number of purchases and their mean amount; no rows where there are too few. */
export const gammaGammaKernel = defineKernel({
  id: 'enrich.gamma-gamma',
  parameters: z.object({}),
  run({ spending }): KernelTable {
    const purchases = spending?.columns.purchases ?? new Float64Array(0);
    const mean = spending?.columns.mean_amount ?? new Float64Array(0);
    if (purchases.length < fewestPeople) return noRows(gammaGammaColumns);
    const { p, q, v } = fitGammaGamma(thinned({ purchases, mean })).model;
    return { rowCount: 1, columns: { p: Float64Array.of(p), q: Float64Array.of(q), v: Float64Array.of(v) } };
  },
});

function noRows(columns: readonly string[]): KernelTable {
  return { rowCount: 0, columns: Object.fromEntries(columns.map((name) => [name, new Float64Array(0)])) };
}
