import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import { comparisonSql } from './comparison-sql.ts';
import { datasetOf, eventFilters, fromSql, pathOf, type People, personSql, type RuleContext } from './rule-context.ts';
import type { SequenceCondition } from './rule.ts';

/**
 * The people whose events come in the order of the steps. Step by step each event is asked whether it is the next one and
 * the step before was reached strictly earlier, and within the days: one window a step, no joins.
 */
export function sequencePeople(leaf: SequenceCondition, people: People, context: RuleContext): Sql {
  const { steps, withinDays, lastIsAbsent } = leaf;
  const dataset = datasetOf(leaf.dataset, context);
  const person = personSql(pathOf(dataset, leaf.person), people);
  const time = sql`CAST(${pathOf(dataset, leaf.time).sql} AS TIMESTAMP)`;
  const matches = steps.map(({ where }) =>
    where.length === 0
      ? sql`TRUE`
      : joinSql(
          where.map((one) => comparisonSql(one, pathOf(dataset, one.column), context.today)),
          ' AND ',
        ),
  );
  const where = [sql`${person} IS NOT NULL`, sql`${time} IS NOT NULL`, ...eventFilters([], leaf, dataset, context)];
  const flags = matches.map((match, index) => sql`(${match}) IS TRUE AS is_${literal(index + 1)}`);
  let reached = sql`SELECT person, event_time, is_1 AS reached${followers(2, steps.length)}
FROM (
  SELECT ${person} AS person, ${time} AS event_time, ${joinSql(flags, ', ')}
  FROM ${fromSql(dataset, context)}
  WHERE ${joinSql(where, '\n    AND ')}
)`;
  const ordered = lastIsAbsent ? steps.length - 1 : steps.length;
  for (let step = 2; step <= ordered; step++) {
    const before = withinDays === undefined ? sql`UNBOUNDED` : sql`INTERVAL ${literal(withinDays)} DAY`;
    reached = sql`SELECT person, event_time, is_${literal(step)} AND count(*) FILTER (WHERE reached) OVER (
    PARTITION BY person
    ORDER BY event_time
    RANGE BETWEEN ${before} PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING
  ) > 0 AS reached${followers(step + 1, steps.length)}
FROM (
${indented(reached)}
)`;
  }
  if (!lastIsAbsent)
    return sql`  SELECT DISTINCT person\n  FROM (\n${indented(indented(reached))}\n  )\n  WHERE reached`;
  const after = withinDays === undefined ? sql`UNBOUNDED` : sql`INTERVAL ${literal(withinDays)} DAY`;
  const over =
    withinDays === undefined
      ? sql``
      : sql`\n    AND event_time < ${context.today} - INTERVAL ${literal(withinDays)} DAY`;
  return sql`  SELECT DISTINCT person
  FROM (
${indented(indented(reached))}
  )
  QUALIFY reached${over}
    AND count(*) FILTER (WHERE is_${literal(steps.length)}) OVER (
      PARTITION BY person
      ORDER BY event_time
      RANGE BETWEEN INTERVAL 1 MICROSECOND FOLLOWING AND ${after} FOLLOWING
    ) = 0`;
}

/** The flags that later steps still need. */
function followers(from: number, to: number): Sql {
  const rest = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => sql`, is_${literal(from + index)}`);
  return joinSql(rest, '');
}

function indented(text: Sql): Sql {
  return rawSql(text.text.replaceAll(/^/gm, '  '));
}
