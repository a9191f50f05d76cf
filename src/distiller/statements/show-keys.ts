import type { Show } from '../../dialect/distiller/syntax/statement.ts';
import { sparkTypeName } from '../../dialect/distiller/functions/conversion/type-names.ts';
import type { Sql } from '../../core/sql.ts';
import type { DatasetInfo } from '../../catalog/shown.ts';
import { columnType } from '../constraints.ts';
import { nameOf } from '../datasets.ts';
import { declarationsOf, subjectOf } from '../declarations.ts';
import { fitsPattern, type ListedRow, listingSql } from '../listing.ts';
import type { Place } from '../place.ts';
import { shownName } from '../relation-name.ts';

const isShown =
  ({ name, like }: Show) =>
  ({ dataset }: { readonly dataset: DatasetInfo }) =>
    (name === undefined || nameOf(dataset).toLowerCase() === shownName(name).toLowerCase()) &&
    fitsPattern(dataset.name, like);

const typeName = (dataset: DatasetInfo, column: string): string | null => {
  const type = columnType(dataset, column);
  return type === undefined ? null : sparkTypeName(type);
};

/** `SHOW PRIMARY KEYS`: primary keys, and primary identities, which are keys of profiles. A row for each column. */
export async function showPrimaryKeys(show: Show, place: Place): Promise<Sql> {
  const keys = (await declarationsOf(['primary-key', 'identity'], place)).filter(isShown(show));
  const rows = keys.flatMap(({ dataset, declaration }): ListedRow[] => {
    const columns =
      declaration.kind === 'primary-key' ? declaration.columns : declaration.primary ? [declaration.column] : [];
    return columns.map((column) => [nameOf(dataset), column, typeName(dataset, column), declaration.namespace ?? null]);
  });
  return listingSql(['tableName', 'columnName', 'datatype', 'namespace'], rows);
}

/** `SHOW FOREIGN KEYS`: a row for each column; keys whose other table is gone are left out. */
export async function showForeignKeys(show: Show, place: Place): Promise<Sql> {
  const keys = (await declarationsOf(['foreign-key', 'primary-key'], place)).filter(
    (one) => one.declaration.kind === 'primary-key' || isShown(show)(one),
  );
  const namespaces = new Map(
    keys.flatMap(({ subject, declaration }) =>
      declaration.kind === 'primary-key' ? [[subject, declaration.namespace ?? null] as const] : [],
    ),
  );
  const rows = keys.flatMap(({ dataset, declaration }): ListedRow[] => {
    if (declaration.kind !== 'foreign-key') return [];
    const target = place.services.workspace.datasets.find((one) => subjectOf(one) === declaration.table);
    if (target === undefined) return [];
    const namespace = namespaces.get(declaration.table) ?? null;
    return declaration.columns.map((column, index) => [
      nameOf(dataset),
      column,
      typeName(dataset, column),
      nameOf(target),
      declaration.referenced[index] ?? null,
      namespace,
    ]);
  });
  return listingSql(
    ['tableName', 'columnName', 'datatype', 'referencedTableName', 'referencedColumnName', 'namespace'],
    rows,
  );
}
