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
  /** The column that names the customer, by dataset. Datasets without one are left as they are. */
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
  const path = findColumnPath(dataset.columns, columns[dataset.label] ?? '');
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

/** The column of each dataset that probably names the customer. */
export function guessCustomerColumns({ datasets }: CatalogView): Record<string, string> {
  return Object.fromEntries(
    datasets.flatMap(({ label, columns }): [string, string][] => {
      const paths = columnPaths(columns).filter(({ kind }) => kind === 'text' || kind === 'number');
      for (const name of customerNames) {
        const found = paths.find((path) =>
          name.test(
            path.label
              .replace(/\[1\]\.id$/, '')
              .split('.')
              .at(-1) ?? '',
          ),
        );
        if (found !== undefined) return [[label, found.label]];
      }
      return [];
    }),
  );
}
