import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import type { PrepareContext } from './gate.ts';

/** An audience in the order of a waterfall. */
export interface RankedAudience {
  readonly dataset: string;
  readonly identity: string;
}

/**
 * What each of several audiences keeps when every person goes to the first that has them: rows `dataset`, `people` and `kept`,
 * in the order of the waterfall.
 */
export function waterfallSql(audiences: readonly RankedAudience[], context: PrepareContext): Sql {
  const members = audiences.map(({ dataset, identity }, index) => {
    const source = context.dataset(dataset);
    const person = source.column(identity).sql;
    return sql`SELECT DISTINCT ${literal(index + 1)} AS place, CAST(${person} AS VARCHAR) AS person
  FROM ${source.from}
  WHERE ${person} IS NOT NULL`;
  });
  const names = audiences.map(
    ({ dataset }, index) => sql`(${literal(index + 1)}, ${literal(context.dataset(dataset).label)})`,
  );
  return sql`WITH audience(place, dataset) AS (
  VALUES ${joinSql(names, ', ')}
),
member AS (
  ${joinSql(members, '\n  UNION ALL\n  ')}
),
first_place AS (
  SELECT *, min(place) OVER (PARTITION BY person) = place AS keeps
  FROM member
)
SELECT audience.dataset, count(person) AS people, count(person) FILTER (WHERE keeps) AS kept
FROM audience
LEFT JOIN first_place USING (place)
GROUP BY audience.place, audience.dataset
ORDER BY audience.place`;
}
