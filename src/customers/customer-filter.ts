import { z } from 'zod';
import { literal, relation, type Sql, sql } from '../core/sql.ts';
import type { CatalogDataset, CatalogView } from '../modules/catalog-view.ts';
import { columnPaths, findColumnPath } from '../modules/column-paths.ts';

/** Narrows what the whole window shows to one customer, or to the people of a dataset such as an audience. */
export const customerFilterSchema = z.object({
  who: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), id: z.string().min(1) }),
    z.object({ kind: z.literal('people'), dataset: z.string().min(1), column: z.string().min(1) }),
  ]),
  /** The column that names the customer, by dataset; `''` leaves it whole, one not named here goes by `guessCustomerColumn`. */
  columns: z.record(z.string(), z.string()),
});
export type CustomerFilter = z.output<typeof customerFilterSchema>;

/** The filter in words, for its chip. */
export function filterWords({ who }: CustomerFilter): string {
  return who.kind === 'person' ? `Customer ${who.id}` : `People of ${who.dataset}`;
}

/**
 * The rows of a dataset that the filter keeps, as a query without parentheses; `undefined` where it is not narrowed. Ids
 * are compared as text. `nameOf` says how a dataset is named in SQL.
 */
export function narrowedRows(
  { who, columns }: CustomerFilter,
  dataset: CatalogDataset,
  catalog: CatalogView,
  nameOf: (dataset: CatalogDataset) => Sql = ({ relation: name }) => relation(name),
): Sql | undefined {
  const path = findColumnPath(dataset.columns, columns[dataset.label] ?? guessCustomerColumn(dataset));
  if (path === undefined) return undefined;
  const id = sql`CAST(${path.sql} AS VARCHAR)`;
  if (who.kind === 'person') return sql`SELECT *\nFROM ${nameOf(dataset)}\nWHERE ${id} = ${literal(who.id)}`;
  const people = catalog.datasets.find(({ label }) => label === who.dataset);
  const person = people && findColumnPath(people.columns, who.column);
  if (person === undefined) return undefined;
  return sql`SELECT *
FROM ${nameOf(dataset)}
WHERE ${id} IN (
  SELECT CAST(${person.sql} AS VARCHAR)
  FROM ${nameOf(people ?? dataset)}
)`;
}

/** Names that customers are known by, the most telling first. */
const customerNames = [
  /^customer_?id$/i,
  /crm_?id/i,
  /^(person|user|member|profile|client)_?id$/i,
  /ecid|visitor_?id/i,
];

/** The column that probably names the customer; `''` where none does. */
export function guessCustomerColumn({ columns }: Pick<CatalogDataset, 'columns'>): string {
  const paths = columnPaths(columns).filter(({ kind }) => kind === 'text' || kind === 'number');
  for (const name of customerNames) {
    const found = paths.find(({ label }) => name.test(lastName(label)));
    if (found !== undefined) return found.label;
  }
  return '';
}

/** The last name of a path, without the place in a list of identities. */
function lastName(label: string): string {
  return (
    label
      .replace(/\[1\]\.id$/, '')
      .split('.')
      .at(-1) ?? ''
  );
}

/** Why a filter cannot do what it says, in one sentence; `undefined` where it can. */
export function filterIssue({ who }: CustomerFilter, { datasets }: CatalogView): string | undefined {
  if (who.kind === 'person') return undefined;
  const people = datasets.find(({ label }) => label === who.dataset);
  if (people === undefined) return `There is no dataset “${who.dataset}” any more, so everybody is shown.`;
  if (findColumnPath(people.columns, who.column) !== undefined) return undefined;
  return `“${who.dataset}” has no column “${who.column}” any more, so everybody is shown.`;
}
