import { identifier, joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { drawSql, secretSql } from '../../../privacy/keyed-hash.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { ResponseInput } from './input.ts';

/** The possible answers, numbered, with the chances that all of them share. */
export function answersStep(
  source: SourceDataset,
  { answer, answers, epsilon }: ResponseInput,
  context: PlanContext,
): SqlStep {
  const value = sql`CAST(${source.column(answer).sql} AS VARCHAR)`;
  const listed = answers.map((one) => sql`(${literal(one)})`);
  const all =
    listed.length === 0
      ? sql`  SELECT DISTINCT ${value} AS answer
  FROM ${source.from}
  WHERE ${value} IS NOT NULL`
      : sql`  SELECT DISTINCT answer
  FROM (VALUES ${joinSql(listed, ', ')}) AS named (answer)`;
  return {
    kind: 'sql',
    id: 'answers',
    title: 'The possible answers',
    explanation: {
      what: 'Numbers the k possible answers, and works out with what chance an answer stays true: exp(ε) / (exp(ε) + k − 1).',
      why: 'Every other answer is then given by chance, each as likely, so that no single answer proves anything.',
      caution: 'The more answers are possible, the less often the true one is given.',
    },
    as: 'table',
    creates: context.scratch('answers'),
    query: sql`WITH all_answers AS (
${all}
)
SELECT
  row_number() OVER (ORDER BY answer) AS answer_place,
  answer,
  count(*) OVER () AS answer_count,
  exp(${literal(epsilon)}) / (exp(${literal(epsilon)}) + count(*) OVER () - 1) AS true_chance
FROM all_answers
ORDER BY answer_place`,
  };
}

/** Each row with an answer that is true by chance only. */
export function randomisedStep(
  source: SourceDataset,
  answers: SqlStep,
  { answer, keep }: ResponseInput,
  key: string,
  context: PlanContext,
): SqlStep {
  const kept = keep.map((label) => source.column(label));
  const names = kept.map(({ label }, index) => [identifier(`kept_${index + 1}`), identifier(label)] as const);
  return {
    kind: 'sql',
    id: 'randomised',
    title: 'Let chance answer',
    explanation: {
      what: 'Draws for each row whether its answer stays, and otherwise which of the others is given.',
      why: 'Whoever sees the answer cannot tell whether it is true, and yet the shares of all answers can be estimated.',
      caution: 'Rows are put in the order of their answers: the order they had would tell whose they are.',
    },
    as: 'table',
    creates: context.scratch('randomised'),
    query: sql`WITH numbered AS (
  SELECT
    row_number() OVER () AS row_id,
    ${joinSql(
      [
        sql`CAST(${source.column(answer).sql} AS VARCHAR) AS answer`,
        ...kept.map(({ sql: value }, index) => sql`${value} AS ${identifier(`kept_${index + 1}`)}`),
      ],
      ',\n    ',
    )}
  FROM ${source.from}
), drawn AS (
  SELECT
    numbered.*,
    answer_place,
    answer_count,
    true_chance,
    ${secretSql(key)} AS draw_key
  FROM numbered
  JOIN ${relation(answers.creates)} USING (answer)
), placed AS (
  SELECT
    *,
    CASE
      WHEN ${drawSql('stays', sql`row_id`)} < true_chance THEN answer_place
      ELSE 1 + (answer_place + CAST(floor((answer_count - 1) * ${drawSql('other', sql`row_id`)}) AS BIGINT)) % answer_count
    END AS given_place
  FROM drawn
)
SELECT
  ${joinSql(
    [
      sql`given.answer AS ${identifier(source.column(answer).label)}`,
      ...names.map(([from, to]) => sql`placed.${from} AS ${to}`),
    ],
    ',\n  ',
  )}
FROM placed
JOIN ${relation(answers.creates)} AS given
  ON given.answer_place = placed.given_place
ORDER BY ALL`,
  };
}

/**
 * The share of each answer, unbiased: (observed − q) / (p − q) for a true answer with chance p and each other with chance
 * q, after Warner (1965) and, for more than two answers, Kairouz, Bonawitz and Ramage (2016).
 */
export function estimatesStep(answers: SqlStep, randomised: SqlStep, answer: Sql, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'estimates',
    title: 'Estimate the true shares',
    explanation: {
      what: 'Takes the share of each answer as given, subtracts what chance alone would give, and stretches what is left.',
      why: 'How chance answers is known exactly, so that its part can be taken out of the whole, though never out of one answer.',
      caution: 'Shares near nothing may be estimated below 0; the interval says how little is known then.',
    },
    as: 'table',
    creates: context.scratch('estimates'),
    query: sql`WITH given AS (
  SELECT ${answer} AS answer, count(*) AS given_count
  FROM ${relation(randomised.creates)}
  GROUP BY answer
), observed AS (
  SELECT
    answer_place,
    answer,
    coalesce(given_count, 0) AS given_count,
    sum(coalesce(given_count, 0)) OVER () AS total,
    true_chance AS p,
    (1 - true_chance) / nullif(answer_count - 1, 0) AS q
  FROM ${relation(answers.creates)}
  LEFT JOIN given USING (answer)
), shares AS (
  SELECT *, given_count / nullif(total, 0) AS given_share
  FROM observed
)
SELECT
  answer,
  given_count,
  given_share,
  (given_share - q) / nullif(p - q, 0) AS estimated_share,
  1.959964 * sqrt(given_share * (1 - given_share) / nullif(total, 0)) / nullif(p - q, 0) AS margin
FROM shares
ORDER BY answer_place`,
  };
}
