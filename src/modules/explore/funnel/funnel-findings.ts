import { joinSql, literal, rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, share, textOf } from '../../words.ts';
import { durationWords, secondsBetween } from '../events/duration.ts';
import type { FunnelStep } from './funnel-input.ts';

/** What is counted: people, or visits. */
export interface Counted {
  readonly one: string;
  readonly many: string;
}

/** How many reached each step, and how long it took them. */
export function stepFindings(people: RelationName, steps: readonly FunnelStep[], who: Counted): readonly Finding[] {
  return [
    {
      id: 'steps',
      title: `How far ${who.many} come`,
      data: stepsSql(people, steps),
      reading: 'The step with the lowest share of the step before is where most is lost.',
      chart: {
        kind: 'funnel',
        x: { name: 'step_name' },
        y: [{ name: 'reached' }],
        aggregate: 'none',
        order: 'appearance',
      },
      words: (rows) => stepWords(rows, who),
    },
    {
      id: 'times',
      title: 'Time from step to step',
      data: timesSql(people, steps),
      reading:
        'The median is the time within which half of those who took the step did so; a long upper quarter means that some come back later.',
      chart: {
        kind: 'bar',
        x: { name: 'step_name' },
        y: [{ name: 'median_seconds' }],
        aggregate: 'none',
        order: 'appearance',
      },
      words: timeWords,
    },
  ];
}

function stepsSql(people: RelationName, steps: readonly FunnelStep[]): Sql {
  return sql`WITH steps (step, step_name) AS (
  VALUES
    ${joinSql(
      steps.map(({ name }, index) => sql`(${literal(index + 1)}, ${literal(name)})`),
      ',\n    ',
    )}
),
furthest AS (
  SELECT depth, count(*) AS stopped
  FROM ${relation(people)}
  GROUP BY depth
),
counts AS (
  SELECT step, step_name, CAST(coalesce(sum(stopped), 0) AS BIGINT) AS reached
  FROM steps
  LEFT JOIN furthest ON depth >= step
  GROUP BY step, step_name
)
SELECT
  step,
  step_name,
  reached,
  reached / nullif(first_value(reached) OVER in_order, 0) AS share_of_first,
  reached / nullif(lag(reached) OVER in_order, 0) AS share_of_step_before,
  lag(reached) OVER in_order - reached AS lost
FROM counts
WINDOW in_order AS (ORDER BY step)
ORDER BY step`;
}

function timesSql(people: RelationName, steps: readonly FunnelStep[]): Sql {
  const moment = (step: number) => rawSql(`step_${step}`);
  const parts = steps.slice(1).map(({ name }, index) => {
    const seconds = secondsBetween(moment(index + 1), moment(index + 2));
    return sql`SELECT
  ${literal(index + 2)} AS step,
  ${literal(name)} AS step_name,
  count(${moment(index + 2)}) AS reached,
  quantile_cont(${seconds}, 0.25) AS lower_quarter_seconds,
  median(${seconds}) AS median_seconds,
  quantile_cont(${seconds}, 0.75) AS upper_quarter_seconds
FROM ${relation(people)}`;
  });
  return sql`${joinSql(parts, '\nUNION ALL\n')}
ORDER BY step`;
}

function stepWords(rows: readonly StructValue[], who: Counted): string {
  const [first] = rows;
  const last = rows.at(-1);
  const began = numberOf(first?.reached);
  if (first === undefined || last === undefined || !(began > 0)) {
    return `Nobody reached the first step “${textOf(first?.step_name)}”.`;
  }
  const ended = numberOf(last.reached);
  const whole = `Of ${counted(began, who.one, who.many)} at “${textOf(first.step_name)}”, ${counted(ended, who.one, who.many)} (${share(
    ended,
    began,
  )}) reached “${textOf(last.step_name)}”.`;
  const [worst] = rows
    .slice(1)
    .filter((row) => numberOf(row.lost) > 0)
    .sort((a, b) => numberOf(a.share_of_step_before) - numberOf(b.share_of_step_before));
  if (worst === undefined) return whole;
  const lost = numberOf(worst.lost);
  return `${whole} The hardest step is “${textOf(worst.step_name)}”: ${share(lost, lost + numberOf(worst.reached))} of those at the step before, ${counted(
    lost,
    who.one,
    who.many,
  )}, went no further.`;
}

function timeWords(rows: readonly StructValue[]): string {
  const taken = rows.filter((row) => numberOf(row.reached) > 0);
  if (taken.length === 0) return 'Nobody took a second step.';
  const parts = taken.map((row) => `“${textOf(row.step_name)}” within ${durationWords(numberOf(row.median_seconds))}`);
  return `Half of those who took a step did so soon after the one before: ${parts.join(', ')}.`;
}
