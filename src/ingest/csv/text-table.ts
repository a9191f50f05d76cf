import { joinSql, relation, type RelationName, sql } from '../../core/sql.ts';
import { rows } from '../../engine/collect.ts';
import type { Session } from '../../engine/engine.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Reject } from '../contract.ts';
import { appendRejects, createRejectTable } from './reject-table.ts';
import { field, fieldName, tableSource, type TextSource } from './text-source.ts';

/** Where our own reader puts what it read, until the typed table is made of it. */
export interface TextTable {
  readonly source: TextSource;
  append(batch: Batch): Promise<void>;
  reject(rejects: readonly Reject[]): Promise<void>;
  /** Makes everything appended so far readable; nothing can be appended after it. */
  finish(): Promise<void>;
  /** Moves the rejects to a table of their own. */
  copyRejects(table: RelationName): Promise<void>;
  drop(): Promise<void>;
}

/** The engine's database in memory. Filling it takes half the time, because nothing is compressed. */
const memoryDatabase = 'scratch';

/**
 * Creates the table beside `staging`, or in memory. It is filled in one transaction, which the session must not have open:
 * otherwise the engine would log every batch and write it twice.
 */
export async function createTextTable(
  session: Session,
  staging: RelationName,
  fieldCount: number,
  inMemory: boolean,
): Promise<TextTable> {
  const home = await currentSchema(session);
  const place = inMemory ? [memoryDatabase, 'main'] : staging.slice(0, -1);
  const name = staging.at(-1) ?? '';
  const [texts, rejected] = [
    [...place, `${name}_text`],
    [...place, `${name}_rejected`],
  ];
  const names = ['record', 'line', ...Array.from({ length: fieldCount }, (_, position) => fieldName(position))];
  const fields = Array.from({ length: fieldCount }, (_, position) => sql`${field(position)} VARCHAR`);
  let open = false;

  const leave = async (statement: 'COMMIT' | 'ROLLBACK') => {
    if (!open) return;
    open = false;
    await session.exec(statement);
    if (inMemory) await session.exec(sql`USE ${relation(home)}`.text);
  };

  const table: TextTable = {
    source: tableSource(texts),
    append: (batch) => session.append(texts, names, batch, { create: false }),
    reject: (rejects) => appendRejects(session, rejected, rejects),
    finish: () => leave('COMMIT'),
    async copyRejects(target) {
      await session.exec(sql`INSERT INTO ${relation(target)} SELECT * FROM ${relation(rejected)}`.text);
    },
    async drop() {
      await leave('ROLLBACK');
      for (const name of [texts, rejected]) await session.exec(sql`DROP TABLE IF EXISTS ${relation(name)}`.text);
    },
  };
  await session.exec('BEGIN');
  open = true;
  try {
    if (inMemory) await session.exec(sql`USE ${relation(place)}`.text);
    await session.exec(
      sql`CREATE TABLE ${relation(texts)} (record BIGINT, line BIGINT, ${joinSql(fields, ', ')})`.text,
    );
    await createRejectTable(session, rejected);
  } catch (error) {
    await table.drop();
    throw error;
  }
  return table;
}

async function currentSchema(session: Session): Promise<RelationName> {
  const [row] = await rows(session, 'SELECT [current_database(), current_schema()] AS parts');
  const parts: unknown = row?.parts;
  return Array.isArray(parts) ? parts.map(String) : [];
}
