import { joinSql, rawSql, type Sql, sql } from '../../core/sql.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { leafSql } from './leaf-sql.ts';
import { fromSql, type People, peopleOf, type RuleContext } from './rule-context.ts';
import type { Rule, RuleNode } from './rule.ts';

/** The members of an audience: their identities, each once; `as` names the column otherwise than the people's dataset. */
export function ruleSql(rule: Rule, context: RuleContext, as?: string): Sql {
  const people = peopleOf(rule, context);
  const name = as === undefined || people.identity.sql.text === nameSql(as).text ? sql`` : sql` AS ${nameSql(as)}`;
  return sql`SELECT DISTINCT ${people.identity.sql}${name}
FROM ${fromSql(people.dataset, context)}
WHERE ${people.identity.sql} IS NOT NULL${conditionsSql(rule, people, context)}`;
}

function conditionsSql({ root }: Rule, people: People, context: RuleContext): Sql {
  if (root.nodes.length === 0) return sql``;
  if (root.join === 'all' && !root.negated) {
    const parts = root.nodes.map((node) => sql`\n  AND ${indented(nodeSql(node, people, context))}`);
    return joinSql(parts, '');
  }
  return sql`\n  AND ${indented(nodeSql(root, people, context))}`;
}

/** A node as SQL over a row of the people's dataset. */
export function nodeSql(node: RuleNode, people: People, context: RuleContext): Sql {
  if (node.kind !== 'group') return leafSql(node, people, context);
  if (node.nodes.length === 0) return sql`TRUE`;
  const joined = joinSql(
    node.nodes.map((one) => indented(nodeSql(one, people, context))),
    node.join === 'all' ? '\n  AND ' : '\n  OR ',
  );
  return node.negated ? sql`(\n  ${joined}\n) IS NOT TRUE` : sql`(\n  ${joined}\n)`;
}

/** All lines but the first two to the right. */
function indented(text: Sql): Sql {
  return rawSql(text.text.replaceAll('\n', '\n  '));
}
