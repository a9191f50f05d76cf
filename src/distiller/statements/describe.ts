import type { Query } from '../../dialect/distiller/syntax/query.ts';
import type { Describe, QualifiedName } from '../../dialect/distiller/syntax/statement.ts';
import { sparkTypeName } from '../../dialect/distiller/functions/conversion/type-names.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import { text } from '../../catalog/store/execute.ts';
import { rowObjects } from '../../engine/collect.ts';
import { findDataset, nameOf } from '../datasets.ts';
import { describeRelation } from '../describe-relation.ts';
import { listedWords, listingSql, type ListedRow } from '../listing.ts';
import { spanOf } from '../name-text.ts';
import type { Place } from '../place.ts';
import { relationName, shownName } from '../relation-name.ts';
import { reading, runToEnd, runTranslated } from '../run-sql.ts';
import { shown } from '../shown.ts';
import { requireColumns, translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

/** `DESCRIBE`: a row for each column, as Spark tells it. */
export const describeHandler: Handler<'describe'> = {
  async run(statement, place) {
    const { statement: listing, notices } = await described(statement, place);
    return reading(runTranslated(listing, place), notices);
  },
  show: async (statement, place) => shown(statement, [(await described(statement, place)).statement], listedWords),
};

async function described({ target, extended }: Describe, place: Place) {
  const { rows, notices } = isQuery(target)
    ? await queryRows(target, place)
    : { rows: await tableRows(target, extended, place), notices: [] };
  return { statement: listingSql(['col_name', 'data_type', 'comment'], rows), notices };
}

const isQuery = (target: Describe['target']): target is Query => 'body' in target;

async function queryRows(query: Query, place: Place) {
  const translated = await translateQuery(query, place);
  const known = translated.columns ?? (await describeRelation(sql`(\n${translated.sql}\n)`, place));
  const columns = requireColumns({ ...translated, columns: known }, place, query.span);
  const rows = columns.map(({ name, type }): ListedRow => [name, sparkTypeName(type), null]);
  return { rows, notices: translated.notices };
}

async function tableRows(name: QualifiedName, extended: boolean, place: Place): Promise<readonly ListedRow[]> {
  const columns = await requireRelation(name, place);
  const comments = await commentsOf(relationName(name), place);
  const rows = columns.map((column): ListedRow => [
    column.name,
    sparkTypeName(column.type),
    comments.get(column.name) ?? null,
  ]);
  return extended ? [...rows, ...(await details(name, place))] : rows;
}

/** The columns of a table or view. Fails at its name where there is none. */
export async function requireRelation(name: QualifiedName, place: Place) {
  const columns = await describeRelation(relation(relationName(name)), place);
  if (columns !== undefined) return columns;
  throw faultAt(
    place,
    spanOf(name),
    `There is no table or view “${shownName(name)}”.`,
    'SHOW TABLES and SHOW VIEWS list those there are.',
    'sql-name',
  );
}

async function commentsOf(name: readonly string[], place: Place): Promise<ReadonlyMap<string, string>> {
  const schema: Sql = name.length > 1 ? literal(name[0] ?? '') : sql`current_schema()`;
  const { result } = await runToEnd(
    sql`SELECT column_name, "comment"
FROM duckdb_columns()
WHERE lower(table_name) = lower(${literal(name.at(-1) ?? '')})
  AND lower(schema_name) = lower(${schema})
  AND "comment" IS NOT NULL`,
    place,
  );
  return new Map(rowObjects(result.columns, result.batches).map((row) => [text(row.column_name), text(row.comment)]));
}

async function details(name: QualifiedName, place: Place): Promise<readonly ListedRow[]> {
  const dataset = await findDataset(name, place);
  const facts: ListedRow[] = [
    ['', '', ''],
    ['# Detailed Table Information', '', ''],
    ['Table', dataset === undefined ? shownName(name) : nameOf(dataset), ''],
  ];
  if (dataset === undefined) return [...facts, ['Type', 'TEMPORARY', '']];
  facts.push(['Type', dataset.kind === 'view' ? 'VIEW' : 'MANAGED', '']);
  if (dataset.rowCount !== undefined) facts.push(['Rows', String(dataset.rowCount), '']);
  if (dataset.snapshot !== undefined) facts.push(['Snapshot', String(dataset.snapshot), '']);
  if (dataset.writtenAt !== undefined) facts.push(['Last written', dataset.writtenAt.toISOString(), '']);
  return facts;
}
