import { joinSql, literal, type Sql, sql } from '../core/sql.ts';
import type { StructValue, Value } from '../engine/value.ts';
import { textOf } from '../modules/words.ts';
import { measureSql, leafSql } from './rule/leaf-sql.ts';
import {
  datasetOf,
  eventFilters,
  fromSql,
  pathOf,
  type People,
  peopleOf,
  personSql,
  type RuleContext,
} from './rule/rule-context.ts';
import { type EventsCondition, type Leaf, leavesOf, type Rule, type RuleNode } from './rule/rule.ts';
import { leafWords, nodeWords } from './rule/rule-words.ts';

/** One node of a rule for one person. */
export interface NodeVerdict {
  readonly id: string;
  readonly words: string;
  readonly holds: boolean;
  /** What the person has there, for conditions with a value: `country is FR`. */
  readonly value?: string;
  readonly nodes: readonly NodeVerdict[];
}

export interface Verdict {
  readonly isMember: boolean;
  /** In one sentence: the first condition that fails, or why everything holds. */
  readonly sentence: string;
  readonly root: NodeVerdict;
}

/** A query of everything that decides over one person, one row for each row of the person's. */
export function whySql(rule: Rule, person: string, context: RuleContext): Sql {
  const people = peopleOf(rule, context);
  const columns = leavesOf(rule.root).flatMap((leaf, index) => [
    sql`(${leafSql(leaf, people, context)}) IS TRUE AS holds_${literal(index + 1)}`,
    sql`${valueSql(leaf, people, context)} AS value_${literal(index + 1)}`,
  ]);
  return sql`SELECT ${joinSql([sql`TRUE AS is_known`, ...columns], ',\n  ')}
FROM ${fromSql(people.dataset, context)} AS people_row
WHERE CAST(${people.identity.sql} AS VARCHAR) = ${literal(person)}`;
}

/** What the person in a row `people_row` of the people has where a condition looks, as text. */
export function valueSql(leaf: Leaf, people: People, context: RuleContext): Sql {
  if (leaf.kind === 'attribute') return sql`CAST(${pathOf(people.dataset, leaf.column).sql} AS VARCHAR)`;
  if (leaf.kind === 'events') return sql`CAST(${totalSql(leaf, people, context)} AS VARCHAR)`;
  return sql`CAST(NULL AS VARCHAR)`;
}

function totalSql(leaf: EventsCondition, people: People, context: RuleContext): Sql {
  const dataset = datasetOf(leaf.dataset, context);
  const total =
    leaf.measure.kind === 'sum' ? sql`coalesce(${measureSql(leaf, dataset)}, 0)` : measureSql(leaf, dataset);
  const outer = sql`people_row.${people.identity.sql}`;
  const where = [
    sql`${personSql(pathOf(dataset, leaf.person), people)} = ${outer}`,
    ...eventFilters(leaf.where, leaf, dataset, context),
  ];
  return sql`(
    SELECT ${total}
    FROM ${fromSql(dataset, context)}
    WHERE ${joinSql(where, '\n      AND ')}
  )`;
}

/** Judges a person by the rows of `whySql`: with several rows, the one that makes a member counts, else the first. */
export function judge(rule: Rule, person: string, rows: readonly StructValue[]): Verdict {
  const [first] = rows;
  if (first === undefined) {
    return {
      isMember: false,
      sentence: `${person} is not in “${rule.people}” at all.`,
      root: verdictOf(rule.root, new Map(), {}),
    };
  }
  const places = new Map(leavesOf(rule.root).map(({ id }, index) => [id, index + 1]));
  const judged = rows.map((row) => verdictOf(rule.root, places, row));
  const root = judged.find(({ holds }) => holds) ?? judged[0] ?? verdictOf(rule.root, places, first);
  return { isMember: root.holds, sentence: sentenceOf(person, root), root };
}

function verdictOf(node: RuleNode, places: ReadonlyMap<string, number>, row: StructValue): NodeVerdict {
  if (node.kind !== 'group') {
    const place = places.get(node.id) ?? 0;
    const value = valueWords(node, row[`value_${place}`] ?? null);
    return {
      id: node.id,
      words: leafWords(node),
      holds: row[`holds_${place}`] === true,
      nodes: [],
      ...(value !== undefined && { value }),
    };
  }
  const nodes = node.nodes.map((one) => verdictOf(one, places, row));
  const joined = node.join === 'all' ? nodes.every(({ holds }) => holds) : nodes.some(({ holds }) => holds);
  const holds = nodes.length === 0 ? true : joined !== node.negated;
  return { id: node.id, words: nodeWords(node), holds, nodes };
}

function valueWords(leaf: Leaf, value: Value): string | undefined {
  if (leaf.kind === 'attribute')
    return value === null ? `${leaf.column} is missing` : `${leaf.column} is ${textOf(value)}`;
  if (leaf.kind !== 'events') return undefined;
  const { measure, dataset } = leaf;
  if (measure.kind === 'sum') return `the sum of ${measure.column} is ${textOf(value)}`;
  const what = measure.kind === 'rows' ? `such rows in ${dataset}` : `different ${measure.column} in ${dataset}`;
  return `there are ${textOf(value)} ${what}`;
}

function sentenceOf(person: string, root: NodeVerdict): string {
  if (root.holds) return `${person} is in: ${root.words}.`;
  const failing = firstFailing(root);
  const value = failing.value === undefined ? '' : `, since ${failing.value}`;
  return `${person} is not in: “${failing.words}” does not hold${value}.`;
}

/** The first condition that fails, looking into groups that fail because one of theirs does. */
function firstFailing(node: NodeVerdict): NodeVerdict {
  const failing = node.nodes.find(({ holds }) => !holds);
  return failing === undefined ? node : firstFailing(failing);
}
