import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { CreateView, Drop } from '../../dialect/distiller/syntax/statement.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { declare, forgetDeclarations, keepDeclaration, subjectOf } from '../declarations.ts';
import type { Place } from '../place.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runToEnd } from '../run-sql.ts';
import { translateQuery } from '../translate.ts';
import { runAudienceText } from './audiences.ts';
import type { Handler } from './handler.ts';

async function viewSql(view: CreateView, place: Place) {
  const { sql: query, notices } = await translateQuery(view.query, place);
  const list =
    view.columns.length === 0
      ? sql``
      : sql` (${joinSql(
          view.columns.map(({ text }) => nameSql(text)),
          ', ',
        )})`;
  const words = sql`CREATE ${view.orReplace ? sql`OR REPLACE ` : sql``}${view.temporary ? sql`TEMP ` : sql``}VIEW ${view.ifNotExists ? sql`IF NOT EXISTS ` : sql``}`;
  return { statement: sql`${words}${relation(relationName(view.name))}${list} AS\n${query}`, notices };
}

export const createViewHandler: Handler<'create-view'> = {
  async run(view, place) {
    const { statement, notices } = await viewSql(view, place);
    const { outcome } = await runToEnd(statement, place);
    return done(outcome, notices);
  },
  show: async (view, place) => [(await viewSql(view, place)).statement],
};

function dropSql({ what, name, ifExists, cascade }: Drop): Sql {
  const there = ifExists ? sql`IF EXISTS ` : sql``;
  if (what === 'table' || what === 'view')
    return sql`DROP ${what === 'table' ? sql`TABLE` : sql`VIEW`} ${there}${relation(relationName(name))}`;
  if (what === 'audience') return sql`DROP AUDIENCE ${there}${relation(relationName(name))}`;
  return sql`DROP SCHEMA ${there}${relation([shownName(name)])}${cascade ? sql` CASCADE` : sql``}`;
}

export const dropHandler: Handler<'drop'> = {
  async run(statement, place) {
    const { what, name } = statement;
    if (what === 'audience') return runAudienceText(dropSql(statement), [], place);
    const { outcome } = await runToEnd(dropSql(statement), place);
    if (!place.session.inTransaction) {
      const subject = what === 'table' || what === 'view' ? subjectOf(relationName(name)) : shownName(name);
      await declare(place, (writer) => forgetDeclarations(writer, subject));
    }
    return done(outcome);
  },
  show: (statement) => Promise.resolve([dropSql(statement)]),
};

/** A database is a schema of the project that may hold schemas of its own, named `database.schema`. */
export const createDatabaseHandler: Handler<'create-database'> = {
  async run({ name, ifNotExists, options }, place) {
    const accelerated = options.some(({ key, value }) => key === 'type' && value.toUpperCase() === 'QSACCEL');
    const { outcome } = await runToEnd(
      sql`CREATE SCHEMA ${ifNotExists ? sql`IF NOT EXISTS ` : sql``}${relation([shownName(name)])}`,
      place,
    );
    await declare(place, (writer) =>
      keepDeclaration(writer, {
        id: 'database',
        subject: shownName(name),
        name: undefined,
        declaration: { kind: 'database', accelerated },
      }),
    );
    return done(
      outcome,
      accelerated ? ['The database is kept as accelerated: here every table is fast and may be nested.'] : [],
    );
  },
};

export const createSchemaHandler: Handler<'create-schema'> = {
  async run({ name, ifNotExists }, place) {
    const { outcome } = await runToEnd(
      sql`CREATE SCHEMA ${ifNotExists ? sql`IF NOT EXISTS ` : sql``}${relation([shownName(name)])}`,
      place,
    );
    return done(outcome);
  },
};

export const useHandler: Handler<'use'> = {
  async run({ name }, place) {
    const { outcome } = await runToEnd(
      sql`USE ${relation([place.services.workspace.database, shownName(name)])}`,
      place,
    );
    return done(outcome);
  },
};
