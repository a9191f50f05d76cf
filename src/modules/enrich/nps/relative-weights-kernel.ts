import { z } from 'zod';
import { relativeWeights } from '../../../stats/relative-weights.ts';
import { defineKernel, type KernelTable } from '../../kernel.ts';

/** From one row of correlations, one row a driver; none where the weights are not defined. */
export const relativeWeightsKernel = defineKernel({
  id: 'enrich.relative-weights',
  parameters: z.object({ drivers: z.int().min(1).max(50) }),
  run({ correlations }, { drivers }): KernelTable {
    const figure = (name: string): number => correlations?.columns[name]?.[0] ?? Number.NaN;
    const withTarget = Float64Array.from({ length: drivers }, (_, index) => figure(`with_score_${index + 1}`));
    const between = Float64Array.from({ length: drivers * drivers }, (_, index) => {
      const [row, column] = [Math.floor(index / drivers) + 1, (index % drivers) + 1];
      return row === column ? 1 : figure(`between_${Math.min(row, column)}_${Math.max(row, column)}`);
    });
    const answers = figure('answers');
    const found = answers > drivers + 1 ? relativeWeights(between, withTarget) : undefined;
    const rowCount = found === undefined ? 0 : drivers;
    const column = (value: (index: number) => number) =>
      Float64Array.from({ length: rowCount }, (_, index) => value(index));
    return {
      rowCount,
      columns: {
        driver: column((index) => index + 1),
        correlation: column((index) => withTarget[index] ?? 0),
        coefficient: column((index) => found?.coefficients[index] ?? 0),
        weight: column((index) => found?.weights[index] ?? 0),
        explained: column(() => found?.rSquared ?? 0),
        answers: column(() => answers),
      },
    };
  },
});
