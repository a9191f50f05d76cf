import { joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, Step } from '../../contract.ts';
import type { SqlStep } from '../../contract.ts';
import type { DifferentialInput } from './input.ts';
import { candidates, type Question } from './questions.ts';

export interface NoisyTables {
  readonly groups: SqlStep;
  /** Absent where only quantiles are asked for. */
  readonly exact?: SqlStep;
  readonly noise?: Step;
  readonly distances?: SqlStep;
  readonly quantiles?: Step;
}

/** Half the width within which noise of this scale stays with the probability given. */
function reach(scale: number, mechanism: DifferentialInput['mechanism'], probability: 0.95 | 0.975): number {
  if (mechanism === 'laplace') return scale * Math.log(1 / (1 - probability));
  return scale * (probability === 0.95 ? 1.959964 : 2.241403);
}

/** Turns noisy steps back into counts, sums, means and quantiles, each with how far the noise may have moved it. */
export function figuresStep(
  questions: readonly Question[],
  tables: NoisyTables,
  { mechanism }: DifferentialInput,
  context: PlanContext,
): SqlStep {
  let part = 0;
  const selects = questions.map((question, index): Sql => {
    const first = part + 1;
    part += question.parts.length;
    const head = sql`  SELECT
    ${literal(index + 1)} AS question_place,
    ${literal(question.label)} AS figure,
    group_place`;
    if (question.measure === 'quantile') return quantileSql(head, question, index);
    const [one, two] = question.parts;
    if (two === undefined) {
      const width = reach(one?.scale ?? 0, mechanism, 0.95) * (question.measure === 'sum' ? question.step : 1);
      return sql`${head},
    noisy * ${literal(question.measure === 'sum' ? question.step : 1)} AS noisy,
    ${literal(width)} AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM noisy_parts
  WHERE part = ${literal(first)}`;
    }
    const mean = sql`least(greatest(${literal(question.origin)} + total.noisy * ${literal(question.step)} / greatest(1, counted.noisy), ${literal(question.lowest)}), ${literal(question.highest)})`;
    const sumWidth = literal(reach(one?.scale ?? 0, mechanism, 0.975) * question.step);
    const countWidth = literal(reach(two.scale, mechanism, 0.975));
    return sql`${head},
    ${mean} AS noisy,
    (${sumWidth} + abs(${mean} - ${literal(question.origin)}) * ${countWidth}) / greatest(1, counted.noisy) AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM (FROM noisy_parts WHERE part = ${literal(first)}) AS total
  JOIN (FROM noisy_parts WHERE part = ${literal(first + 1)}) AS counted USING (group_place)`;
  });
  return {
    kind: 'sql',
    id: 'figures',
    title: 'Noisy figures',
    explanation: {
      what: 'Multiplies noisy steps back into the columns’ own units, divides noisy sums by noisy counts, and says how far the noise may have moved each figure.',
      why: 'What is made of noisy figures alone costs no more budget.',
      caution: 'A small count may come out below 0: cutting it off would make sums of such figures too large.',
    },
    as: 'table',
    creates: context.scratch('figures'),
    query: sql`WITH ${joinSql(
      [
        ...(tables.exact === undefined || tables.noise === undefined
          ? []
          : [
              sql`noisy_parts AS (
  SELECT part, group_place, noisy
  FROM ${relation(tables.exact.creates)}
  JOIN ${relation(tables.noise.creates)} USING (place)
)`,
            ]),
        ...(tables.distances === undefined || tables.quantiles === undefined
          ? []
          : [
              sql`drawn AS (
  SELECT d.question, d.group_place, d.candidate
  FROM ${relation(tables.distances.creates)} AS d
  JOIN ${relation(tables.quantiles.creates)} AS q
    ON q.place = d.place
    AND q.candidate = d.candidate
)`,
            ]),
        sql`figures AS (
${joinSql(selects, '\n  UNION ALL\n')}
)`,
      ],
      ', ',
    )}
SELECT figure, group_name, noisy, within, within_rows
FROM figures
JOIN ${relation(tables.groups.creates)} USING (group_place)
ORDER BY question_place, group_place`,
  };
}

function quantileSql(head: Sql, { lowest, step, epsilon }: Question, index: number): Sql {
  return sql`${head},
    ${literal(lowest)} + candidate * ${literal(step)} AS noisy,
    CAST(NULL AS DOUBLE) AS within,
    ${literal((2 / epsilon) * (Math.log(candidates) + Math.log(20)))} AS within_rows
  FROM drawn
  WHERE question = ${literal(index + 1)}`;
}
