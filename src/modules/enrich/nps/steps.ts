import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import type { ComputeStep, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import { startOfSql } from '../../start-of.ts';
import type { NpsInput } from './input.ts';
import { relativeWeightsKernel } from './relative-weights-kernel.ts';
import { sentimentSql } from './sentiment.ts';

/** One row an invitation: score, group, segment, time, drivers, and the comment with its sentiment. */
export function answersStep(source: SourceDataset, input: NpsInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'answers',
    title: 'Promoters, passives, detractors',
    explanation: {
      what: 'Puts each score into its group: 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract; and counts words of praise and complaint.',
      why: 'The groups are what the score is made of: the share of promoters less the share of detractors.',
      caution: 'Rows without a score stay: they are invitations without an answer, and tell how many were asked.',
    },
    as: 'view',
    creates: context.scratch('answers'),
    query: answersSql(source, input),
  };
}

function answersSql(source: SourceDataset, input: NpsInput): Sql {
  const optional = (label: string, absent: Sql): Sql => (label === '' ? absent : source.column(label).sql);
  const segment =
    input.segment === ''
      ? literal('everyone')
      : sql`coalesce(CAST(${source.column(input.segment).sql} AS VARCHAR), 'none')`;
  const drivers = input.drivers.map(
    (label, index) => sql`CAST(${source.column(label).sql} AS DOUBLE) AS ${driverColumn(index)}`,
  );
  const columns = [
    sql`${optional(input.person, sql`CAST(NULL AS VARCHAR)`)} AS person`,
    sql`${segment} AS segment`,
    sql`CAST(${optional(input.time, sql`NULL`)} AS TIMESTAMP) AS answered_at`,
    sql`CAST(${source.column(input.score).sql} AS DOUBLE) AS score`,
    ...drivers,
    sql`${optional(input.verbatim, sql`CAST(NULL AS VARCHAR)`)} AS comment`,
  ];
  return sql`WITH rows_asked AS (
  SELECT
    ${joinSql(columns, ',\n    ')}
  FROM ${source.from}${whereSql(givenConditions(input.condition), '  ')}
), worded AS (
  SELECT
    *,
    regexp_extract_all(lower(comment), '[a-z]+') AS words
  FROM rows_asked
)
SELECT
  * EXCLUDE (words),
  CASE
    WHEN score >= 9 THEN 'promoter'
    WHEN score >= 7 THEN 'passive'
    WHEN score IS NOT NULL THEN 'detractor'
  END AS score_group,
  CAST(${sentimentSql(sql`words`)} AS INTEGER) AS sentiment
FROM worded`;
}

/** Invitations and answers of each segment and period: all that scores are made of. */
export function countsStep(answers: SqlStep, { grain }: NpsInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'answer_counts',
    title: 'Answers counted',
    explanation: {
      what: `Counts invitations, answers, promoters, passives and detractors of each segment and ${grain}.`,
      why: 'Counts add up: the score of all, of a segment or of a period is read from this small table.',
      caution: 'Scores do not add up: the mean of the scores of two segments is not the score of both.',
    },
    as: 'table',
    creates: context.scratch('answer_counts'),
    query: sql`SELECT
  segment,
  ${startOfSql(grain, sql`answered_at`)} AS period,
  count(*) AS asked,
  count(score) AS responses,
  count_if(score_group = 'promoter') AS promoters,
  count_if(score_group = 'passive') AS passives,
  count_if(score_group = 'detractor') AS detractors
FROM ${rowsOf(answers)}
GROUP BY ALL`,
  };
}

function driverColumn(index: number): Sql {
  return rawSql(`driver_${index + 1}`);
}

/** What each driver adds to the explained variance of the score. */
export function driverStep(answers: SqlStep, { drivers }: NpsInput, context: PlanContext): ComputeStep {
  const columns = drivers.map((_, index) => driverColumn(index));
  const pairs = columns.flatMap((first, i) =>
    columns
      .slice(i + 1)
      .map((second, j) => sql`corr(${first}, ${second}) AS ${rawSql(`between_${i + 1}_${i + j + 2}`)}`),
  );
  const target = columns.map((column, i) => sql`corr(score, ${column}) AS ${rawSql(`with_score_${i + 1}`)}`);
  return {
    kind: 'compute',
    id: 'driver_weights',
    title: 'What drives the score',
    explanation: {
      what: 'Takes the correlations of score and ratings from SQL, and shares out the explained variance of the score among the ratings (Johnson’s relative weights).',
      why: 'Ratings go together, so that coefficients of a regression can have the wrong sign; relative weights never do, and add up.',
      caution: 'It measures what goes with the score, not what would happen if a rating were raised.',
    },
    creates: context.scratch('driver_weights'),
    kernel: relativeWeightsKernel.id,
    inputs: {
      correlations: sql`SELECT
  count(*) AS answers,
  ${joinSql([...target, ...pairs], ',\n  ')}
FROM ${rowsOf(answers)}
WHERE ${joinSql(
        [sql`score`, ...columns].map((column) => sql`${column} IS NOT NULL`),
        '\n  AND ',
      )}`,
    },
    parameters: { drivers: drivers.length },
    columns: ['driver', 'correlation', 'coefficient', 'weight', 'explained', 'answers'],
  };
}

/** The answers as they are kept: drivers go by their own names. */
export function keptStep(answers: SqlStep, { drivers }: NpsInput, context: PlanContext): SqlStep {
  const columns = [
    sql`person`,
    sql`segment`,
    sql`answered_at`,
    sql`score`,
    sql`score_group`,
    ...drivers.map((label, index) => sql`${driverColumn(index)} AS ${identifier(label)}`),
    sql`comment`,
    sql`sentiment`,
  ];
  return {
    kind: 'sql',
    id: 'nps_answers',
    title: 'The answers',
    explanation: {
      what: 'Leaves out invitations without an answer.',
      why: 'With its group, an answer can become an audience: promoters to ask for a review, detractors to call.',
    },
    as: 'view',
    creates: context.scratch('nps_answers'),
    query: sql`SELECT
  ${joinSql(columns, ',\n  ')}
FROM ${rowsOf(answers)}
WHERE score IS NOT NULL
ORDER BY answered_at, person, score`,
  };
}
