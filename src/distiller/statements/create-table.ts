import type { Started } from '../../catalog/session/handle.ts';
import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { Query } from '../../dialect/distiller/syntax/query.ts';
import type { ColumnDefinition, CreateTable, Option, QualifiedName } from '../../dialect/distiller/syntax/statement.ts';
import { typeSql } from '../../dialect/distiller/translate/coerce.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { dataTypeOf } from '../../dialect/distiller/translate/written-type.ts';
import { declareColumns, declareOptions } from '../declarations.ts';
import type { Place } from '../place.ts';
import { relationName } from '../relation-name.ts';
import { done, runToEnd } from '../run-sql.ts';
import { contextFor, translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

/** What every form of CREATE TABLE … AS has in common. */
export interface TableFromQuery {
  readonly name: QualifiedName;
  readonly temporary: boolean;
  readonly orReplace?: boolean;
  readonly ifNotExists?: boolean;
  readonly query: Query;
}

function createWords({ orReplace, temporary, ifNotExists, name }: Omit<TableFromQuery, 'query'>): Sql {
  return sql`CREATE ${orReplace === true ? sql`OR REPLACE ` : sql``}${temporary ? sql`TEMP ` : sql``}TABLE ${ifNotExists === true ? sql`IF NOT EXISTS ` : sql``}${relation(relationName(name))}`;
}

/** Makes a table of a query's rows. */
export async function createTableFrom(
  table: TableFromQuery,
  place: Place,
  options: readonly Option[] = [],
): Promise<Started> {
  const { sql: query, notices } = await translateQuery(table.query, place);
  const { outcome } = await runToEnd(sql`${createWords(table)} AS\n${query}`, place);
  const more = await declareOptions(table.name, options, place);
  return done(outcome, [...notices, ...more]);
}

const columnsSql = async ({ columns }: CreateTable, place: Place): Promise<Sql> => {
  const context = await contextFor([], place);
  const lines = columns.map(
    ({ name, type, notNull }) =>
      sql`${nameSql(name.text)} ${typeSql(dataTypeOf(type, context))}${notNull ? sql` NOT NULL` : sql``}`,
  );
  return sql`(\n  ${joinSql(lines, ',\n  ')}\n)`;
};

export const createTableHandler: Handler<'create-table'> = {
  async run(statement, place) {
    if (statement.query !== undefined)
      return createTableFrom({ ...statement, query: statement.query }, place, statement.options);
    if (statement.columns.length === 0)
      throw faultAt(
        place,
        statement.span,
        'A table needs columns or a query.',
        'Write CREATE TABLE name AS SELECT …, or name (column type, …).',
        'sql-syntax',
      );
    const { outcome } = await runToEnd(sql`${createWords(statement)} ${await columnsSql(statement, place)}`, place);
    const notices = await declareOptions(statement.name, statement.options, place);
    await declareColumns(statement.name, statement.columns satisfies readonly ColumnDefinition[], place);
    return done(outcome, notices);
  },
  async show(statement, place) {
    const body =
      statement.query === undefined
        ? await columnsSql(statement, place)
        : sql`AS\n${(await translateQuery(statement.query, place)).sql}`;
    return [sql`${createWords(statement)} ${body}`];
  },
};
