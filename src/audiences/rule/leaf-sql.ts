import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { CatalogDataset } from '../../modules/catalog-view.ts';
import { conditionSql } from '../../modules/row-filter.ts';
import { comparisonSql } from './comparison-sql.ts';
import type { EventsCondition, Leaf, MemberCondition } from './rule.ts';
import { datasetOf, eventFilters, fromSql, pathOf, type People, personSql, type RuleContext } from './rule-context.ts';
import { sequencePeople } from './sequence-sql.ts';

/** One condition as SQL over a row of the people's dataset. */
export function leafSql(leaf: Leaf, people: People, context: RuleContext): Sql {
  switch (leaf.kind) {
    case 'attribute':
      return comparisonSql(leaf, pathOf(people.dataset, leaf.column), context.today);
    case 'sql':
      return conditionSql(leaf.text);
    case 'events': {
      const { aboveOrEqual, list } = eventPeople(leaf, people, context);
      return sql`${people.identity.sql} ${rawSql(aboveOrEqual ? 'IN' : 'NOT IN')} (\n${list}\n)`;
    }
    case 'sequence':
      return sql`${people.identity.sql} IN (\n${sequencePeople(leaf, people, context)}\n)`;
    case 'member':
      return sql`${people.identity.sql} ${rawSql(leaf.negated ? 'NOT IN' : 'IN')} (\n${memberPeople(leaf, people, context)}\n)`;
  }
}

/** The people in another dataset, as they are named in the rule's own. */
function memberPeople({ dataset: label, column }: MemberCondition, people: People, context: RuleContext): Sql {
  const dataset = datasetOf(label, context);
  const person = personSql(pathOf(dataset, column), people);
  return sql`  SELECT ${person}
  FROM ${fromSql(dataset, context)}
  WHERE ${person} IS NOT NULL`;
}

/** People by their events: those with enough of them, or, to be negated, those with too many. */
function eventPeople(leaf: EventsCondition, people: People, context: RuleContext) {
  const dataset = datasetOf(leaf.dataset, context);
  const person = personSql(pathOf(dataset, leaf.person), people);
  const where = [sql`${person} IS NOT NULL`, ...eventFilters(leaf.where, leaf, dataset, context)];
  const { compare, amount, measure } = leaf;
  const zeroFits = compare === 'at-most' || amount === 0;
  const [sign, aboveOrEqual] =
    compare === 'exactly' && !zeroFits ? ['=', true] : compare === 'at-least' ? ['>=', true] : ['>', false];
  const total = measureSql(leaf, dataset);
  const always = compare === 'at-least' && amount === 0;
  const any = measure.kind === 'rows' && ((sign === '>=' && amount === 1) || (sign === '>' && amount === 0));
  const having = any ? sql`` : sql`\n  HAVING ${total} ${rawSql(sign)} ${literal(amount)}`;
  const list = sql`  SELECT ${person}
  FROM ${fromSql(dataset, context)}
  WHERE ${joinSql(where, '\n    AND ')}
  GROUP BY 1${having}`;
  return always
    ? { aboveOrEqual: false, list: sql`  SELECT ${person}\n  FROM ${fromSql(dataset, context)}\n  WHERE FALSE` }
    : { aboveOrEqual, list };
}

/**
 * What several conditions on the events of one dataset count for each person, in one pass: columns `person`, `total_1`,
 * `total_2`, …; people without any such event are left out.
 */
export function eventTotals(
  leaves: readonly [EventsCondition, ...EventsCondition[]],
  people: People,
  context: RuleContext,
): Sql {
  const dataset = datasetOf(leaves[0].dataset, context);
  const person = personSql(pathOf(dataset, leaves[0].person), people);
  const filters = leaves.map((leaf) => {
    const all = eventFilters(leaf.where, leaf, dataset, context);
    return all.length === 0 ? sql`TRUE` : joinSql(all, ' AND ');
  });
  const totals = leaves.map((leaf, index) => {
    const only = leaves.length === 1 ? sql`` : sql` FILTER (WHERE ${filters[index] ?? sql`TRUE`})`;
    return sql`${measureSql(leaf, dataset)}${only} AS total_${literal(index + 1)}`;
  });
  const any = joinSql(
    filters.map((filter) => sql`(${filter})`),
    ' OR ',
  );
  return sql`SELECT ${joinSql([sql`${person} AS person`, ...totals], ', ')}
FROM ${fromSql(dataset, context)}
WHERE ${person} IS NOT NULL
  AND (${any})
GROUP BY 1`;
}

/** What is measured of a person's events. */
export function measureSql({ measure }: Pick<EventsCondition, 'measure'>, dataset: CatalogDataset): Sql {
  if (measure.kind === 'rows') return sql`count(*)`;
  const column = pathOf(dataset, measure.column).sql;
  return measure.kind === 'sum' ? sql`sum(${column})` : sql`count(DISTINCT ${column})`;
}
