import { createCancelSource, throwIfCancelled } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { relation, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { ImportCounts, ImportNote } from '../contract.ts';
import type { Encoding } from './encoding.ts';
import type { RoadResult } from './engine-road.ts';
import { type ImportPlan, readerOptions } from './import-plan.ts';
import { loadColumns } from './load-columns.ts';
import { type CsvLoadContext, progressOf } from './load-context.ts';
import { listUnfit } from './reject-table.ts';
import { createTextTable, type TextTable } from './text-table.ts';

/** What our own reader brought. */
export interface ReaderResult extends RoadResult {
  readonly notes: readonly ImportNote[];
}

/** Files up to this size, in bytes on disk, are held in memory as texts. */
const mostInMemory = 256 << 20;

/** Reads the file with our own reader into a table of texts, and makes the typed table from that. */
export async function loadByReader(
  context: CsvLoadContext,
  plan: ImportPlan,
  encoding: Encoding,
): Promise<ReaderResult> {
  const { session, source, staging, rejects } = context;
  const texts = await createTextTable(session, staging, plan.head.names.length, source.size <= mostInMemory);
  try {
    const { counts, notes } = await extractTexts(context, plan, encoding, texts);
    await texts.copyRejects(rejects);
    const steps = { loading: progressOf(context, 'loading'), deciding: progressOf(context, 'deciding types') };
    const columns = await loadColumns(session, texts.source, plan.columns, staging, steps);
    const unfit = await listUnfit(session, texts.source, columns, rejects, progressOf(context, 'listing rejects'));
    const loaded = Number(await scalar(session, sql`SELECT count(*) FROM ${relation(staging)}`.text));
    const rejected = counts.rejected + unfit;
    if (counts.read !== loaded + rejected + counts.skipped) throw unreconciled({ ...counts, loaded, rejected });
    return { columns, notes, counts: { ...counts, loaded, rejected } };
  } finally {
    await texts.drop();
  }
}

function unreconciled({ read, loaded, rejected, skipped }: ImportCounts): StillhouseError {
  return new StillhouseError(
    'import-failed',
    `The import was taken back, because its counts do not add up: ${read} read, ${loaded} loaded, ${rejected} rejected, ${skipped} skipped.`,
  );
}

async function extractTexts(
  context: CsvLoadContext,
  plan: ImportPlan,
  encoding: Encoding,
  texts: TextTable,
): Promise<{ counts: ImportCounts; notes: readonly ImportNote[] }> {
  const signal = context.signal ?? createCancelSource().signal;
  let rows = 0;
  for await (const event of context.extract(readerOptions(plan, encoding), signal)) {
    throwIfCancelled(signal);
    if (event.kind === 'batch') {
      rows += event.batch.rowCount;
      await texts.append(event.batch);
    } else if (event.kind === 'rejects') {
      await texts.reject(event.rejects);
    } else if (event.kind === 'progress') {
      context.onProgress?.({ phase: 'reading', fraction: Math.min(1, event.bytes / context.source.size), rows });
    } else if (event.kind === 'done') {
      await texts.finish();
      return event;
    }
  }
  throw new StillhouseError('internal', 'The reader stopped before the end of the file.');
}
