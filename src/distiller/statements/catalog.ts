import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { CreateView, Drop } from '../../dialect/distiller/syntax/statement.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { findDataset } from '../datasets.ts';
import { forgetDeclarations, keepDeclaration } from '../declaration-store.ts';
import { databaseSubject, declare, hasDeclarations, requireNoTransaction, subjectOf } from '../declarations.ts';
import type { Place } from '../place.ts';
import { readSchemas } from '../relations.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runInOrder, runToEnd } from '../run-sql.ts';
import { inOneTransaction } from '../transaction.ts';
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
  return dropSchemaSql(shownName(name), { ifExists, cascade });
}

const dropSchemaSql = (schema: string, { ifExists, cascade }: Pick<Drop, 'ifExists' | 'cascade'>): Sql =>
  sql`DROP SCHEMA ${ifExists ? sql`IF EXISTS ` : sql``}${relation([schema])}${cascade ? sql` CASCADE` : sql``}`;

/** A database goes with its schemas. */
async function dropStatements(statement: Drop, place: Place): Promise<readonly Sql[]> {
  if (statement.what !== 'database') return [dropSql(statement)];
  const prefix = `${shownName(statement.name)}.`.toLowerCase();
  const schemas = (await readSchemas(place)).filter((schema) => schema.toLowerCase().startsWith(prefix));
  return [...schemas.map((schema) => dropSchemaSql(schema, statement)), dropSql(statement)];
}

/** What is declared of a table is bound to its number and comes back with it; views and databases have their name alone. */
async function forgottenSubject({ what, name }: Drop, place: Place): Promise<string | undefined> {
  if (what === 'table' || place.session.inTransaction) return undefined;
  const view = what === 'view' ? await findDataset(name, place) : undefined;
  const subject = view === undefined ? databaseSubject(shownName(name)) : subjectOf(view);
  return (await hasDeclarations(subject, place)) ? subject : undefined;
}

export const dropHandler: Handler<'drop'> = {
  async run(statement, place) {
    if (statement.what === 'audience') return runAudienceText(dropSql(statement), [], place);
    const subject = await forgottenSubject(statement, place);
    const [first = dropSql(statement), ...others] = await dropStatements(statement, place);
    const outcome =
      others.length === 0
        ? (await runToEnd(first, place)).outcome
        : await inOneTransaction(place, () => runInOrder([first, ...others], place));
    if (subject !== undefined) await declare(place, (writer) => forgetDeclarations(writer, subject));
    return done(outcome);
  },
  show: (statement, place) => dropStatements(statement, place),
};

/** A database is a schema of the project that may hold schemas of its own, named `database.schema`. */
export const createDatabaseHandler: Handler<'create-database'> = {
  async run({ name, ifNotExists, options }, place) {
    const accelerated = options.some(({ key, value }) => key === 'type' && value.toUpperCase() === 'QSACCEL');
    if (accelerated) requireNoTransaction(place);
    const { outcome } = await runToEnd(
      sql`CREATE SCHEMA ${ifNotExists ? sql`IF NOT EXISTS ` : sql``}${relation([shownName(name)])}`,
      place,
    );
    if (accelerated)
      await declare(place, (writer) =>
        keepDeclaration(writer, {
          id: 'database',
          subject: databaseSubject(shownName(name)),
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
