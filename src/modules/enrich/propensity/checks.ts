import { joinSql, literal, sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import { rowsOf } from '../purchases.ts';
import { type Feature, featureColumn } from './features.ts';
import type { PropensityInput } from './input.ts';

/** What makes a model look better than it is: features that see the future, a cut horizon, an outcome without both sides. */
export function propensityChecks(
  events: SqlStep,
  features: SqlStep,
  columns: readonly Feature[],
  { horizon }: PropensityInput,
): readonly Check[] {
  const correlations = columns.map(
    (
      feature,
    ) => sql`SELECT ${literal(feature.name)} AS feature, corr(${featureColumn(feature)}, CAST(outcome AS INTEGER)) AS correlation
  FROM ${rowsOf(features)}`,
  );
  return [
    {
      id: 'features_see_the_past',
      title: 'No feature uses an event from the cut-off on',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT person, last_event_used, (SELECT any_value(cut_off) FROM ${rowsOf(events)}) AS cut_off
FROM ${rowsOf(features)}
WHERE last_event_used >= (SELECT any_value(cut_off) FROM ${rowsOf(events)})
ORDER BY person`,
      remedy: 'Features that know the future cannot be had when the model is used.',
      field: 'cutOff',
    },
    {
      id: 'features_are_not_the_outcome',
      title: 'No feature all but is the outcome',
      severity: 'warning',
      when: 'after',
      violations: sql`WITH correlations AS (
  ${joinSql(correlations, '\n  UNION ALL\n  ')}
)
SELECT *
FROM correlations
WHERE abs(correlation) > 0.95
  AND isfinite(correlation)
ORDER BY feature`,
      remedy: 'Such a feature mostly is the outcome under another name, recorded late: leave its events out.',
      field: 'condition',
    },
    {
      id: 'horizon_is_whole',
      title: 'The data reaches to the end of the horizon',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT max(event_time) AS last_event, any_value(cut_off) + ${literal(horizon)} AS horizon_ends
FROM ${rowsOf(events)}
HAVING CAST(max(event_time) AS DATE) + 1 < any_value(cut_off) + ${literal(horizon)}`,
      remedy: 'Outcomes that are not in the data yet count as none. Take an earlier cut-off or a shorter horizon.',
      field: 'cutOff',
    },
    {
      id: 'outcome_has_both_sides',
      title: 'The outcome came for some and not for others',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT count(*) AS people, count_if(outcome) AS with_outcome
FROM ${rowsOf(features)}
HAVING count_if(outcome) < 20
  OR count_if(NOT outcome) < 20`,
      remedy: 'Nothing can be learnt from fewer than 20 of either side. Take a longer horizon or another outcome.',
      field: 'horizon',
    },
  ];
}
