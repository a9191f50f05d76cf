import { sparkTypeName } from '../../dialect/distiller/functions/conversion/type-names.ts';
import type { QualifiedName, Show } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import type { DatasetInfo } from '../../catalog/shown.ts';
import type { Sql } from '../../core/sql.ts';
import { findDataset } from '../datasets.ts';
import { declarationsOf } from '../declarations.ts';
import { fitsPattern, listingSql } from '../listing.ts';
import type { Place } from '../place.ts';
import { readRelations } from '../relations.ts';
import { relationName, shownName } from '../relation-name.ts';
import { requireRelation } from './describe.ts';

function named({ name, span, what }: Show, place: Place): QualifiedName {
  if (name !== undefined) return name;
  const words = what === 'columns' ? 'SHOW COLUMNS IN name' : 'SHOW CREATE TABLE name';
  throw faultAt(place, span, 'The name of a table is missing.', `Write ${words}.`, 'sql-syntax');
}

/** `SHOW COLUMNS IN table`. */
export async function showColumns(show: Show, place: Place): Promise<Sql> {
  const columns = await requireRelation(named(show, place), place);
  return listingSql(
    ['col_name'],
    columns.filter((column) => fitsPattern(column.name, show.like)).map((column) => [column.name]),
  );
}

/** `SHOW CREATE TABLE table`: in this dialect, with what was declared; a view's query is shown as the engine keeps it. */
export async function showCreateTable(show: Show, place: Place): Promise<Sql> {
  const name = named(show, place);
  const columns = await requireRelation(name, place);
  const dataset = await findDataset(name, place);
  const view = (await readRelations(place)).find(
    (one) => one.kind === 'view' && one.name.toLowerCase() === relationName(name).at(-1)?.toLowerCase(),
  );
  if (view !== undefined && dataset?.kind !== 'table') return listingSql(['createtab_stmt'], [[view.definition]]);
  const { constraints, options } = dataset === undefined ? nothing : await declaredText(dataset, place);
  const lines = columns.map(
    (column) =>
      `  ${ticked(column.name)} ${sparkTypeName(column.type).toUpperCase()}${constraints.get(column.name) ?? ''}`,
  );
  const list = options.length === 0 ? '' : `\nWITH (${options.join(', ')})`;
  return listingSql(['createtab_stmt'], [[`CREATE TABLE ${shownName(name)} (\n${lines.join(',\n')}\n)${list}`]]);
}

const nothing = { constraints: new Map<string, string>(), options: [] };

const ticked = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``);

/** What stands behind columns, by their names, and the options of WITH. */
async function declaredText(dataset: DatasetInfo, place: Place) {
  const all = await declarationsOf(['option', 'primary-key', 'identity'], place);
  const constraints = new Map<string, string>();
  const options: string[] = [];
  for (const { declaration } of all.filter((one) => one.dataset === dataset)) {
    if (declaration.kind === 'option')
      options.push(`${declaration.key.toUpperCase()} = '${declaration.value.replaceAll("'", "''")}'`);
    else if (declaration.kind === 'primary-key')
      for (const column of declaration.columns) constraints.set(column, `${constraints.get(column) ?? ''} PRIMARY KEY`);
    else
      constraints.set(
        declaration.column,
        `${constraints.get(declaration.column) ?? ''}${declaration.primary ? ' PRIMARY' : ''} IDENTITY NAMESPACE '${declaration.namespace ?? ''}'`,
      );
  }
  return { constraints, options };
}
