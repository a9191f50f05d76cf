import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { CreateSchema, CreateView, Drop, Use } from '../../dialect/distiller/syntax/statement.ts';
import { walk } from '../../dialect/distiller/syntax/walk.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { counted } from '../../modules/words.ts';
import { findDataset } from '../datasets.ts';
import { describeRelation } from '../describe-relation.ts';
import { requireDistinctNames } from '../distinct-names.ts';
import { requireLasting } from '../lasting-view.ts';
import { forgetDeclarations, keepDeclaration } from '../declaration-store.ts';
import { databaseSubject, declare, hasDeclarations, requireNoTransaction, subjectOf } from '../declarations.ts';
import type { Place } from '../place.ts';
import { readSchemas } from '../relations.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runInOrder, runToEnd } from '../run-sql.ts';
import { previewRelation } from '../preview-relation.ts';
import { asTransaction, shown } from '../shown.ts';
import { inOneTransaction } from '../transaction.ts';
import { type Translation, translateQuery } from '../translate.ts';
import { runAudienceText } from './audiences.ts';
import type { Handler } from './handler.ts';

/** Of a view's stars, system columns are no part: they are looked up when a statement runs. */
const withoutSystemColumns = (place: Place): Place => ({
  ...place,
  state: { ...place.state, settings: new Map([...place.state.settings, ['drop_system_columns', 'true']]) },
});

async function viewSql(view: CreateView, place: Place) {
  requireLasting(view, place);
  const { sql: query, columns, notices } = await translateQuery(view.query, withoutSystemColumns(place));
  requireDistinctNames(
    view.columns.length === 0 ? columns : view.columns.map(({ text }) => ({ name: text })),
    view.query,
    place,
  );
  if (view.columns.length > 0 && columns !== undefined && columns.length !== view.columns.length)
    throw faultAt(
      place,
      view.query.span,
      `“${shownName(view.name)}” names ${counted(view.columns.length, 'column')}, and the query gives ${columns.length}.`,
    );
  const list =
    view.columns.length === 0
      ? sql``
      : sql` (${joinSql(
          view.columns.map(({ text }) => nameSql(text)),
          ', ',
        )})`;
  const words = sql`CREATE ${view.orReplace ? sql`OR REPLACE ` : sql``}${view.temporary ? sql`TEMP ` : sql``}VIEW ${view.ifNotExists ? sql`IF NOT EXISTS ` : sql``}`;
  return {
    statement: sql`${words}${relation(relationName(view.name))}${list} AS\n${lastingColumns(view, query, columns)}`,
    notices,
  };
}

/** A star gives the columns of the day the view was made, also when its tables have more of them later. */
function lastingColumns({ query }: CreateView, translated: Sql, columns: Translation['columns']): Sql {
  if (columns === undefined || !hasStar(query)) return translated;
  const names = columns.map(({ name }) => nameSql(name));
  return sql`SELECT ${joinSql(names, ', ')}\nFROM (\n${translated}\n)`;
}

function hasStar(query: CreateView['query']): boolean {
  let found = false;
  walk(query, ({ kind }) => {
    found ||= kind === 'star';
    return !found;
  });
  return found;
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
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)} “${shownAs}” dropped.`;
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

const purgeNotice = 'PURGE has no effect: a dropped table stays in the history until that is expired.';

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
    const returns = statement.what === 'table' && outcome.snapshot !== undefined && !place.session.inTransaction;
    const more = returns ? `${words} “Undo last change to data” brings it back.` : words;
    return done({ ...outcome, words: more }, statement.purge ? [purgeNotice] : []);
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
