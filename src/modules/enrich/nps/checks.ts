import { literal, sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { keptRows } from '../event-checks.ts';
import { rowsOf } from '../purchases.ts';
import type { NpsInput } from './input.ts';

/** What would spoil the score: no answers, scores off the scale, repeated people, few answers, unlike response. */
export function npsChecks(source: SourceDataset, answers: SqlStep, counts: SqlStep, input: NpsInput): readonly Check[] {
  const from = keptRows(source, input.condition);
  const score = source.column(input.score).sql;
  const rows = rowsOf(counts);
  const always: readonly Check[] = [
    {
      id: 'scores_are_there',
      title: 'Somebody answered',
      severity: 'error',
      when: 'before',
      violations: sql`SELECT count(*) AS rows, count(${score}) AS answers
FROM ${from}
HAVING count(${score}) = 0`,
      remedy: 'Choose the column that holds the scores, and a condition that keeps some.',
      field: 'score',
    },
    {
      id: 'scores_fit_scale',
      title: 'Every score is a whole number from 0 to 10',
      severity: 'error',
      when: 'before',
      violations: sql`SELECT *
FROM ${from}
WHERE ${score} NOT BETWEEN 0 AND 10
  OR ${score} <> floor(${score})`,
      remedy: 'On another scale the groups mean something else: choose the column with scores from 0 to 10.',
      field: 'score',
    },
    {
      id: 'answers_are_enough',
      title: 'There are enough answers',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT segment, CAST(sum(responses) AS BIGINT) AS answers
FROM ${rows}
GROUP BY segment
HAVING sum(responses) < 30
ORDER BY segment`,
      remedy: 'Below 30 answers the interval is too wide, and not to be trusted. Put segments together.',
      field: 'segment',
    },
  ];
  return [
    ...always,
    ...(input.person === '' ? [] : [repeated(rowsOf(answers))]),
    ...(input.segment === '' ? [] : [responseBias(rows)]),
  ];
}

function repeated(rows: ReturnType<typeof rowsOf>): Check {
  return {
    id: 'people_answer_once',
    title: 'Nobody answered twice',
    severity: 'warning',
    when: 'after',
    violations: sql`SELECT person, count(*) AS answers
FROM ${rows}
WHERE score IS NOT NULL
  AND person IS NOT NULL
GROUP BY person
HAVING count(*) > 1
ORDER BY answers DESC, person`,
    remedy: 'Answers of one person are not independent: keep the latest, or the interval is too narrow.',
    field: 'person',
  };
}

function responseBias(rows: ReturnType<typeof rowsOf>): Check {
  return {
    id: 'segments_answer_alike',
    title: 'All segments answer at a like rate',
    severity: 'warning',
    when: 'after',
    violations: sql`WITH rates AS (
  SELECT
    segment,
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS answers,
    sum(responses) / sum(asked) AS response_rate
  FROM ${rows}
  GROUP BY segment
)
SELECT *
FROM rates
QUALIFY max(response_rate) OVER () - min(response_rate) OVER () > ${literal(0.1)}
ORDER BY response_rate DESC, segment`,
    remedy: 'Rates more than ten points apart make the plain score one-sided. Report the weighted score instead.',
    field: 'segment',
  };
}
