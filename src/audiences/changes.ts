import type { Snapshot } from '../catalog/model.ts';
import type { Workspace } from '../catalog/workspace.ts';
import { identifier, joinSql, literal, type Sql, sql } from '../core/sql.ts';
import { type CatalogDataset, catalogView } from '../modules/catalog-view.ts';
import type { Audience } from './audience.ts';
import { leafSql } from './rule/leaf-sql.ts';
import { datasetOf, fromSql, peopleOf, type RuleContext } from './rule/rule-context.ts';
import { leavesOf, type Rule } from './rule/rule.ts';
import { leafWords } from './rule/rule-words.ts';
import { valueSql } from './why.ts';

/**
 * A query of everybody who joined or left an audience between two of its snapshots, with the conditions that became true
 * or false and the values before and after: every dataset the rule reads is looked at as it was at both moments. Views
 * have no history and are read as they are now.
 */
export async function changesSql(
  workspace: Workspace,
  { name, identity, definition }: Audience,
  before: Snapshot,
  after: Snapshot,
): Promise<Sql> {
  const members = async ({ id }: Snapshot) =>
    sql`SELECT CAST(${identifier(identity)} AS VARCHAR) AS person
FROM (
${await workspace.travel(name, { kind: 'as-of', snapshot: id })}
)`;
  const changed = sql`changed AS (
SELECT coalesce(old.person, fresh.person) AS person,
  CASE WHEN old.person IS NULL THEN 'joined' ELSE 'left' END AS change
FROM (
${await members(before)}
) AS old
FULL JOIN (
${await members(after)}
) AS fresh
  ON old.person = fresh.person
WHERE old.person IS NULL OR fresh.person IS NULL
)`;
  if (definition.kind === 'sql') {
    return sql`WITH ${changed}\nSELECT person, change\nFROM changed\nORDER BY change, person`;
  }
  const { rule } = definition;
  const then = await flagsAt(workspace, rule, before.committedAt);
  const now = await flagsAt(workspace, rule, after.committedAt);
  return sql`WITH ${changed},
old_flags AS (
${then}
),
new_flags AS (
${now}
)
SELECT changed.person, changed.change, ${reasonSql(rule)} AS reason
FROM changed
LEFT JOIN old_flags ON old_flags.person = changed.person
LEFT JOIN new_flags ON new_flags.person = changed.person
ORDER BY changed.change, changed.person`;
}

/** Each changed person's conditions and values at a moment. */
async function flagsAt(workspace: Workspace, rule: Rule, moment: Date): Promise<Sql> {
  const context = await contextAt(workspace, rule, moment);
  const people = peopleOf(rule, context);
  const leaves = leavesOf(rule.root).map((leaf, index) => ({ leaf, place: literal(index + 1) }));
  const flags = leaves.flatMap(({ leaf, place }) => [
    sql`(${leafSql(leaf, people, context)}) IS TRUE AS holds_${place}`,
    sql`${valueSql(leaf, people, context)} AS value_${place}`,
  ]);
  const merged = leaves.flatMap(({ place }) => [
    sql`bool_or(holds_${place}) AS holds_${place}`,
    sql`max(value_${place}) AS value_${place}`,
  ]);
  return sql`SELECT ${joinSql([sql`person`, ...merged], ', ')}
FROM (
  SELECT ${joinSql([sql`CAST(${people.identity.sql} AS VARCHAR) AS person`, ...flags], ',\n    ')}
  FROM ${fromSql(people.dataset, context)} AS people_row
  WHERE CAST(${people.identity.sql} AS VARCHAR) IN (SELECT person FROM changed)
)
GROUP BY person`;
}

/** What a rule read at a moment: its datasets as they were, and that day. */
async function contextAt(workspace: Workspace, rule: Rule, moment: Date): Promise<RuleContext> {
  const catalog = catalogView(workspace.datasets);
  const today = sql`DATE ${literal(moment.toISOString().slice(0, 10))}`;
  const labels = new Set([
    rule.people,
    ...leavesOf(rule.root).flatMap((leaf) => ('dataset' in leaf ? [leaf.dataset] : [])),
  ]);
  const sources = new Map<CatalogDataset, Sql>();
  for (const label of labels) {
    const dataset = datasetOf(label, { catalog, today });
    if (dataset.rowCount === undefined) continue;
    const [schema = 'main', name = ''] = dataset.relation;
    const history = await workspace.history({ schema, name });
    const known =
      history.filter(({ committedAt, available }) => available && committedAt <= moment).at(-1) ??
      history.find(({ available }) => available);
    if (known === undefined || known.isCurrent) continue;
    sources.set(dataset, sql`(\n${await workspace.travel({ schema, name }, { kind: 'as-of', snapshot: known.id })}\n)`);
  }
  return { catalog, today, from: (dataset) => sources.get(dataset) };
}

/** The conditions that changed, in words with the values before and after. */
function reasonSql(rule: Rule): Sql {
  const parts = leavesOf(rule.root).map((leaf, index) => {
    const place = literal(index + 1);
    const words = leafWords(leaf);
    return sql`CASE
    WHEN old_flags.holds_${place} = new_flags.holds_${place} THEN NULL
    ELSE concat(
      ${literal(words)}, CASE WHEN new_flags.holds_${place} THEN ' is true now' ELSE ' is no longer true' END,
      CASE WHEN old_flags.value_${place} IS DISTINCT FROM new_flags.value_${place}
        THEN concat(': was ', coalesce(old_flags.value_${place}, 'missing'), ', is ', coalesce(new_flags.value_${place}, 'missing'))
      END
    )
  END`;
  });
  return sql`CASE
  WHEN old_flags.person IS NULL AND new_flags.person IS NULL THEN 'not among the people any more'
  WHEN old_flags.person IS NULL THEN 'new among the people'
  WHEN new_flags.person IS NULL THEN 'no longer among the people'
  ELSE coalesce(nullif(concat_ws('; ', ${joinSql([...parts, sql`NULL`], ',\n  ')}), ''), 'the definition of the audience was changed')
END`;
}

/** How many joined and left for which reason, without the values, the most frequent first. */
export function causesSql(changes: Sql): Sql {
  return sql`SELECT change, regexp_replace(reason, ': was .*?, is [^;]*', '', 'g') AS cause, count(*) AS people
FROM (
${changes}
)
GROUP BY ALL
ORDER BY people DESC, change, cause
LIMIT 5`;
}
