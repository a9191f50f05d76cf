import { identifier, joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import type { KnownColumn } from './columns.ts';
import type { AnonymityInput } from './input.ts';
import { levelName } from './kernel.ts';
import type { AnonymityTables } from './tables.ts';

/** What to generalise how far, what it costs, and how anonymous the rows are then. */
export function proposalFindings(
  { proposal, releasedClasses, classes }: AnonymityTables,
  known: readonly KnownColumn[],
  { k, sensitive }: AnonymityInput,
): readonly Finding[] {
  const levels = known.map(({ label, levels: own }, column) => {
    const cases = own.map((level, place) => sql` WHEN ${literal(place)} THEN ${literal(level.label)}`);
    return sql`CASE ${identifier(levelName(column))}${joinSql(cases, '')} END AS ${identifier(label)}`;
  });
  return [
    {
      id: 'proposal',
      title: 'What to give away',
      data: sql`SELECT
  CAST(proposal.place AS INTEGER) AS rank,
  ${joinSql(levels, ',\n  ')},
  loss,
  CAST(suppressed AS BIGINT) AS rows_left_out,
  CAST(classes AS BIGINT) AS groups,
  CAST(smallest AS BIGINT) AS smallest_group
FROM ${relation(proposal.creates)} AS proposal
ORDER BY proposal.place`,
      reading:
        'Loss is the mean, over rows and columns, of how many of a column’s values now stand as one; rows left out have lost all. 0 is nothing lost, 100 % is nothing kept.',
      words: (rows) => proposalWords(rows, known, k),
    },
    {
      id: 'after',
      title: 'After the proposal',
      data: sql`WITH both_states AS (
  SELECT 1 AS place, 'as it is' AS state, people${sensitive === '' ? sql`` : sql`, different_values, distance`}
  FROM ${relation(classes.creates)}
  UNION ALL
  SELECT 2, 'generalised', people${sensitive === '' ? sql`` : sql`, different_values, distance`}
  FROM ${relation(releasedClasses.creates)}
)
SELECT
  state,
  CAST(sum(people) AS BIGINT) AS rows,
  count(*) AS groups,
  min(people) AS k${sensitive === '' ? sql`` : sql`,\n  min(different_values) AS l,\n  max(distance) AS t`},
  max(1 / people) AS highest_risk
FROM both_states
GROUP BY place, state
ORDER BY place`,
      reading: 'The two lines say the same measures before and after; a k that grows while l stays at 1 hides nothing.',
      words: (rows) => {
        const after = rows.find((row) => textOf(row.state) === 'generalised');
        if (after === undefined) return 'No rows would be left after generalising.';
        return `Afterwards ${counted(numberOf(after.rows), 'row')} are ${numberOf(after.k)}-anonymous, and the highest risk is ${share(
          numberOf(after.highest_risk),
          1,
        )}.`;
      },
    },
  ];
}

function proposalWords(rows: readonly StructValue[], known: readonly KnownColumn[], k: number): string {
  const [best] = rows;
  if (best === undefined) return `No generalisation of these columns reaches k = ${k}.`;
  const changed = known
    .map(({ label }) => [label, textOf(best[label])] as const)
    .filter(([, level]) => level !== 'as it is')
    .map(([label, level]) => `“${label}” ${level === 'left out' ? level : `to ${level}`}`);
  const how = changed.length === 0 ? 'No column needs to be generalised' : `Generalise ${changed.join(', ')}`;
  return `${how}, and leave out ${counted(numberOf(best.rows_left_out), 'row')}: that reaches k = ${readable(
    Math.max(k, numberOf(best.smallest_group)),
  )} with a loss of ${share(numberOf(best.loss), 1)}.`;
}
