import { joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share } from '../../words.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { KnownColumn } from './columns.ts';
import type { AnonymityInput } from './input.ts';
import { proposalFindings } from './proposal-findings.ts';
import { riskFinding } from './risk-finding.ts';
import type { AnonymityTables } from './tables.ts';

/** How anonymous rows are now, who stands out, at what risk, and what would change it. */
export function anonymityFindings(
  tables: AnonymityTables,
  known: readonly KnownColumn[],
  input: AnonymityInput,
): readonly Finding[] {
  const groups = relation(tables.classes.creates);
  return [
    sizeFinding(groups, input.k),
    ...(input.sensitive === '' ? [] : [diversityFinding(groups, input)]),
    smallestFinding(groups, known),
    spreadFinding(groups),
    riskFinding(groups, input),
    ...proposalFindings(tables, known, input),
  ];
}

function sizeFinding(groups: Sql, k: number): Finding {
  return {
    id: 'k',
    title: 'Is anybody hidden?',
    data: sql`SELECT
  min(people) AS k,
  count(*) AS groups,
  CAST(sum(people) AS BIGINT) AS people,
  count_if(people < ${literal(k)}) AS small_groups,
  coalesce(CAST(sum(people) FILTER (WHERE people < ${literal(k)}) AS BIGINT), 0) AS people_in_small_groups,
  count_if(people = 1) AS people_alone
FROM ${groups}`,
    reading:
      'k is the size of the smallest group; who is alone in a group is recognised by whoever knows these columns.',
    words: ([row]) => {
      const people = numberOf(row?.people);
      if (row === undefined || !(people > 0)) return 'There are no rows, so nobody can be recognised.';
      const small = numberOf(row.people_in_small_groups);
      const alone = numberOf(row.people_alone);
      return `The rows are ${numberOf(row.k)}-anonymous: ${counted(small, 'row')} of ${counted(people, 'row')} (${share(
        small,
        people,
      )}) are in groups of fewer than ${k}, and ${counted(alone, 'row is', 'rows are')} alone.`;
    },
  };
}

function diversityFinding(groups: Sql, { sensitive, l, t }: AnonymityInput): Finding {
  return {
    id: 'diversity',
    title: `What a group says of ${sensitive}`,
    data: sql`SELECT
  min(coalesce(different_values, 0)) AS l,
  min(effective_values) AS effective_l,
  max(distance) AS t,
  coalesce(CAST(sum(people) FILTER (WHERE coalesce(different_values, 0) < ${literal(l)}) AS BIGINT), 0) AS people_below_l,
  coalesce(CAST(sum(people) FILTER (WHERE distance > ${literal(t)}) AS BIGINT), 0) AS people_beyond_t
FROM ${groups}`,
    reading:
      'l is the least number of different values in a group, the effective l counts them by e to the power of their entropy, and t is the greatest distance of a group’s values from those of all rows.',
    words: ([row]) => {
      if (row === undefined || !Number.isFinite(numberOf(row.l))) return 'There are no rows, so nothing can be learnt.';
      const distance = numberOf(row.t);
      return `The groups have at least ${counted(numberOf(row.l), 'different value')} (l) and lie at most ${
        Number.isFinite(distance) ? readable(distance) : '0'
      } away from all rows (t): ${counted(numberOf(row.people_below_l), 'row')} in groups below l = ${l}, ${counted(
        numberOf(row.people_beyond_t),
        'row',
      )} in groups beyond t = ${t}.`;
    },
  };
}

function smallestFinding(groups: Sql, known: readonly KnownColumn[]): Finding {
  const names = joinSql(
    known.map(({ name }) => name),
    ', ',
  );
  return {
    id: 'smallest',
    title: 'The smallest groups',
    data: sql`SELECT ${names}, people
FROM ${groups}
ORDER BY people, ${names}
LIMIT 50`,
    reading: 'These are the combinations that few people share; what they have in common is what to generalise.',
    words: (rows) =>
      rows.length === 0
        ? 'There are no groups.'
        : `The smallest of the groups shown ${rows.length === 1 ? 'has' : 'have'} ${counted(numberOf(rows[0]?.people), 'row')}.`,
  };
}

/** Sizes as readers of such reports know them. */
const sizes: readonly (readonly [label: string, from: number])[] = [
  ['1', 1],
  ['2', 2],
  ['3–4', 3],
  ['5–9', 5],
  ['10–19', 10],
  ['20–49', 20],
  ['50 and more', 50],
];

function spreadFinding(groups: Sql): Finding {
  const list = joinSql(
    sizes.map(([label, from], index) => {
      const until = sizes[index + 1]?.[1];
      return sql`(${literal(index)}, ${literal(label)}, ${literal(from)}, ${until === undefined ? sql`NULL` : literal(until)})`;
    }),
    ',\n    ',
  );
  return {
    id: 'sizes',
    title: 'Rows by the size of their group',
    data: sql`WITH sizes AS (
  FROM (VALUES
    ${list}
  ) AS sizes (place, group_size, from_size, until_size)
)
SELECT
  group_size,
  count(g.people) AS groups,
  coalesce(CAST(sum(g.people) AS BIGINT), 0) AS people,
  coalesce(sum(g.people), 0) / nullif(sum(sum(g.people)) OVER (), 0) AS people_share
FROM sizes
LEFT JOIN (
  SELECT people
  FROM ${groups}
) AS g
  ON g.people >= from_size
  AND (g.people < until_size OR until_size IS NULL)
GROUP BY place, group_size
ORDER BY place`,
    reading: 'The bars on the left are people whom few others resemble.',
    chart: {
      kind: 'bar',
      x: { name: 'group_size' },
      y: [{ name: 'people_share' }],
      aggregate: 'none',
      order: 'appearance',
      format: { notation: 'percent', decimals: 1 },
      yTitle: 'Share of rows',
    },
    words: spreadWords,
  };
}

function spreadWords(rows: readonly StructValue[]): string {
  const total = rows.reduce((sum, row) => sum + (numberOf(row.people) || 0), 0);
  if (total === 0) return 'There are no rows to divide by the size of their group.';
  const few = rows.slice(0, 3).reduce((sum, row) => sum + (numberOf(row.people) || 0), 0);
  return `${share(few, total)} of ${counted(total, 'row')} ${few === 1 ? 'is' : 'are'} in groups of fewer than five.`;
}
