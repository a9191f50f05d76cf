import { StillhouseError } from '../../core/error.ts';
import type { StatementClass } from '../../dialect/classify.ts';
import { relocateError } from '../capture/relocate.ts';
import { changedRows, runWhole } from '../capture/result.ts';
import { type Definition, gatheredInsert, readDefinitions } from '../capture/self-insert.ts';
import type { StatementResult } from '../capture/writing.ts';
import type { Started } from './handle.ts';
import { showTablesSql } from './hidden-tables.ts';
import type { Outcome, StatementOptions } from './outcome.ts';
import type { SessionParts } from './parts.ts';
import { type ReadStatement, readStatement } from './statement.ts';
import { isOurs } from './targets.ts';
import { createWriter } from './write.ts';

const nothing: StatementResult = { columns: [], batches: [] };

/** Gives the function that begins a statement of any kind. */
export function createDispatch(parts: SessionParts) {
  const { core, session, names, transactions } = parts;
  const prepared = new Map<string, ReadStatement['class']>();
  const write = createWriter(parts);
  let known: { readonly version: number; readonly definitions: Promise<readonly Definition[]> } | undefined;

  const definitions = async (): Promise<readonly Definition[]> => {
    if (known?.version !== core.objectsVersion) {
      known = { version: core.objectsVersion, definitions: session().then(readDefinitions) };
    }
    return known.definitions;
  };

  const read = async (text: string, options: StatementOptions): Promise<Started> => ({
    kind: 'reading',
    query: (await session()).query(text, options),
    outcome: { kind: 'read' },
  });
  const done = (result: StatementResult, outcome: Outcome): Started => ({ kind: 'done', result, outcome });
  const pass = async (text: string, options: StatementOptions) => runWhole(await session(), text, options);

  const writeWhereItBelongs = async (statement: ReadStatement, options: StatementOptions): Promise<Started> => {
    if (await isOurs(parts, statement)) return write(statement, options);
    const result = await pass(statement.text, options);
    if (statement.class.kind !== 'rows' || statement.indirect) return done(result, { kind: 'write' });
    return done(result, { kind: 'write', rowsAffected: changedRows(result, statement.returning) });
  };

  const transact = async (
    verb: 'begin' | 'commit' | 'rollback',
    readOnly: boolean,
    text: string,
    options: StatementOptions,
  ): Promise<Started> => {
    const kind = 'transaction';
    if (verb === 'commit') {
      const last = (await transactions.commit(text)).at(-1);
      return done(nothing, last === undefined ? { kind } : { kind, snapshot: last });
    }
    if (verb === 'begin') await transactions.begin(text, readOnly, options.signal);
    else await transactions.rollback(text);
    return done(nothing, { kind });
  };

  const changeSession = async (text: string, options: StatementOptions): Promise<Started> => {
    const result = await pass(text, options);
    core.objectsVersion++;
    names.forget();
    return done(result, { kind: 'other' });
  };

  const prepare = async (
    text: string,
    { name, statement }: Extract<StatementClass, { kind: 'prepare' }>,
    options: StatementOptions,
  ): Promise<Started> => {
    const result = await pass(text, options);
    prepared.set(name, statement);
    return done(result, { kind: 'other' });
  };

  const checkpointNow = async (text: string, options: StatementOptions): Promise<Started> => {
    if (transactions.isOpen) {
      throw new StillhouseError('transaction', 'CHECKPOINT is not possible within a transaction.', {
        remedy: 'COMMIT or ROLLBACK it first.',
        statement: text,
      });
    }
    const release = await core.queue.acquire('CHECKPOINT', options.signal);
    await core.engine.database.checkpoint().finally(release);
    return done(nothing, { kind: 'other' });
  };

  const run = (statement: ReadStatement, options: StatementOptions): Promise<Started> | Started => {
    const kind = statement.class;
    switch (kind.kind) {
      case 'refused':
        throw refusal(kind.verb, statement.text);
      case 'read':
        return read(showTablesSql(core.store, statement.text)?.text ?? statement.text, options);
      case 'transaction':
        return transact(kind.verb, kind.readOnly === true, statement.text, options);
      case 'session':
        return changeSession(statement.text, options);
      case 'prepare':
        return prepare(statement.text, kind, options);
      case 'execute': {
        const meant = prepared.get(kind.name);
        if (meant?.kind !== 'rows') return read(statement.text, options);
        return writeWhereItBelongs({ ...statement, class: meant, indirect: true }, options);
      }
      case 'checkpoint':
        return checkpointNow(statement.text, options);
      case 'catalog':
        return write(statement, options);
      case 'rows':
      case 'create-table':
      case 'alter-table':
      case 'drop-table':
      case 'drop-schema':
        return writeWhereItBelongs(statement, options);
    }
  };

  return async (text: string, options: StatementOptions): Promise<Started> => {
    await core.ready;
    const statement = readStatement(text);
    if (statement.class.kind !== 'transaction') transactions.check();
    const gathered = inserts(statement.class) ? await gatheredInsert(statement.text, definitions) : undefined;
    if (gathered === undefined) return run(statement, options);
    try {
      return await run({ ...statement, text: gathered.text }, { ...options, source: options.source ?? statement.text });
    } catch (error) {
      throw relocateError(error, statement.text, gathered.move);
    }
  };
}

/** Whether a statement, or the one it prepares, is an INSERT. */
function inserts(kind: StatementClass): boolean {
  if (kind.kind === 'prepare') return inserts(kind.statement);
  return kind.kind === 'rows' && (kind.verb === 'insert' || kind.verb === 'upsert');
}

function refusal(verb: string, statement: string): StillhouseError {
  const isExtension = verb === 'INSTALL' || verb === 'LOAD';
  return isExtension
    ? new StillhouseError(
        'capability',
        `${verb} is refused: extensions come from the network, and this works offline.`,
        {
          remedy: 'Write the statement with the functions that the editor suggests.',
          statement,
        },
      )
    : new StillhouseError('capability', `${verb} is refused: everything stays in the project.`, {
        remedy: 'Bring data in with Import and send it out with Export.',
        statement,
      });
}
