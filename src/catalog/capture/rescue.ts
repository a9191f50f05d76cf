import { literal, relation, sql } from '../../core/sql.ts';
import { execute, integer, queryRows, text } from '../store/execute.ts';
import { hiddenSchema, metadata, projectTable } from '../store/names.ts';
import type { Writing } from './writing.ts';

/** Moves the hidden tables of former versions out of a schema that is about to be dropped. */
export async function rescueHidden(writing: Writing, schema: string): Promise<void> {
  const { session, store, signal } = writing;
  const hidden = await queryRows(
    session,
    sql`SELECT generation_id, hidden_schema, hidden_table
FROM ${metadata(store, 'generation')}
WHERE lower(hidden_schema) = lower(${literal(schema)})`,
  );
  for (const row of hidden) {
    const generation = integer(row.generation_id);
    const from = relation(projectTable(store, text(row.hidden_schema), text(row.hidden_table)));
    const safeName = `rows_${generation}`;
    const to = relation(projectTable(store, hiddenSchema, safeName));
    writing.prepared = true;
    await execute(session, sql`CREATE TABLE ${to} AS\nFROM ${from}`, signal);
    await execute(session, sql`DROP TABLE ${from}`);
    await execute(
      session,
      sql`UPDATE ${metadata(store, 'generation')}
SET hidden_schema = ${literal(hiddenSchema)}, hidden_table = ${literal(safeName)}, dense = true
WHERE generation_id = ${literal(generation)}`,
    );
  }
}
