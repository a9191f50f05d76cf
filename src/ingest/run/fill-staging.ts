import { throwIfCancelled, type CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { uniqueName } from '../../core/names.ts';
import { identifier, joinSql, rawSql, relation, type RelationName, sql } from '../../core/sql.ts';
import { queryRows, text } from '../../catalog/store/execute.ts';
import { scalar } from '../../engine/collect.ts';
import type { Session } from '../../engine/engine.ts';
import { sqlTypeName } from '../../engine/types.ts';
import type { ExtractedColumn, ExtractEvent, ImportCounts, ImportNote } from '../contract.ts';
import { appendRejects, createRejectTable } from '../csv/reject-table.ts';
import type { ImportProgress, ReportColumn } from './request.ts';

export interface FillContext {
  readonly session: Session;
  readonly staging: RelationName;
  readonly rejects: RelationName;
  /** Bytes of the file on disk. */
  readonly size: number;
  readonly signal: CancelSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface Filled {
  readonly counts: ImportCounts;
  readonly columns: readonly ReportColumn[];
  readonly notes: readonly ImportNote[];
}

/**
 * Fills the staging table with what an extractor yields, in one transaction, and checks that the records add up. A failure
 * leaves the transaction open: the caller rolls back.
 */
export async function fillStaging(context: FillContext, events: AsyncIterable<ExtractEvent>): Promise<Filled> {
  const { session, staging, rejects, size, signal, onProgress } = context;
  let columns: readonly ExtractedColumn[] = [];
  let recordName = 'record';
  let created = false;
  let rows = 0;
  let end: Extract<ExtractEvent, { kind: 'done' }> | undefined;

  await createRejectTable(session, rejects);
  await session.exec('BEGIN TRANSACTION');
  for await (const event of events) {
    throwIfCancelled(signal);
    switch (event.kind) {
      case 'columns':
        columns = event.columns;
        recordName = uniqueName(
          'record',
          columns.map(({ name }) => name),
        );
        await session.exec('ROLLBACK');
        await session.exec('BEGIN TRANSACTION');
        created = false;
        rows = 0;
        break;
      case 'batch': {
        const names = [recordName, ...columns.map(({ name }) => name)];
        await session.append(staging, names, event.batch, { create: !created, transfer: true });
        created = true;
        rows += event.batch.rowCount;
        break;
      }
      case 'stream':
        await session.appendStream(staging, event.stream, { create: !created });
        created = true;
        rows += event.rows;
        break;
      case 'rejects':
        await appendRejects(session, rejects, event.rejects);
        break;
      case 'progress':
        onProgress({ step: 'Reading the file', fraction: size === 0 ? 1 : Math.min(1, event.bytes / size), rows });
        break;
      case 'done':
        end = event;
        break;
    }
  }
  if (end === undefined) throw new StillhouseError('internal', 'The file was not read to its end.');
  if (!created && columns.length === 0)
    throw new StillhouseError('file-format', 'The file holds no column: there is nothing to import.');
  if (!created) await createEmpty(session, staging, columns);
  await session.exec('COMMIT');
  if (columns.length > 0 && created) await dropColumn(session, staging, recordName);
  const loaded = Number(await scalar(session, sql`SELECT count(*) FROM ${relation(staging)}`.text));
  const counts = { ...end.counts, loaded };
  checkReconciled(counts);
  return {
    counts,
    notes: end.notes,
    columns: await describeTable(session, staging),
  };
}

/** Every record read is loaded, rejected or skipped; anything else means that rows were lost on the way. */
export function checkReconciled({ read, loaded, rejected, skipped }: ImportCounts): void {
  if (read === loaded + rejected + skipped) return;
  throw new StillhouseError(
    'import-failed',
    `The import does not add up: ${read} records read, but ${loaded} loaded, ${rejected} rejected and ${skipped} skipped. Nothing was imported.`,
  );
}

async function describeTable(session: Session, table: RelationName): Promise<readonly ReportColumn[]> {
  const found = await queryRows(session, sql`DESCRIBE ${relation(table)}`);
  return found.map((row) => ({ name: text(row.column_name), sqlType: text(row.column_type) }));
}

async function dropColumn(session: Session, staging: RelationName, name: string): Promise<void> {
  await session.exec(sql`ALTER TABLE ${relation(staging)} DROP COLUMN ${identifier(name)}`.text);
}

async function createEmpty(
  session: Session,
  staging: RelationName,
  columns: readonly ExtractedColumn[],
): Promise<void> {
  const definitions = columns.map(({ name, type }) => sql`${identifier(name)} ${rawSql(sqlTypeName(type))}`);
  await session.exec(sql`CREATE TABLE ${relation(staging)} (${joinSql(definitions, ', ')})`.text);
}
