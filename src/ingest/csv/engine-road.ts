import { relation, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { ImportCounts } from '../contract.ts';
import type { ColumnPlan } from './column-plan.ts';
import { type Setback, tryEngine } from './engine-attempt.ts';
import type { ImportPlan } from './import-plan.ts';
import { loadColumns } from './load-columns.ts';
import { type CsvLoadContext, progressOf } from './load-context.ts';
import { listUnfit } from './reject-table.ts';
import type { ScanResult } from './scan.ts';
import { engineSource, type EngineReading } from './text-source.ts';

/** What a road brought: the columns as they are loaded, and the counts that reconcile. */
export interface RoadResult {
  readonly columns: readonly ColumnPlan[];
  readonly counts: ImportCounts;
}

/** Lets the engine read the file itself. After a setback the staging table may be half filled. */
export async function loadByEngine(
  context: CsvLoadContext,
  plan: ImportPlan,
): Promise<{ readonly result: RoadResult } | Setback> {
  const { session, staging } = context;
  return tryEngine(context, plan, {
    read: (reading, signal) =>
      loadColumns(session, engineSource(reading), plan.columns, staging, {
        loading: progressOf(context, 'loading', signal),
        deciding: progressOf(context, 'deciding types', signal),
      }),
    reconcile: (columns, scan, reading) => reconcile(context, reading, columns, scan),
  });
}

/** The result, if every record is either in the table or among the rejects. */
async function reconcile(
  context: CsvLoadContext,
  reading: EngineReading,
  columns: readonly ColumnPlan[],
  scan: ScanResult,
): Promise<RoadResult | undefined> {
  const { session, staging, rejects } = context;
  const loaded = Number(await scalar(session, sql`SELECT count(*) FROM ${relation(staging)}`.text));
  const source = engineSource({ ...reading, ...lineOffset(reading, scan) });
  const rejected =
    loaded === scan.records
      ? 0
      : await listUnfit(session, source, columns, rejects, progressOf(context, 'listing rejects'));
  if (loaded + rejected !== scan.records) return undefined;
  const skipped = scan.emptyLines;
  return { columns, counts: { read: scan.records + skipped, loaded, rejected, skipped } };
}

/** When every record takes one line, lines follow from record numbers. */
function lineOffset({ dialect }: EngineReading, scan: ScanResult): { readonly lineOffset?: number } {
  const before = dialect.skipLines + (dialect.header ? 1 : 0);
  return scan.lines === scan.records + before ? { lineOffset: before } : {};
}
