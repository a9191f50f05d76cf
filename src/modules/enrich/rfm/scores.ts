import { StillhouseError } from '../../../core/error.ts';
import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import { type Bins, quantileBin } from '../quantile-bin.ts';

/** How values become scores; 1 is best. */
export interface Scoring extends Bins {
  readonly method: 'quantile' | 'cuts';
  readonly recencyCuts: readonly string[];
  readonly frequencyCuts: readonly string[];
  readonly monetaryCuts: readonly string[];
}

/** The highest score there can be of any kind. */
export function worstScore({ method, bins, recencyCuts, frequencyCuts, monetaryCuts }: Scoring): number {
  if (method === 'quantile') return bins;
  return 1 + Math.max(recencyCuts.length, frequencyCuts.length, monetaryCuts.length);
}

/** The columns `recency`, `frequency` and `monetary`, within each period, of `recency_days`, `orders` and `revenue`. */
export function scoreColumns(scoring: Scoring): Sql {
  const scores =
    scoring.method === 'cuts'
      ? [
          sql`${cutScore(sql`recency_days`, '>', numbersOf(scoring.recencyCuts, 'Recency cuts'))} AS recency`,
          sql`${cutScore(sql`orders`, '<', numbersOf(scoring.frequencyCuts, 'Frequency cuts'))} AS frequency`,
          sql`${cutScore(sql`revenue`, '<', numbersOf(scoring.monetaryCuts, 'Monetary cuts'))} AS monetary`,
        ]
      : [
          sql`${recencyBin(scoring)} AS recency`,
          sql`${quantileBin(scoring, sql`period`, sql`orders DESC`)} AS frequency`,
          sql`${quantileBin(scoring, sql`period`, sql`revenue DESC`)} AS monetary`,
        ];
  return joinSql(scores, ',\n    ');
}

/** Recency counts its tiles from the worst end, as the customary recipe does, so that uneven sizes fall as they do there. */
function recencyBin(scoring: Scoring): Sql {
  if (scoring.ties === 'together') return quantileBin(scoring, sql`period`, sql`recency_days`);
  const tile = sql`ntile(${literal(scoring.bins)}) OVER (PARTITION BY period ORDER BY recency_days DESC, person)`;
  return sql`CAST(${literal(scoring.bins + 1)} - ${tile} AS INTEGER)`;
}

/** One more for every cut that the value is beyond. */
function cutScore(value: Sql, beyond: '<' | '>', cuts: readonly number[]): Sql {
  const isBeyond = (cut: number): Sql =>
    beyond === '<' ? sql`${value} < ${literal(cut)}` : sql`${value} > ${literal(cut)}`;
  return joinSql([literal(1), ...cuts.map((cut) => sql`CAST(${isBeyond(cut)} AS INTEGER)`)], ' + ');
}

function numbersOf(texts: readonly string[], title: string): readonly number[] {
  const numbers = texts.map(Number);
  if (numbers.length > 0 && numbers.length < 10 && numbers.every(Number.isFinite)) return numbers;
  throw new StillhouseError('input-invalid', `${title} are not one to nine numbers: ${texts.join(', ')}.`, {
    remedy: 'Write them as 30, 90, 180.',
  });
}
