import { joinSql, literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Check, Finding } from '../../contract.ts';
import { normalPValueSql, normalScaleSql } from '../../tail-probability.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import type { Counted } from './funnel-findings.ts';
import type { FunnelStep } from './funnel-input.ts';

/** Groups compared: the largest. More would give a table of pairs that nobody reads. */
const mostGroups = 8;

/** Conversion by group, and which differences are more than chance. */
export function groupFindings(people: RelationName, steps: readonly FunnelStep[], who: Counted): readonly Finding[] {
  return [
    {
      id: 'groups',
      title: 'Conversion by group',
      data: groupsSql(people, steps),
      reading: 'Compare shares, not numbers: a large group has more of everything.',
      chart: {
        kind: 'bar',
        x: { name: 'group_name' },
        y: [{ name: 'conversion' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
      },
      words: (rows) => groupWords(rows, who),
    },
    {
      id: 'differences',
      title: 'Which differences are more than chance',
      data: differencesSql(people, steps.length),
      reading:
        'The adjusted p-value is the chance of a difference this large between equal groups, with all pairs tested at once; below 0.05 it is taken as real.',
      words: differenceWords,
    },
  ];
}

/** Too few in a group for the normal approximation. */
export function groupChecks(people: RelationName, steps: readonly FunnelStep[]): readonly Check[] {
  return [
    {
      id: 'groups_are_large',
      title: 'Every compared group is large enough to test',
      severity: 'note',
      when: 'after',
      violations: sql`WITH ${largestGroups(people, steps.length)}
SELECT group_name, began, converted
FROM by_group
WHERE least(converted, began - converted) < 5
ORDER BY began DESC, group_name`,
      remedy: 'With fewer than 5 that converted or 5 that did not, read the p-values of the group with care.',
      field: 'breakdown',
    },
  ];
}

function largestGroups(people: RelationName, last: number): Sql {
  return sql`by_group AS (
  SELECT
    group_name,
    count(*) AS began,
    count(*) FILTER (WHERE depth = ${literal(last)}) AS converted
  FROM ${relation(people)}
  GROUP BY group_name
  ORDER BY began DESC, group_name
  LIMIT ${literal(mostGroups)}
)`;
}

function groupsSql(people: RelationName, steps: readonly FunnelStep[]): Sql {
  const counts = steps.map(
    (_, index) => sql`count(*) FILTER (WHERE depth >= ${literal(index + 1)}) AS reached_${literal(index + 1)}`,
  );
  const last = literal(steps.length);
  return sql`SELECT
  group_name,
  ${joinSql(counts, ',\n  ')},
  count(*) FILTER (WHERE depth = ${last}) / count(*) AS conversion
FROM ${relation(people)}
GROUP BY group_name
ORDER BY reached_1 DESC, group_name`;
}

/**
 * Two-proportion z test of each pair with the pooled share, Holm's step-down adjustment over all pairs, and the 95 %
 * interval of the difference with unpooled shares (Wald). Source: Agresti, Categorical Data Analysis, section 3.1;
 * Holm, Scandinavian Journal of Statistics 6 (1979).
 */
function differencesSql(people: RelationName, last: number): Sql {
  return sql`WITH ${largestGroups(people, last)},
pairs AS (
  SELECT
    a.group_name AS group_a,
    b.group_name AS group_b,
    a.converted / a.began AS share_a,
    b.converted / b.began AS share_b,
    (a.converted + b.converted) / (a.began + b.began) AS share_of_both,
    1 / a.began AS weight_a,
    1 / b.began AS weight_b
  FROM by_group AS a
  JOIN by_group AS b ON a.group_name < b.group_name
),
tested AS (
  SELECT
    *,
    share_a - share_b AS difference,
    1.959964 * sqrt(share_a * (1 - share_a) * weight_a + share_b * (1 - share_b) * weight_b) AS margin,
    (share_a - share_b) / nullif(sqrt(share_of_both * (1 - share_of_both) * (weight_a + weight_b)), 0) AS z
  FROM pairs
),
scaled AS (
  SELECT
    *,
    ${normalScaleSql(sql`z`)}
  FROM tested
  WHERE z IS NOT NULL
),
valued AS (
  SELECT
    *,
    ${normalPValueSql()} AS p_value
  FROM scaled
),
stepped AS (
  SELECT *, p_value * (count(*) OVER () + 1 - row_number() OVER by_value) AS stepped_p
  FROM valued
  WINDOW by_value AS (ORDER BY p_value, group_a, group_b)
)
SELECT
  group_a,
  group_b,
  share_a,
  share_b,
  difference,
  difference - margin AS low,
  difference + margin AS high,
  z,
  p_value,
  least(1, max(stepped_p) OVER (ORDER BY p_value, group_a, group_b)) AS adjusted_p
FROM stepped
ORDER BY p_value, group_a, group_b`;
}

function groupWords(rows: readonly StructValue[], who: Counted): string {
  const ranked = [...rows].sort((a, b) => numberOf(b.conversion) - numberOf(a.conversion));
  const [best] = ranked;
  const least = ranked.at(-1);
  if (best === undefined || least === undefined) return `There are no ${who.many} to compare.`;
  const told = (row: StructValue) =>
    `“${textOf(row.group_name)}” with ${share(numberOf(row.conversion), 1)} of ${counted(numberOf(row.reached_1), who.one, who.many)}`;
  if (rows.length === 1) return `There is one group, ${told(best)}.`;
  return `Of ${counted(rows.length, 'group')}, the best is ${told(best)}, the last ${told(least)}.`;
}

function differenceWords(rows: readonly StructValue[]): string {
  if (rows.length === 0) return 'There are no two groups whose conversions could be compared.';
  const real = rows.filter((row) => numberOf(row.adjusted_p) < 0.05);
  const [first] = real;
  if (first === undefined) return `None of ${counted(rows.length, 'pair')} of groups differs by more than chance.`;
  const points = readable(Math.abs(numberOf(first.difference)) * 100);
  const p = numberOf(first.adjusted_p);
  return `${counted(real.length, 'pair')} of ${rows.length} ${real.length === 1 ? 'differs' : 'differ'} by more than chance, clearest “${textOf(
    first.group_a,
  )}” and “${textOf(first.group_b)}”: ${points} points apart, ${p < 0.001 ? 'p below 0.001' : `p = ${readable(p)}`}.`;
}
