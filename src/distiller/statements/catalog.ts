import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { CreateSchema, CreateView, Drop, Use } from '../../dialect/distiller/syntax/statement.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { findDataset } from '../datasets.ts';
import { describeRelation } from '../describe-relation.ts';
import { forgetDeclarations, keepDeclaration } from '../declaration-store.ts';
import { databaseSubject, declare, hasDeclarations, requireNoTransaction, subjectOf } from '../declarations.ts';
import type { Place } from '../place.ts';
import { readSchemas } from '../relations.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runInOrder, runToEnd } from '../run-sql.ts';
import { previewRelation } from '../preview-relation.ts';
import { asTransaction, shown } from '../shown.ts';
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
    const name = shownName(view.name);
    const stays = view.ifNotExists && (await describeRelation(relation(relationName(view.name)), place)) !== undefined;
    const { outcome } = await runToEnd(statement, place);
    const words = stays ? `“${name}” was there already and stayed as it was.` : `View “${name}” created.`;
    return done({ ...outcome, words }, notices);
  },
  async show(view, place) {
    const { statement } = await viewSql(view, place);
    await previewRelation(view.name, view.query, view.columns, place);
    return shown(view, [statement]);
  },
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

/** Said of a drop that worked; asked before it does. */
async function dropWords(statement: Drop, place: Place): Promise<string> {
  const { what, name } = statement;
  const shownAs = shownName(name);
  if (!(await isThere(statement, place))) return `There was no ${what} “${shownAs}”.`;
  const dropped = `${what.slice(0, 1).toUpperCase()}${what.slice(1)} “${shownAs}” dropped.`;
  const returns = what === 'table' && (await findDataset(name, place)) !== undefined;
  return returns ? `${dropped} “Undo last change to data” brings it back.` : dropped;
}

async function isThere(
  { what, name, ifExists }: Pick<Drop, 'what' | 'name' | 'ifExists'>,
  place: Place,
): Promise<boolean> {
  if (!ifExists) return true;
  if (what === 'table' || what === 'view')
    return (await describeRelation(relation(relationName(name)), place)) !== undefined;
  return (await readSchemas(place)).some((schema) => schema.toLowerCase() === shownName(name).toLowerCase());
}

export const dropHandler: Handler<'drop'> = {
  async run(statement, place) {
    if (statement.what === 'audience') return runAudienceText(dropSql(statement), [], place);
    const subject = await forgottenSubject(statement, place);
    const words = await dropWords(statement, place);
    const [first = dropSql(statement), ...others] = await dropStatements(statement, place);
    const outcome =
      others.length === 0
        ? (await runToEnd(first, place)).outcome
        : await inOneTransaction(place, () => runInOrder([first, ...others], place));
    if (subject !== undefined) await declare(place, (writer) => forgetDeclarations(writer, subject));
    return done({ ...outcome, words });
  },
  async show(statement, place) {
    if (statement.what === 'audience') return shown(statement, [], 'Stillhouse drops the audience with its members.');
    place.preview?.relations.delete(shownName(statement.name).toLowerCase());
    return shown(statement, asTransaction(await dropStatements(statement, place), place));
  },
};

const schemaSql = ({ name, ifNotExists }: Pick<CreateSchema, 'name' | 'ifNotExists'>): Sql =>
  sql`CREATE SCHEMA ${ifNotExists ? sql`IF NOT EXISTS ` : sql``}${relation([shownName(name)])}`;

/** Asked before it is made. */
async function createdWords(
  what: 'Database' | 'Schema',
  { name, ifNotExists }: Pick<CreateSchema, 'name' | 'ifNotExists'>,
  place: Place,
): Promise<string> {
  const stays = ifNotExists && (await isThere({ what: 'schema', name, ifExists: true }, place));
  return stays ? `“${shownName(name)}” was there already.` : `${what} “${shownName(name)}” created.`;
}

/** A database is a schema of the project that may hold schemas of its own, named `database.schema`. */
export const createDatabaseHandler: Handler<'create-database'> = {
  async run({ name, ifNotExists, options }, place) {
    const accelerated = options.some(({ key, value }) => key === 'type' && value.toUpperCase() === 'QSACCEL');
    if (accelerated) requireNoTransaction(place);
    const words = await createdWords('Database', { name, ifNotExists }, place);
    const { outcome } = await runToEnd(schemaSql({ name, ifNotExists }), place);
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
      { ...outcome, words },
      accelerated ? ['The database is kept as accelerated: here every table is fast and may be nested.'] : [],
    );
  },
  show: (statement) => Promise.resolve(shown(statement, [schemaSql(statement)])),
};

export const createSchemaHandler: Handler<'create-schema'> = {
  async run(statement, place) {
    const words = await createdWords('Schema', statement, place);
    const { outcome } = await runToEnd(schemaSql(statement), place);
    return done({ ...outcome, words });
  },
  show: (statement) => Promise.resolve(shown(statement, [schemaSql(statement)])),
};

const useSql = ({ name }: Use, { services }: Place): Sql =>
  sql`USE ${relation([services.workspace.database, shownName(name)])}`;

export const useHandler: Handler<'use'> = {
  async run(statement, place) {
    const { outcome } = await runToEnd(useSql(statement, place), place);
    return done({ ...outcome, words: `Tables without a schema are looked for in “${shownName(statement.name)}” now.` });
  },
  show: (statement, place) => Promise.resolve(shown(statement, [useSql(statement, place)])),
};
