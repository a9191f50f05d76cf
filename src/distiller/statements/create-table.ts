import type { Started } from '../../catalog/session/handle.ts';
import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { Query } from '../../dialect/distiller/syntax/query.ts';
import type { CreateTable, Option, QualifiedName } from '../../dialect/distiller/syntax/statement.ts';
import { counted } from '../../modules/words.ts';
import { typeSql } from '../../dialect/distiller/translate/coerce.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { dataTypeOf } from '../../dialect/distiller/translate/written-type.ts';
import { commentStatements } from '../column-comments.ts';
import { findDataset, requireDataset } from '../datasets.ts';
import { requireDistinctNames } from '../distinct-names.ts';
import { requireNoTransaction } from '../declarations.ts';
import { constraintsIn, declareConstraints } from '../declare-constraints.ts';
import { lengthNotices } from '../length-notices.ts';
import type { Place } from '../place.ts';
import { relationName, shownName } from '../relation-name.ts';
import { countOf, done, runToEnd } from '../run-sql.ts';
import { previewRows } from '../preview-relation.ts';
import { shown } from '../shown.ts';
import { declareOptions, hasKeptOptions } from '../table-options.ts';
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
  if (hasKeptOptions(options)) requireNoTransaction(place);
  const { sql: query, columns, notices } = await translateQuery(table.query, place);
  requireDistinctNames(columns, table.query, place);
  const kept = await isKept(table, place);
  const { outcome } = await runToEnd(sql`${createWords(table)} AS\n${query}`, place);
  if (kept) return done({ ...outcome, words: 'Nothing was made.' }, [...notices, keptNotice(table)]);
  const more = table.temporary ? [] : await declareOptions(table.name, options, place);
  const rows = outcome.rowsAffected ?? (await countOf(relation(relationName(table.name)), place));
  return done({ ...outcome, words: madeWords(table, counted(rows, 'row')) }, [...notices, ...more]);
}

const madeWords = ({ temporary, name }: Pick<TableFromQuery, 'temporary' | 'name'>, holding: string): string =>
  `${temporary ? 'Temporary table' : 'Table'} “${shownName(name)}” created with ${holding}.`;

/** The engine's statement for it, where it is only shown. */
export async function showTableFrom(table: TableFromQuery, place: Place): Promise<Sql> {
  const { sql: query } = await translateQuery(table.query, place);
  if (!(await isKept(table, place))) previewRows(table.name, query, place);
  return sql`${createWords(table)} AS\n${query}`;
}

/** Whether IF NOT EXISTS leaves a table as it is. */
async function isKept({ ifNotExists, name }: Pick<CreateTable, 'name'> & Partial<CreateTable>, place: Place) {
  return ifNotExists === true && (await findDataset(name, place)) !== undefined;
}

const keptNotice = ({ name }: Pick<CreateTable, 'name'>): string =>
  `“${shownName(name)}” was there already and stayed as it was.`;

const columnsSql = async ({ columns }: CreateTable, place: Place): Promise<Sql> => {
  const context = await contextFor([], place);
  const lines = columns.map(
    ({ name, type, notNull }) =>
      sql`${nameSql(name.text)} ${typeSql(dataTypeOf(type, context))}${notNull ? sql` NOT NULL` : sql``}`,
  );
  return sql`(\n  ${joinSql(lines, ',\n  ')}\n)`;
};

/** A query of no rows with the table's columns. */
const emptyRows = ({ columns }: CreateTable, place: Place): Sql => {
  const items = columns.map(
    ({ name, type }) => sql`CAST(NULL AS ${typeSql(dataTypeOf(type, place))}) AS ${nameSql(name.text)}`,
  );
  return sql`SELECT ${joinSql(items, ', ')}\nLIMIT 0`;
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
    const constraints = statement.temporary ? [] : constraintsIn(statement.columns);
    if (constraints.length > 0 || hasKeptOptions(statement.options)) requireNoTransaction(place);
    const kept = await isKept(statement, place);
    const { outcome } = await runToEnd(sql`${createWords(statement)} ${await columnsSql(statement, place)}`, place);
    if (kept) return done({ ...outcome, words: 'Nothing was made.' }, [keptNotice(statement)]);
    for (const comment of commentStatements(statement.name, statement.columns)) await runToEnd(comment, place);
    const words = madeWords(statement, `${counted(statement.columns.length, 'column')} and no rows`);
    const lengths = lengthNotices(statement.columns);
    if (statement.temporary) return done({ ...outcome, words }, lengths);
    if (constraints.length > 0)
      await declareConstraints(await requireDataset(statement.name, place), constraints, place);
    const more = await declareOptions(statement.name, statement.options, place);
    return done({ ...outcome, words }, [...lengths, ...more]);
  },
  async show(statement, place) {
    const { query } = statement;
    const keeps = hasKeptOptions(statement.options) || constraintsIn(statement.columns).length > 0;
    const words = keeps && !statement.temporary ? 'Stillhouse keeps the constraints and options with it.' : undefined;
    if (query !== undefined) return shown(statement, [await showTableFrom({ ...statement, query }, place)], words);
    const made = sql`${createWords(statement)} ${await columnsSql(statement, place)}`;
    if (!(await isKept(statement, place))) previewRows(statement.name, emptyRows(statement, place), place);
    return shown(statement, [made, ...commentStatements(statement.name, statement.columns)], words);
  },
};
