import { joinSql, rawSql, type Sql, sql } from '../core/sql.ts';
import { nameSql } from '../sql/name-sql.ts';
import type { Audience } from './audience.ts';
import { fromSql, pathOf, peopleOf, type RuleContext } from './rule/rule-context.ts';
import { nodeSql, ruleSql } from './rule/rule-sql.ts';

/** The members of an audience with the attributes they keep, as its dataset holds them: one row a person. */
export function membersSql({ definition, identity }: Audience, context: RuleContext): Sql {
  if (definition.kind === 'sql') return rawSql(definition.sql);
  const { rule, attributes } = definition;
  if (attributes.length === 0) return ruleSql(rule, context, identity);
  const people = peopleOf(rule, context);
  const person = sql`${people.identity.sql} AS ${nameSql(identity)}`;
  const kept = attributes.map((label) => sql`${pathOf(people.dataset, label).sql} AS ${nameSql(columnName(label))}`);
  return sql`SELECT DISTINCT ON (${people.identity.sql}) ${joinSql([person, ...kept], ', ')}
FROM ${fromSql(people.dataset, context)}
WHERE ${people.identity.sql} IS NOT NULL
  AND ${nodeSql(rule.root, people, context)}
ORDER BY ALL`;
}

/** The column that a path becomes: `web.page` → `page`. */
export function columnName(label: string): string {
  return (
    label
      .replaceAll(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? label
  ).replaceAll('"', '');
}
