import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { CatalogDataset, CatalogView } from '../../modules/catalog-view.ts';
import { type ColumnPath, findColumnPath } from '../../modules/column-paths.ts';
import { conditionSql } from '../../modules/row-filter.ts';
import { findCatalogDataset } from '../../modules/source-dataset.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { comparisonSql, type Today } from './comparison-sql.ts';
import type { Comparison, EventsCondition, EventWindow, Leaf, MemberCondition, Rule } from './rule.ts';
import { sequencePeople } from './sequence-sql.ts';

/** What the SQL of a rule is made with. */
export interface RuleContext {
  readonly catalog: CatalogView;
  /** `today()`, or a fixed day to look back. */
  readonly today: Today;
  /** What stands in FROM for a dataset: a table, or a query in parentheses when looking back. Its name where absent. */
  readonly from?: (dataset: CatalogDataset) => Sql | undefined;
}

/** The people's dataset and identity of a rule, found in the catalog. */
export interface People {
  readonly dataset: CatalogDataset;
  readonly identity: ColumnPath;
}

/** Finds the people of a rule. Throws `input-invalid` for a dataset or column that is gone. */
export function peopleOf({ people, identity }: Pick<Rule, 'people' | 'identity'>, context: RuleContext): People {
  const dataset = datasetOf(people, context);
  return { dataset, identity: pathOf(dataset, identity) };
}

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

/** What an event must fulfil, its window included. */
export function eventFilters(
  where: readonly Comparison[],
  { window, time }: { readonly window: EventWindow; readonly time: string },
  dataset: CatalogDataset,
  context: RuleContext,
): readonly Sql[] {
  const conditions = where.map((one) => comparisonSql(one, pathOf(dataset, one.column), context.today));
  if (window.kind === 'ever') return conditions;
  const at = pathOf(dataset, time).sql;
  if (window.kind === 'last') {
    return [...conditions, sql`${at} >= ${context.today} - INTERVAL ${literal(window.days)} DAY`];
  }
  return [
    ...conditions,
    sql`${at} >= DATE ${literal(window.from)}`,
    sql`${at} < DATE ${literal(window.to)} + INTERVAL 1 DAY`,
  ];
}

/** A person's identity in another dataset, of the type it has in the people's dataset. */
export function personSql(path: ColumnPath, { identity }: People): Sql {
  return path.type === identity.type ? path.sql : sql`CAST(${path.sql} AS ${rawSql(identity.type)})`;
}

/** A dataset as it stands in a FROM clause. */
export function fromSql(dataset: CatalogDataset, { from }: RuleContext): Sql {
  return from?.(dataset) ?? joinSql(readerName(dataset.relation).map(nameSql), '.');
}

function readerName(name: CatalogDataset['relation']): CatalogDataset['relation'] {
  return name.length === 2 && name[0] === 'main' ? name.slice(1) : name;
}

/** A dataset of the catalog. Throws `input-invalid` where there is none. */
export function datasetOf(label: string, { catalog }: RuleContext): CatalogDataset {
  const dataset = findCatalogDataset(catalog, label);
  if (dataset !== undefined) return dataset;
  if (label === '') throw new StillhouseError('input-invalid', 'Choose a dataset.');
  throw new StillhouseError('input-invalid', `There is no table or view “${label}”.`, {
    remedy: 'Choose one of the datasets of the project, or import one.',
  });
}

/** A column of a dataset. Throws `input-invalid` where there is none. */
export function pathOf(dataset: CatalogDataset, label: string): ColumnPath {
  const path = findColumnPath(dataset.columns, label);
  if (path !== undefined) return path;
  if (label === '') throw new StillhouseError('input-invalid', `Choose a column of “${dataset.label}”.`);
  throw new StillhouseError('input-invalid', `“${dataset.label}” has no column “${label}”.`, {
    remedy: `It has: ${dataset.columns.map(({ name }) => name).join(', ')}.`,
  });
}
