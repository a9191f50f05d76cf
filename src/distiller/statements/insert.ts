import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { Insert } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import type { KnownColumn } from '../../dialect/distiller/translate/typed.ts';
import { describeRelation } from '../describe-relation.ts';
import { storeAs } from '../store-as.ts';
import type { Place } from '../place.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runToEnd } from '../run-sql.ts';
import { type Translation, translateQuery } from '../translate.ts';
import { isAudience, runAudienceText } from './audiences.ts';
import type { Handler } from './handler.ts';

/** The rows to insert, brought to the table's columns by their order. */
async function fittedQuery(statement: Insert, place: Place): Promise<Translation> {
  const translated = await translateQuery(statement.query, place);
  const target = await describeRelation(relation(relationName(statement.target)), place);
  if (target === undefined || translated.columns === undefined) return translated;
  const wanted = statement.columns.length === 0 ? target : chosen(statement, target, place);
  if (wanted.length !== translated.columns.length) {
    throw faultAt(
      place,
      statement.query.span,
      `“${shownName(statement.target)}” takes ${wanted.length} columns, and the query gives ${translated.columns.length}.`,
      `Its columns are ${wanted.map(({ name }) => name).join(', ')}.`,
    );
  }
  return storeAs(translated, wanted);
}

function chosen({ columns, target }: Insert, known: readonly KnownColumn[], place: Place): readonly KnownColumn[] {
  return columns.map(({ text, span }) => {
    const found = known.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (found === undefined)
      throw faultAt(place, span, `“${shownName(target)}” has no column “${text}”.`, undefined, 'sql-name');
    return found;
  });
}

function insertWords({ target, columns }: Insert): Sql {
  const list =
    columns.length === 0
      ? sql``
      : sql` (${joinSql(
          columns.map(({ text }) => nameSql(text)),
          ', ',
        )})`;
  return sql`INSERT INTO ${relation(relationName(target))}${list}`;
}

/** The rows are gathered first, since the query may read the table it replaces. */
async function overwrite(statement: Insert, rows: Translation, place: Place) {
  const target = relation(relationName(statement.target));
  const staged = relation(['temp', 'main', '~overwrite']);
  const own = !place.session.inTransaction;
  try {
    await runToEnd(sql`CREATE OR REPLACE TEMP TABLE ${staged} AS\n${rows.sql}`, place);
    if (own) await runToEnd(sql`BEGIN`, place);
    await runToEnd(sql`DELETE FROM ${target}`, place);
    const { outcome } = await runToEnd(sql`${insertWords(statement)}\nFROM ${staged}`, place);
    if (own) await runToEnd(sql`COMMIT`, place);
    return outcome;
  } catch (error) {
    if (own && place.session.inTransaction) await runToEnd(sql`ROLLBACK`, place);
    throw error;
  } finally {
    await runToEnd(sql`DROP TABLE IF EXISTS ${staged}`, place).catch(() => undefined); // the first error counts
  }
}

export const insertHandler: Handler<'insert'> = {
  async run(statement, place) {
    if (statement.audience || (await isAudience(statement.target, place))) {
      const { sql: query, notices } = await translateQuery(statement.query, place);
      const words = statement.overwrite ? sql`INSERT OVERWRITE` : sql`INSERT INTO AUDIENCE`;
      return runAudienceText(sql`${words} ${relation(relationName(statement.target))}\n${query}`, notices, place);
    }
    const rows = await fittedQuery(statement, place);
    if (statement.overwrite) return done(await overwrite(statement, rows, place), rows.notices);
    const { outcome } = await runToEnd(sql`${insertWords(statement)}\n${rows.sql}`, place);
    return done(outcome, rows.notices);
  },
  async show(statement, place) {
    const rows = await fittedQuery(statement, place);
    const insertion = sql`${insertWords(statement)}\n${rows.sql}`;
    return statement.overwrite
      ? [sql`DELETE FROM ${relation(relationName(statement.target))}`, insertion]
      : [insertion];
  },
};
