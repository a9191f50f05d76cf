import { joinSql, rawSql, sql, type Sql } from '../../core/sql.ts';

/** One named step of a chart's statement. */
export interface Step {
  readonly name: string;
  readonly query: Sql;
}

/** `WITH a AS (…), b AS (…) SELECT …`. */
export function withSteps(steps: readonly Step[], query: Sql): Sql {
  const parts = steps.map(
    (step) => sql`${word(step.name)} AS (
${step.query}
)`,
  );
  return sql`WITH ${joinSql(parts, ',\n')}
${query}`;
}

/** The items of a SELECT, one a line. */
export function listed(items: readonly Sql[], indent: '  ' | '    ' = '    '): Sql {
  return joinSql(items, `,\n${indent}`);
}

/** `expression AS name`, with a name of ours. */
export function named(expression: Sql, name: string): Sql {
  return expression.text === name ? expression : sql`${expression} AS ${word(name)}`;
}

/** A name of ours, snake case and no keyword, so that it needs no quotes. */
export function word(name: string): Sql {
  return rawSql(name);
}
