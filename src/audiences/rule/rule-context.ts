import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { CatalogDataset, CatalogView } from '../../modules/catalog-view.ts';
import { type ColumnPath, findColumnPath } from '../../modules/column-paths.ts';
import { findCatalogDataset } from '../../modules/source-dataset.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { comparisonSql, type Today } from './comparison-sql.ts';
import type { Comparison, EventWindow, Rule } from './rule.ts';

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
