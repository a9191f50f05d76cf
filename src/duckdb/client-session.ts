import { cancelledError } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import type { RelationName } from '../core/sql.ts';
import { type Batch, batchArrays } from '../engine/batch.ts';
import type { Query, QueryOptions, Session } from '../engine/engine.ts';
import { valueAt } from '../engine/value.ts';
import type { Caller } from './caller.ts';

let nextQuery = 1;

/** The client's side of one session: statements run one after the other, results are pulled one group ahead. */
export function createSession(
  session: number,
  currentCaller: () => Caller,
  call: Caller['call'],
  watchStop: (settled: Promise<unknown>) => void,
): Session {
  let turn: Promise<unknown> = Promise.resolve();

  const startQuery = (sql: string, options: QueryOptions = {}): Query => {
    const id = nextQuery++;
    const caller = currentCaller();
    let state: 'waiting' | 'running' | 'ended' = 'waiting';
    let finish: () => void = () => undefined;
    let stopListening: () => void = () => undefined;
    const before = turn;
    turn = new Promise<void>((resolve) => {
      finish = resolve;
    });

    const end = () => {
      state = 'ended';
      caller.follow(id, undefined);
      stopListening();
      void before.then(finish);
    };

    const columns = before.then(async () => {
      if (state === 'ended') throw cancelledError();
      state = 'running';
      caller.follow(id, options.onProgress);
      return call('start', { session, query: id, sql });
    });
    let group: readonly Batch[] = [];
    let position = 0;
    let ahead: Promise<{ readonly batches: readonly Batch[]; readonly ended: boolean }> | undefined;
    let underWay: Promise<unknown> = columns;
    let failure: unknown;

    const fail = (error: unknown) => {
      failure ??= error;
      end();
    };
    columns.catch(fail);

    const pull = () => {
      const pulled = call('pull', { query: id });
      underWay = pulled;
      pulled.catch(fail);
      return pulled;
    };

    const next = async (): Promise<Batch | undefined> => {
      await columns;
      for (;;) {
        const batch = group[position++];
        if (batch !== undefined) return batch;
        if (failure !== undefined) throw failure as Error; // whatever the call rejected with
        if (state === 'ended') return undefined;
        const answer = await (ahead ?? pull());
        group = answer.batches;
        position = 0;
        ahead = undefined;
        if (answer.ended) end();
        else ahead = pull();
      }
    };

    const buffered = async () => {
      await columns;
      const fetched = group.slice(position);
      group = [];
      if (ahead === undefined) return fetched;
      const answer = await ahead;
      ahead = undefined;
      if (answer.ended) end();
      return [...fetched, ...answer.batches];
    };

    const spool: Query['spool'] = async (table, onRows) => {
      await columns;
      let rows = 0;
      for (;;) {
        if (failure !== undefined) throw failure as Error; // whatever the call rejected with
        if (state === 'ended') return rows;
        const spooled = call('spool', { query: id, table });
        underWay = spooled;
        spooled.catch(fail);
        const answer = await spooled;
        rows += answer.rows;
        onRows?.(rows);
        if (answer.ended) end();
      }
    };

    const stop = async () => {
      if (state === 'ended') return;
      if (state === 'waiting') {
        fail(cancelledError());
        return;
      }
      failure ??= cancelledError();
      group = [];
      const settled = underWay.catch(() => undefined);
      watchStop(settled);
      await Promise.all([call('stop', { query: id }).catch(() => undefined), settled]);
      end();
    };

    stopListening = options.signal?.onCancel(() => void stop()) ?? stopListening;
    return { columns, next, buffered, spool, close: stop };
  };

  const inTurn = async (work: () => Promise<undefined>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    await done;
  };

  return {
    query: startQuery,
    async exec(sql, options) {
      const query = startQuery(sql, options);
      let changed = 0;
      try {
        const [column] = await query.columns;
        for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
          const cell = batch.columns[0];
          if (column?.name === 'Count' && cell !== undefined) changed = Number(valueAt(cell, 0));
        }
      } finally {
        await query.close();
      }
      return changed;
    },
    append: (table, names, batch, { create, transfer = false }) =>
      inTurn(() =>
        call('append', { session, ...placeOf(table), create, names, batch }, transfer ? wholeBuffers(batch) : []),
      ),
    appendStream: (table, stream, { create }) =>
      inTurn(() => call('appendStream', { session, ...placeOf(table), create, stream }, [stream.buffer])),
    async close() {
      await turn;
      await call('closeSession', { session });
    },
  };
}

/** Memory that belongs to the batch alone, each piece once: a view of a part may be a piece of what others still read. */
function wholeBuffers(batch: Batch): ArrayBuffer[] {
  const whole = batchArrays(batch).filter(({ byteLength, buffer }) => byteLength === buffer.byteLength);
  return [...new Set(whole.map(({ buffer }) => buffer))];
}

/** The engine appends to tables of the session's current database only. */
function placeOf(table: RelationName): { readonly schema: string; readonly table: string } {
  const [name, schema = 'main'] = [...table].reverse();
  if (name === undefined) throw new StillhouseError('internal', 'A table to append to needs a name.');
  return { schema, table: name };
}
