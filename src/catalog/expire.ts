import { literal, relation, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { Writing } from './capture/writing.ts';
import { execute, executeScript, integer, queryRows, text, timestampLiteral } from './store/execute.ts';
import { historyTable, metadata, projectTable, type Store } from './store/names.ts';

/** What an expiry removed. */
export interface Expired {
  /** Versions of rows, those in removed tables included. */
  readonly rows: number;
  /** Hidden tables of replaced and dropped datasets. */
  readonly tables: number;
}

/**
 * Removes the versions that no state from the last commit before a moment on needs: rows that died by then, and tables
 * replaced or dropped by then. The state at that moment itself stays readable.
 */
export async function expireBefore(writing: Writing, before: Date): Promise<Expired> {
  const { session, store, signal } = writing;
  const [row] = await queryRows(
    session,
    sql`SELECT coalesce(max(snapshot_id), 0) AS horizon
FROM ${metadata(store, 'snapshot')}
WHERE committed_at < ${timestampLiteral(before)}`,
  );
  const horizon = integer(row?.horizon);
  if (horizon === 0) return { rows: 0, tables: 0 };
  const generations = await queryRows(
    session,
    sql`SELECT generation_id, history, coalesce(ended <= ${literal(horizon)}, false) AS over, hidden_schema, hidden_table
FROM ${metadata(store, 'generation')}`,
  );
  let [rows, tables] = [0, 0];
  for (const generation of generations) {
    const id = integer(generation.generation_id);
    const over = generation.over === true;
    if (over && generation.hidden_table !== null) {
      const name = projectTable(store, text(generation.hidden_schema), text(generation.hidden_table));
      rows += await dropCounting(session, relation(name));
      tables++;
    }
    if (generation.history === true) {
      rows += over
        ? await dropCounting(session, historyTable(store, id))
        : await execute(
            session,
            sql`DELETE FROM ${historyTable(store, id)}\nWHERE died <= ${literal(horizon)}`,
            signal,
          );
    }
    if (over) await executeScript(session, forgetGeneration(store, id));
  }
  await executeScript(session, moveHorizon(store, horizon));
  return { rows, tables };
}

async function dropCounting(session: Session, table: Sql): Promise<number> {
  const [row] = await queryRows(session, sql`SELECT count(*) AS "rows" FROM ${table}`);
  await execute(session, sql`DROP TABLE ${table}`);
  return integer(row?.rows);
}

function forgetGeneration(store: Store, generation: number): readonly Sql[] {
  return (['generation', 'shape', 'segment'] as const).map(
    (table) => sql`DELETE FROM ${metadata(store, table)}\nWHERE generation_id = ${literal(generation)}`,
  );
}

/** Each dataset's earliest state is the one it had at the horizon; datasets dropped by then are forgotten. */
function moveHorizon(store: Store, horizon: number): readonly Sql[] {
  const [snapshot, dataset] = [metadata(store, 'snapshot'), metadata(store, 'dataset')];
  const gone = sql`SELECT dataset_id
FROM ${snapshot}
WHERE operation = 'drop'
GROUP BY dataset_id
HAVING max(snapshot_id) <= ${literal(horizon)}`;
  return [
    sql`UPDATE ${metadata(store, 'format')}
SET last_snapshot_id = greatest(last_snapshot_id, (SELECT max(snapshot_id) FROM ${snapshot}))`,
    sql`UPDATE ${dataset}
SET earliest_snapshot_id = earliest.snapshot_id
FROM (
  SELECT dataset_id, max(snapshot_id) AS snapshot_id
  FROM ${snapshot}
  WHERE snapshot_id <= ${literal(horizon)}
  GROUP BY dataset_id
) AS earliest
WHERE dataset.dataset_id = earliest.dataset_id`,
    sql`DELETE FROM ${snapshot}
WHERE dataset_id IN (SELECT dataset_id FROM ${dataset} WHERE dropped)
  AND dataset_id IN (${gone})`,
    sql`DELETE FROM ${dataset}
WHERE dataset_id NOT IN (SELECT dataset_id FROM ${snapshot})`,
  ];
}
