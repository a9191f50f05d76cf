import { type Sql, sql } from '../core/sql.ts';
import { nameText } from '../dialect/keywords.ts';
import { fieldsOf, parseType, type TypeTree, typeText } from '../dialect/type-tree.ts';
import { nameSql } from '../sql/name-sql.ts';
import { type CatalogColumn, type ColumnKind, kindOfTree } from './catalog-view.ts';

/** A value in each row that an input may name: a column, a field within it, or the first item of a list. */
export interface ColumnPath {
  /** Such as `amount`, `web.page` or `identityMap.ECID[1].id`. */
  readonly label: string;
  readonly sql: Sql;
  readonly type: string;
  readonly kind: ColumnKind;
}

/** Structs deeper than this are reached by flattening first. */
const deepest = 6;

/** All paths of a dataset's columns, in their order, each before what it holds. */
export function columnPaths(columns: readonly CatalogColumn[]): readonly ColumnPath[] {
  const paths: ColumnPath[] = [];
  const visit = (tree: TypeTree, label: string, value: Sql, depth: number) => {
    paths.push({ label, sql: value, type: typeText(tree), kind: kindOfTree(tree) });
    if (depth === deepest) return;
    for (const field of fieldsOf(tree)) {
      visit(field.type, `${label}.${nameText(field.name)}`, sql`${value}.${nameSql(field.name)}`, depth + 1);
    }
    if (tree.kind === 'list') visit(tree.item, `${label}[1]`, sql`${value}[1]`, depth + 1);
  };
  for (const column of columns) visit(parseType(column.type), nameText(column.name), nameSql(column.name), 0);
  return paths;
}

/** The path that an input names: by label, or by a column's bare name. Case does not matter. */
export function findColumnPath(columns: readonly CatalogColumn[], wanted: string): ColumnPath | undefined {
  const folded = wanted.toLowerCase();
  const paths = columnPaths(columns);
  return (
    paths.find(({ label }) => label.toLowerCase() === folded) ??
    paths.find(({ label }) => label.toLowerCase() === nameText(wanted).toLowerCase())
  );
}
