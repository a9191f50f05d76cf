import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import { type Feature, featureColumn } from './features.ts';
import type { PropensityInput } from './input.ts';

/** Events with the cut-off beside them, and whether each is of the outcome. */
export function eventsStep(source: SourceDataset, input: PropensityInput, context: PlanContext): SqlStep {
  const person = source.column(input.person).sql;
  const time = source.column(input.time).sql;
  const amount =
    input.amount === ''
      ? sql`CAST(NULL AS DOUBLE)`
      : sql`coalesce(CAST(${source.column(input.amount).sql} AS DOUBLE), 0)`;
  const outcome = input.outcome === '' ? sql`true` : sql`coalesce((${rawSql(input.outcome)}\n    ), false)`;
  const cutOff =
    input.cutOff === ''
      ? sql`(SELECT CAST(max(event_time) AS DATE) + 1 - ${literal(input.horizon)} FROM events)`
      : sql`CAST(${literal(input.cutOff)} AS DATE)`;
  return {
    kind: 'sql',
    id: 'events',
    title: 'Events and the cut-off',
    explanation: {
      what: 'Gives the columns their names, marks the events of the outcome, and writes the cut-off beside each event.',
      why: 'One day parts the past, which features may see, from the future, which is to be foretold.',
      caution: 'Without a cut-off given, it leaves the horizon at the end of the data for the outcome.',
    },
    as: 'table',
    creates: context.scratch('events'),
    query: sql`WITH events AS NOT MATERIALIZED (
  SELECT
    ${person} AS person,
    CAST(${time} AS TIMESTAMP) AS event_time,
    ${amount} AS amount,
    ${outcome} AS is_outcome
  FROM ${source.from}${whereSql([sql`${person} IS NOT NULL`, sql`${time} IS NOT NULL`, ...givenConditions(input.condition)], '  ')}
)
SELECT
  *,
  ${cutOff} AS cut_off
FROM events`,
  };
}

/** One row a person who was known before the cut-off: features, and whether the outcome came. */
export function featuresStep(
  events: SqlStep,
  features: readonly Feature[],
  { horizon }: PropensityInput,
  context: PlanContext,
): SqlStep {
  const columns: readonly Sql[] = features.map((feature) => sql`${feature.value} AS ${featureColumn(feature)}`);
  return {
    kind: 'sql',
    id: 'features',
    title: 'Features before, outcome after',
    explanation: {
      what: 'Computes the features of each person from events before the cut-off, and looks for the outcome in the horizon after it.',
      why: 'A model learns from the features what foretells the outcome; what it is given must be known at the time of use.',
      caution:
        'An event of the cut-off day itself is already the future. One day too many, and the model knows the answer. Amounts are rounded to two decimals.',
    },
    as: 'table',
    creates: context.scratch('features'),
    query: sql`WITH past AS (
  SELECT
    person,
    ${joinSql(columns, ',\n    ')},
    max(event_time) AS last_event_used
  FROM ${rowsOf(events)}
  WHERE event_time < cut_off
  GROUP BY person
), future AS (
  SELECT DISTINCT person
  FROM ${rowsOf(events)}
  WHERE is_outcome
    AND event_time >= cut_off
    AND event_time < cut_off + ${literal(horizon)}
)
SELECT
  past.*,
  future.person IS NOT NULL AS outcome
FROM past
LEFT JOIN future USING (person)`,
  };
}

/** The features as they are kept. */
export function keptStep(features: SqlStep, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'propensity_features',
    title: 'One row a person',
    explanation: {
      what: 'Leaves out the time by which leakage is checked.',
      why: 'A model would take every column for a feature.',
    },
    as: 'view',
    creates: context.scratch('propensity_features'),
    query: sql`SELECT * EXCLUDE (last_event_used)
FROM ${rowsOf(features)}
ORDER BY person`,
  };
}
