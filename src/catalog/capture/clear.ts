import { literal, sql } from '../../core/sql.ts';
import type { Dataset } from '../model.ts';
import { createLike, readDefinition } from '../store/definition.ts';
import { executeScript } from '../store/execute.ts';
import { changedRows, runWhole } from './result.ts';
import { buryTable, hideTable, keepsByRename, startGeneration } from './retire.ts';
import { oneSegment } from './wholesale.ts';
import { type Captured, changeTo, type UserStatement, type Writing } from './writing.ts';

/** TRUNCATE, and DELETE of all rows: a large table is put aside whole and an empty one like it takes its place. */
export async function captureClear(writing: Writing, before: Dataset, statement: UserStatement): Promise<Captured> {
  const { session, store, numbers } = writing;
  if (before.rowCount === 0) return { result: await statement.run(), rowsAffected: 0, effects: [] };
  const snapshot = numbers.snapshot();
  const did = { operation: 'delete', added: 0, removed: before.rowCount } as const;
  if (statement.plain && !statement.returning && (await keepsByRename(writing, before))) {
    const definition = await readDefinition(session, store, before.schema, before.name);
    const ending = await hideTable(writing, before, snapshot);
    await executeScript(session, createLike(store, definition, before.schema, before.name));
    const { generation, statements } = startGeneration(writing, before.id, snapshot, before.generation.columns);
    const change = changeTo(snapshot, before, { ...before, generation, rowCount: 0 }, did);
    const result = await runWhole(session, sql`SELECT CAST(${literal(before.rowCount)} AS BIGINT) AS "Count"`.text, {});
    return { result, rowsAffected: before.rowCount, effects: [{ change, statements: [...ending, ...statements] }] };
  }
  const dataset = await buryTable(writing, before, snapshot);
  const result = await statement.run();
  const generation = { ...dataset.generation, dense: false };
  const change = changeTo(snapshot, before, { ...dataset, generation, rowCount: 0 }, did);
  const rowsAffected = statement.plain ? changedRows(result, statement.returning) : before.rowCount;
  return {
    result,
    rowsAffected,
    effects: [{ change, statements: oneSegment(writing, generation.id, 0, snapshot, false) }],
  };
}
