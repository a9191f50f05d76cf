import type { Started } from '../catalog/session/handle.ts';
import { sql } from '../core/sql.ts';
import { type Batch, batchBytes } from '../engine/batch.ts';
import type { Query } from '../engine/engine.ts';
import { createStoredSql, dropStoredSql, storedResult, type StoredResult } from '../results/stored-table.ts';
import type { DistillerServices } from './place.ts';

/** Bytes of rows that are held here; what a query gives beyond them waits in a table of the scratch database. */
export const mostHeldBytes = 32 << 20;

let tables = 0;

/** What was started with all its rows computed: from here on it cannot fail. Rejects as the query does. */
export async function wholeRows(started: Started, { engine }: DistillerServices): Promise<Started> {
  if (started.kind === 'done') return started;
  const { query, outcome } = started;
  const columns = await query.columns;
  const batches: Batch[] = [];
  let bytes = 0;
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
    batches.push(batch);
    bytes += batchBytes(batch);
    if (bytes < mostHeldBytes) continue;
    batches.push(...(await query.buffered()));
    const stored = storedResult(`~block ${++tables}`, columns);
    return { kind: 'reading', query: await storeRest(query, stored, batches, engine), outcome };
  }
  return { kind: 'done', result: { columns, batches }, outcome };
}

/** Puts the rest of the rows aside, and gives a query of those held followed by those. */
async function storeRest(
  query: Query,
  stored: StoredResult,
  held: readonly Batch[],
  engine: DistillerServices['engine'],
): Promise<Query> {
  const session = await engine.openSession();
  const clear = async () => {
    await session.exec(dropStoredSql(stored).text);
    await session.close();
  };
  try {
    await session.exec(createStoredSql(stored).text);
    await query.spool(stored.table);
  } catch (error) {
    await clear();
    throw error;
  }
  const rest = session.query(sql`FROM ${stored.relation}`.text);
  let position = 0;
  let cleared: Promise<void> | undefined;
  const close = () => (cleared ??= rest.close().then(clear));
  return {
    columns: Promise.resolve(stored.columns),
    async next() {
      if (position < held.length) return held[position++];
      const batch = await rest.next();
      if (batch === undefined) await close();
      return batch;
    },
    async buffered() {
      const unread = held.slice(position);
      position = held.length;
      return [...unread, ...(await rest.buffered())];
    },
    async spool(table, onRows) {
      const rows = await rest.spool(table, onRows);
      await close();
      return rows;
    },
    close,
  };
}
