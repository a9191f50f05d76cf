import type { RelationName } from '../core/sql.ts';
import { parseType, type TypeTree } from '../dialect/type-tree.ts';

/** The datasets that modules may read, as plain data. */
export interface CatalogView {
  readonly datasets: readonly CatalogDataset[];
}

export interface CatalogDataset {
  /** How inputs name it: `orders`, or `staging.orders` outside of schema `main`. */
  readonly label: string;
  readonly relation: RelationName;
  readonly columns: readonly CatalogColumn[];
  /** Absent for views. */
  readonly rowCount?: number;
}

export interface CatalogColumn {
  readonly name: string;
  /** The engine's name of the type. */
  readonly type: string;
}

/** A catalog's own account of a table or view. */
export interface KnownDataset {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly CatalogColumn[];
  readonly rowCount?: number;
}

/** What modules see of the catalog. With a database names are written in full, as a run needs them within its views. */
export function catalogView(datasets: readonly KnownDataset[], database?: string): CatalogView {
  return {
    datasets: datasets.map(({ schema, name, columns, rowCount }) => ({
      label: schema === 'main' ? name : `${schema}.${name}`,
      relation: database === undefined ? [schema, name] : [database, schema, name],
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
      ...(rowCount !== undefined && { rowCount }),
    })),
  };
}

/** What a column can be used for. */
export type ColumnKind = 'number' | 'text' | 'time' | 'boolean' | 'list' | 'other';

/** The use of a type; ENUM and UUID count as text, a calendar day as time. */
export function columnKind(type: string): ColumnKind {
  return kindOfTree(parseType(type));
}

/** The same for a type that was taken apart. */
export function kindOfTree(tree: TypeTree): ColumnKind {
  if (tree.kind === 'enum') return 'text';
  if (tree.kind === 'list') return 'list';
  if (tree.kind !== 'scalar') return 'other';
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/.test(tree.name)) return 'number';
  if (/^(VARCHAR|UUID)$/.test(tree.name)) return 'text';
  if (/^(DATE|TIMESTAMP.*)$/.test(tree.name)) return 'time';
  return tree.name === 'BOOLEAN' ? 'boolean' : 'other';
}
