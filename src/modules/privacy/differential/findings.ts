import { joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, PrivacyCharge, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, textOf } from '../../words.ts';
import type { DifferentialInput } from './input.ts';
import type { Question } from './questions.ts';

/** The figures, the noise in them, and what they cost. */
export function differentialFindings(
  questions: readonly Question[],
  figures: SqlStep,
  charge: PrivacyCharge,
  input: DifferentialInput,
): readonly Finding[] {
  const isHistogram = input.group !== '' && questions.length === 1;
  return [
    {
      id: 'figures',
      title: 'Noisy figures',
      data: sql`SELECT figure, group_name, noisy, within, within_rows
FROM ${relation(figures.creates)}`,
      reading:
        'In 95 of 100 runs a figure lies as near to the exact one as “within” says; of a quantile it is known by how many rows it may miss the rank.',
      ...(isHistogram && {
        chart: {
          kind: 'bar' as const,
          x: { name: 'group_name' },
          y: [{ name: 'noisy' }],
          aggregate: 'none' as const,
          order: 'appearance' as const,
          yTitle: questions[0]?.label ?? '',
        },
      }),
      words: (rows) => figureWords(rows, charge),
    },
    noiseFinding(questions, input),
    {
      id: 'budget',
      title: 'What this run has spent',
      data: sql`SELECT
  ${literal(charge.epsilon)} AS epsilon,
  ${literal(charge.delta)} AS delta,
  ${literal(charge.budget)} AS budget`,
      reading:
        'Epsilons of all runs on the dataset add up, and never beyond its budget: what was given out cannot be taken back.',
      words: () =>
        `This run was charged ε = ${charge.epsilon}${charge.delta > 0 ? ` and δ = ${charge.delta}` : ''} to the budget of “${charge.dataset}”, which is at most ε = ${charge.budget}.`,
    },
  ];
}

function figureWords(rows: readonly StructValue[], { epsilon }: PrivacyCharge): string {
  const [first] = rows;
  if (first === undefined) return 'There are no groups to give figures of.';
  const within = numberOf(first.within);
  const reach = Number.isFinite(within)
    ? `give or take ${readable(within)} with 95 % confidence`
    : `which misses the rank by at most ${readable(numberOf(first.within_rows))} rows with 95 % confidence`;
  const more =
    rows.length > 1 ? ` There ${rows.length === 2 ? 'is' : 'are'} ${counted(rows.length - 1, 'more figure')}.` : '';
  return `With ε = ${epsilon}, “${textOf(first.figure)}” of ${textOf(first.group_name)} is ${readable(
    numberOf(first.noisy),
  )}, ${reach}.${more}`;
}

function noiseFinding(questions: readonly Question[], { mechanism }: DifferentialInput): Finding {
  const kind = mechanism === 'laplace' ? 'discrete Laplace' : 'discrete Gaussian';
  const lines = questions.flatMap(({ label, parts, step, epsilon, measure }) =>
    measure === 'quantile'
      ? [sql`(${literal(label)}, 'exponential mechanism', 'rank', 1.0, CAST(${literal(2 / epsilon)} AS DOUBLE))`]
      : parts.map(({ kind: part, sensitivity, scale }) => {
          const unit = part === 'sum' ? step : 1;
          return sql`(${literal(label)}, ${literal(kind)}, ${literal(part)}, CAST(${literal(sensitivity * unit)} AS DOUBLE), CAST(${literal(scale * unit)} AS DOUBLE))`;
        }),
  );
  return {
    id: 'noise',
    title: 'How much noise there is',
    data: sql`FROM (VALUES
  ${joinSql(lines, ',\n  ')}
) AS noise (figure, noise, of_what, sensitivity, scale)`,
    reading:
      'Sensitivity is how far one person can move the exact figure, scale how wide the noise is: narrower bounds or a greater epsilon make it smaller.',
    words: (rows) =>
      `${counted(rows.length, 'exact figure')} for each group ${rows.length === 1 ? 'was' : 'were'} given noise.`,
  };
}

/** The exact figures beside the noisy ones, for those who asked to see them. */
export function comparisonFinding(
  questions: readonly Question[],
  tables: { readonly figures: SqlStep; readonly exact: SqlStep; readonly groups: SqlStep },
): Finding {
  let part = 0;
  const exact = questions.flatMap((question) => {
    const first = (part += 1);
    part += question.parts.length - 1;
    if (question.parts.length === 0) return [];
    const unit = literal(question.measure === 'count' ? 1 : question.step);
    const value =
      question.measure === 'mean'
        ? sql`${literal(question.origin)} + max(exact) FILTER (WHERE part = ${literal(first)}) * ${unit} / nullif(max(exact) FILTER (WHERE part = ${literal(first + 1)}), 0)`
        : sql`max(exact) FILTER (WHERE part = ${literal(first)}) * ${unit}`;
    return [
      sql`  SELECT ${literal(question.label)} AS figure, group_place, ${value} AS exact
  FROM ${relation(tables.exact.creates)}
  GROUP BY group_place`,
    ];
  });
  return {
    id: 'comparison',
    title: 'Noisy beside exact',
    data: sql`WITH exact_figures AS (
${joinSql(exact, '\n  UNION ALL\n')}
)
SELECT f.figure, f.group_name, f.noisy, e.exact, f.noisy - e.exact AS error, f.within
FROM ${relation(tables.figures.creates)} AS f
JOIN ${relation(tables.groups.creates)} AS g USING (group_name)
JOIN exact_figures AS e
  ON e.figure = f.figure
  AND e.group_place = g.group_place
ORDER BY f.figure, g.group_place`,
    reading:
      'The error should be smaller than “within” in about 95 of 100 figures. Whoever sees these lines is hidden nothing.',
    words: (rows) => {
      const known = rows.filter((row) => Number.isFinite(numberOf(row.error)));
      const inside = known.filter((row) => Math.abs(numberOf(row.error)) <= numberOf(row.within)).length;
      return known.length === 0
        ? 'There are no figures to compare.'
        : `${inside} of ${counted(known.length, 'figure')} ${inside === 1 ? 'lies' : 'lie'} within the stated reach of the exact one.`;
    },
  };
}
