import { StillhouseError } from '../../core/error.ts';
import { changedRows, runWhole } from '../capture/result.ts';
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

  return async (text: string, options: StatementOptions): Promise<Started> => {
    await core.ready;
    const statement = readStatement(text);
    const kind = statement.class;
    if (kind.kind !== 'transaction') transactions.check();
    switch (kind.kind) {
      case 'refused':
        throw refusal(kind.verb, text);
      case 'read':
        return read(showTablesSql(core.store, statement.text)?.text ?? text, options);
      case 'transaction':
        return transact(kind.verb, kind.readOnly === true, statement.text, options);
      case 'session': {
        const result = await pass(statement.text, options);
        core.objectsVersion++;
        names.forget();
        return done(result, { kind: 'other' });
      }
      case 'prepare': {
        const result = await pass(statement.text, options);
        prepared.set(kind.name, kind.statement);
        return done(result, { kind: 'other' });
      }
      case 'execute': {
        const meant = prepared.get(kind.name);
        if (meant?.kind !== 'rows') return read(text, options);
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
