import type { Outcome } from '../../catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../catalog/session/session.ts';
import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, rawSql, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { AudienceStatement } from '../../dialect/audience-statement.ts';
import { withReader } from '../../engine/with-reader.ts';
import { counted } from '../../modules/words.ts';
import type { Audience } from '../audience.ts';
import { forgetAudience, keepAudience, readAudiences } from '../audience-store.ts';
import type { AudienceServices } from '../refresh.ts';
import { findNamespace, keepNamespace, readNamespaces } from './namespaces.ts';
import { checkStaged, firstValue, runToEnd, staged, staging } from './staged.ts';

export interface StatementPlace {
  /** The user's session: queries see its temporary tables and variables. */
  readonly session: WorkspaceSession;
  readonly services: AudienceServices;
  readonly text: string;
}

/** Days after which an audience made by a statement counts as too old, as in Data Distiller. */
const lifetime = 30;

/** Carries a statement out; `undefined` for an INSERT into a table that is no audience. */
export async function runAudienceStatement(
  statement: Exclude<AudienceStatement, { kind: 'show-namespaces' }>,
  place: StatementPlace,
): Promise<Outcome | undefined> {
  const { services, session } = place;
  if (statement.kind === 'create-namespace') {
    refuseTransaction(place);
    const { name, code, type } = statement;
    await alongside(place, (writer) => keepNamespace(writer, { name, code, type }));
    return { kind: 'other', words: `Namespace “${name}” created.` };
  }
  const name = plainName(statement.name, services.workspace.database);
  const known = await findAudience(services, name);
  if (statement.kind === 'insert' && !statement.said && known === undefined) return undefined;
  refuseTransaction(place);
  switch (statement.kind) {
    case 'create-audience':
      return createAudience(statement, name, place);
    case 'insert-overwrite':
      return overwrite(name, statement.query, known, place);
    case 'insert':
      return insert(requireAudience(known, name), statement.query, place);
    case 'drop-audience': {
      if (known === undefined && statement.ifExists) return { kind: 'other', words: `There is no audience “${name}”.` };
      requireAudience(known, name);
      const outcome = await runToEnd(session, sql`DROP TABLE ${relation(['main', name])}`);
      await alongside(place, (writer) => forgetAudience(writer, name));
      return {
        ...outcome,
        words: `Audience “${name}” dropped. “Undo last change to data” brings its members back as a table.`,
      };
    }
  }
}

async function createAudience(
  { identity, namespace, schema, query }: Extract<AudienceStatement, { kind: 'create-audience' }>,
  name: string,
  place: StatementPlace,
): Promise<Outcome> {
  const { services, session, text } = place;
  if (
    services.workspace.datasets.some((one) => one.schema === 'main' && one.name.toLowerCase() === name.toLowerCase())
  ) {
    throw new StillhouseError('input-invalid', `There is a table or view “${name}” already.`, {
      remedy: 'Choose another name, or replace its members with INSERT OVERWRITE.',
      statement: text,
    });
  }
  const found = findNamespace(await withReader(services.engine, readNamespaces), namespace);
  if (found === undefined) {
    throw new StillhouseError('input-invalid', `There is no namespace “${namespace}”.`, {
      remedy: `Create it first: CREATE NAMESPACE ${namespace} WITH (code = '${namespace}', type = 'Cross_Device'). SHOW NAMESPACES lists those there are.`,
      statement: text,
    });
  }
  const now = services.clock.now();
  const audience: Audience = {
    version: 1,
    name,
    definition: { kind: 'sql', sql: query },
    identity,
    namespace: found.code,
    createdAt: now.toISOString(),
    refreshedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifetime * 86_400_000).toISOString(),
    ...(schema !== undefined && { schema }),
  };
  return staging(place, query, async () => {
    await checkStaged(session, identity, name);
    await alongside(place, (writer) => keepAudience(writer, audience)); // without its table it does not count
    const outcome = await runToEnd(session, sql`CREATE TABLE ${relation(['main', name])} AS\nFROM ${staged}`, text);
    const day = audience.expiresAt?.slice(0, 10) ?? '';
    return {
      ...outcome,
      words: `Audience “${name}” created with ${counted(outcome.rowsAffected ?? 0, 'member')}. It expires on ${day}.`,
    };
  });
}

/** New members join; who is in already stays in once. */
async function insert({ name, identity }: Audience, query: string, place: StatementPlace): Promise<Outcome> {
  const { session, text } = place;
  return staging(place, query, async () => {
    const columns = columnsOf(place, name);
    const id = identifier(identity);
    const outcome = await runToEnd(
      session,
      sql`INSERT INTO ${relation(['main', name])}
SELECT *
FROM (FROM ${staged}) AS fresh(${joinSql(
        columns.map((column) => identifier(column.name)),
        ', ',
      )})
WHERE ${id} IS NOT NULL
  AND ${id} NOT IN (SELECT ${id} FROM ${relation(['main', name])} WHERE ${id} IS NOT NULL)
QUALIFY row_number() OVER (PARTITION BY ${id}) = 1`,
      text,
    );
    const offered = Number(await firstValue(session, sql`SELECT count(*) FROM ${staged}`));
    const joined = outcome.rowsAffected ?? 0;
    const others = offered - joined;
    const rest = others === 0 ? '' : ` ${counted(others, 'row')} named nobody new.`;
    return { ...outcome, words: `${joined.toLocaleString('en')} joined “${name}”.${rest}` };
  });
}

/** Replaces all rows in one snapshot, in the table's own columns and types; for an audience it tells who came and went. */
async function overwrite(
  name: string,
  query: string,
  audience: Audience | undefined,
  place: StatementPlace,
): Promise<Outcome> {
  const { session, text, services } = place;
  return staging(place, query, async () => {
    const columns = columnsOf(place, name);
    const cast = columns.map(
      (column) => sql`CAST(${identifier(column.name)} AS ${rawSql(column.type)}) AS ${identifier(column.name)}`,
    );
    const names = joinSql(
      columns.map((column) => identifier(column.name)),
      ', ',
    );
    const fresh = sql`SELECT ${joinSql(cast, ', ')}\nFROM (FROM ${staged}) AS fresh(${names})`;
    if (audience !== undefined) {
      await runToEnd(session, sql`CREATE OR REPLACE TEMP TABLE ${staged} AS\n${fresh}`);
      await checkStaged(session, audience.identity, name);
    }
    const change = audience === undefined ? undefined : await membersChange(session, audience);
    const rows = audience === undefined ? fresh : sql`FROM ${staged}`;
    const outcome = await runToEnd(session, sql`CREATE OR REPLACE TABLE ${relation(['main', name])} AS\n${rows}`, text);
    if (audience === undefined || change === undefined) {
      return {
        ...outcome,
        words: `“${name}” has ${counted(outcome.rowsAffected ?? 0, 'row')} now, in place of those it had.`,
      };
    }
    const now = services.clock.now();
    const refreshed: Audience = {
      ...audience,
      definition: { kind: 'sql', sql: query },
      refreshedAt: now.toISOString(),
      ...(audience.expiresAt !== undefined && {
        expiresAt: new Date(now.getTime() + lifetime * 86_400_000).toISOString(),
      }),
    };
    await alongside(place, (writer) => keepAudience(writer, refreshed));
    const words = `“${name}” has ${counted(outcome.rowsAffected ?? 0, 'member')}: ${change.entered.toLocaleString('en')} entered, ${change.exited.toLocaleString('en')} exited.`;
    return { ...outcome, words };
  });
}

async function membersChange(session: WorkspaceSession, { identity, name }: Audience) {
  const [id, members] = [identifier(identity), relation(['main', name])];
  const count = async (from: Sql, other: Sql) =>
    Number(
      await firstValue(
        session,
        sql`SELECT count(*)\nFROM ${from}\nWHERE ${id} NOT IN (SELECT ${id} FROM ${other} WHERE ${id} IS NOT NULL)`,
      ),
    );
  return { entered: await count(staged, members), exited: await count(members, staged) };
}

function columnsOf({ services, text }: StatementPlace, name: string) {
  const dataset = services.workspace.datasets.find(
    (one) => one.schema === 'main' && one.kind === 'table' && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (dataset !== undefined) return dataset.columns;
  throw new StillhouseError('sql-name', `There is no table “${name}”.`, { statement: text });
}

async function findAudience({ engine }: AudienceServices, name: string): Promise<Audience | undefined> {
  const audiences = await withReader(engine, readAudiences);
  return audiences.find((audience) => audience.name.toLowerCase() === name.toLowerCase());
}

function requireAudience(audience: Audience | undefined, name: string): Audience {
  if (audience !== undefined) return audience;
  throw new StillhouseError('sql-name', `There is no audience “${name}”.`, {
    remedy: 'Look at the names in the panel Audiences.',
  });
}

/** Audiences lie in schema `main`; a database in front may be the project's own or one of Data Distiller's. */
function plainName(name: RelationName, database: string): string {
  const last = name.at(-1) ?? '';
  const schema = name.length === 2 ? (name[0] ?? '') : (name.at(-2) ?? 'main');
  if (name.length === 1 || schema.toLowerCase() === 'main' || schema === database || name.length === 2) return last;
  throw new StillhouseError('input-invalid', `Audiences lie in schema main, not in “${schema}”.`);
}

function refuseTransaction({ session, text }: StatementPlace): void {
  if (!session.inTransaction) return;
  throw new StillhouseError('transaction', 'Statements about audiences are not possible within a transaction.', {
    remedy: 'COMMIT or ROLLBACK it first.',
    statement: text,
  });
}

/** Writes to what Stillhouse keeps of the project, as a write of its own. */
async function alongside({ services }: StatementPlace, write: (session: Session) => Promise<void>): Promise<void> {
  await services.workspace.publish([], { source: 'Audiences', alongside: write });
}
