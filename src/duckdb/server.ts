import type { Bindings, Connection } from './bindings.ts';
import { errorToData, StillhouseError } from '../core/error.ts';
import { type Batch, batchArrays } from '../engine/batch.ts';
import { explainEngineError } from '../engine/error-words.ts';
import { scratchDatabase } from '../engine/engine.ts';
import { blockSize } from './block-tracker.ts';
import { createCheckpointer } from './checkpointer.ts';
import { encodeBatch } from './encode.ts';
import { type Instance, openInstance } from './instance.ts';
import { plainPath } from './runtime.ts';
import type { EnginePlatform } from './platform.ts';
import { type DescribedColumn, isPlainQuery, presentable } from './presentable.ts';
import type { CallMessage, CallName, EngineCalls, EnginePort, ReplyMessage } from './protocol.ts';
import { createRunningQuery, type RunningQuery } from './running-query.ts';
import { loadLongDigest } from '../scalar/hash/sha512.ts';
import { scalarFunctions } from '../scalar/index.ts';
import { preparedSessions, sessionStatements, startupStatements } from './settings.ts';

type Handlers = {
  [Name in CallName]: (args: EngineCalls[Name]['args']) => Promise<EngineCalls[Name]['result']>;
};

/** Serves one engine on one port, in the thread it is called in. */
export function serveEngine(port: EnginePort, platform: EnginePlatform): void {
  const served = createHandlers(platform, (message) => {
    port.post(message, []);
  });
  port.listen((message) => {
    void answer(message as CallMessage, served, port); // our own client's messages
  });
}

/** What a client may ask of an engine. */
interface Served {
  readonly handlers: Handlers;
  /** Mends the engine's stack after a call that failed. */
  unwind(): void;
}

async function answer(call: CallMessage, { handlers, unwind }: Served, port: EnginePort): Promise<void> {
  try {
    const handler = handlers[call.name] as (args: unknown) => Promise<unknown>; // the call's name picks the argument type
    const value = await handler(call.args);
    port.post({ kind: 'result', id: call.id, value }, transferables(call.name, value));
  } catch (error) {
    unwind();
    port.post({ kind: 'error', id: call.id, error: errorToData(error) }, []);
  }
}

function createHandlers(platform: EnginePlatform, notify: (message: ReplyMessage) => void): Served {
  const { store } = platform;
  let instance: Instance | undefined;
  let databaseName = '';
  let nextSession = 1;
  const ready: Connection[] = [];
  let scratchConnection: Connection | undefined;
  const sessions = new Map<number, Connection>();
  const queries = new Map<number, RunningQuery>();

  const engine = (): Instance => {
    if (instance === undefined) throw new StillhouseError('engine-failed', 'The engine is not open.');
    return instance;
  };
  const connection = (session: number): { readonly object: Connection; readonly id: number } => {
    const object = sessions.get(session);
    if (object === undefined) throw new StillhouseError('engine-restarted', 'This session has ended.');
    return { object, id: object.useUnsafe((_, id) => id) };
  };
  /** The connection that spools: its current database is the scratch one. */
  const scratch = (): number => {
    if (scratchConnection === undefined) {
      scratchConnection = engine().bindings.connect();
      scratchConnection.query(`USE ${scratchDatabase}.main`);
    }
    return scratchConnection.useUnsafe((_, id) => id);
  };
  /** Runs slices of a query's work, during which the engine's progress is that query's. */
  const follow = (query: number) => {
    let last = -1;
    let next = 0;
    const report = (fraction: number) => {
      const now = platform.now();
      if (fraction <= last || now < next) return;
      last = fraction;
      next = now + 100;
      notify({ kind: 'progress', query, fraction: Math.min(1, Math.max(0, fraction)) });
    };
    return <Result>(step: () => Result): Result => {
      const { runtime } = engine();
      runtime.onProgress = report;
      try {
        return step();
      } finally {
        runtime.onProgress = ignoreProgress;
      }
    };
  };
  const insert = (
    { session, schema, table, create }: { session: number; schema: string; table: string; create: boolean },
    encode: () => Uint8Array,
  ): Promise<undefined> => {
    try {
      const target = { schema, name: table, create };
      engine().bindings.insertArrowFromIPCStream(connection(session).id, encode(), target);
      return Promise.resolve(undefined);
    } catch (error) {
      return Promise.reject(explainEngineError(error, ''));
    }
  };
  const ended = (query: number) => {
    if (queries.delete(query)) checkpointer.statementEnded();
  };
  const drop = (query: number) => {
    queries.get(query)?.stop();
    ended(query);
  };
  const checkpointer = createCheckpointer(
    () => engine().bindings,
    () => queries.size,
  );

  const handlers: Handlers = {
    async open({ database }) {
      databaseName = database;
      await store.prepareDatabase(database);
      await store.replenish();
      const functions = scalarFunctions({ random: platform.random, longDigest: await loadLongDigest() });
      instance = await openInstance(platform.load, store, database, functions);
      prepareSessions(instance.bindings, ready, platform.memoryLimit);
      return {
        engineName: 'DuckDB',
        engineVersion: instance.bindings.getVersion(),
        memoryLimit: platform.memoryLimit,
        spills: true,
        persistent: database !== ':memory:',
      };
    },
    async openSession() {
      await store.replenish();
      const session = nextSession++;
      sessions.set(session, ready.pop() ?? engine().bindings.connect());
      return session;
    },
    async closeSession({ session }) {
      sessions.get(session)?.close();
      sessions.delete(session);
      return Promise.resolve(undefined);
    },
    async start({ session, query, sql }) {
      await store.replenish();
      const { object, id } = connection(session);
      const described = describe(object, sql);
      const text = described === undefined ? sql : presentable(sql, described);
      const running = createRunningQuery(engine().bindings, id, text, platform, follow(query));
      queries.set(query, running);
      try {
        const columns = await running.start();
        return columns.map((column, index) => ({ ...column, sqlType: described?.[index]?.sqlType ?? column.sqlType }));
      } catch (error) {
        ended(query);
        throw explainEngineError(error, sql);
      }
    },
    async pull({ query }) {
      const running = queries.get(query);
      if (running === undefined) return { batches: [], ended: true };
      try {
        const answer = await running.pull();
        if (answer.ended) ended(query);
        return answer;
      } catch (error) {
        ended(query);
        throw explainEngineError(error, '');
      }
    },
    async spool({ query, table }) {
      const running = queries.get(query);
      if (running === undefined) return { rows: 0, ended: true };
      try {
        const answer = await running.spool((stream) => {
          engine().bindings.insertArrowFromIPCStream(scratch(), stream, { schema: 'main', name: table, create: false });
        });
        if (answer.ended) ended(query);
        return answer;
      } catch (error) {
        ended(query);
        throw explainEngineError(error, '');
      }
    },
    async stop({ query }) {
      drop(query);
      return Promise.resolve(undefined);
    },
    append: ({ names, batch, ...target }) => insert(target, () => encodeBatch(names, batch)),
    appendStream: ({ stream, ...target }) => insert(target, () => stream),
    async attachFile({ path, source }) {
      store.attach(path, source);
      const readDirectly = true; // else every read goes through a buffer of 16 KB, one call of the file system for each
      engine().bindings.registerFileHandle(path, null, plainPath, readDirectly);
      return Promise.resolve(undefined);
    },
    async detachFile({ path }) {
      engine().bindings.dropFile(path);
      store.detach(path);
      return Promise.resolve(undefined);
    },
    createOutput: () => store.createOutput(),
    outputSize: ({ path }) => Promise.resolve(withFile(platform, path, (file) => file.size())),
    readFile: ({ path, offset, length }) =>
      Promise.resolve(
        withFile(platform, path, (file) => {
          const target = new Uint8Array(length);
          return target.subarray(0, file.read(target, offset));
        }),
      ),
    async discardOutput({ path }) {
      engine().bindings.dropFile(path);
      store.remove(path);
      return Promise.resolve(undefined);
    },
    async checkpoint({ patience }) {
      await checkpointer.run(patience);
      return undefined;
    },
    changes: ({ reset }) =>
      Promise.resolve({
        size: withFile(platform, databaseName, (file) => file.size()),
        blockSize,
        blocks: store.changedBlocks(reset),
      }),
    async close() {
      for (const query of [...queries.keys()]) drop(query);
      for (const session of [...ready, ...sessions.values()]) session.close();
      sessions.clear();
      instance?.bindings.reset();
      instance = undefined;
      await store.close();
      return undefined;
    },
  };
  return { handlers, unwind: () => instance?.unwind() };
}

const ignoreProgress = () => undefined;

function prepareSessions(bindings: Bindings, ready: Connection[], memoryLimit: number): void {
  for (let count = 0; count < preparedSessions; count++) {
    const connection = bindings.connect();
    for (const statement of sessionStatements) connection.query(statement);
    ready.push(connection);
  }
  const connection = bindings.connect();
  for (const statement of startupStatements(memoryLimit)) connection.query(statement);
  connection.close();
}

/** The exact names and types of a query's columns; `undefined` for other statements and for faulty ones. */
function describe(connection: Connection, statement: string): readonly DescribedColumn[] | undefined {
  if (!isPlainQuery(statement)) return undefined;
  try {
    const table = connection.query(`DESCRIBE ${statement}`);
    const [names, types] = [table.getChildAt(0), table.getChildAt(1)];
    return Array.from({ length: table.numRows }, (_, row) => ({
      name: String(names?.get(row)),
      sqlType: String(types?.get(row)),
    }));
  } catch {
    return undefined; // running the statement itself gives the error, with the right position
  }
}

function withFile<Result>(
  platform: EnginePlatform,
  name: string,
  use: (file: { size(): number; read(target: Uint8Array, position: number): number }) => Result,
): Result {
  const file = platform.store.open(name, { create: false, writable: false });
  if (file === undefined) throw new StillhouseError('file-missing', `The file "${name}" is gone.`);
  try {
    return use(file);
  } finally {
    file.close();
  }
}

/** The memory that a reply may give away instead of copying. Dictionaries are shared between batches and stay. */
function transferables(name: CallName, value: unknown): ArrayBuffer[] {
  if (name === 'readFile') return [(value as Uint8Array<ArrayBuffer>).buffer]; // the call's own result type
  if (name !== 'pull') return [];
  const { batches } = value as { batches: readonly Batch[] }; // the call's own result type
  return [...new Set(batches.flatMap(batchArrays).map(({ buffer }) => buffer))];
}
