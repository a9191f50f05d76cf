import { foldName } from '../../catalog/model.ts';
import type { BatchIds, Clock } from '../../catalog/ports.ts';
import { checkTarget } from '../../catalog/publish.ts';
import type { Workspace } from '../../catalog/workspace.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { relation, type RelationName, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { Engine, Session } from '../../engine/engine.ts';
import { dialectWords } from '../csv/dialect-words.ts';
import { loadCsv } from '../csv/load.ts';
import { fillStaging, type Filled } from './fill-staging.ts';
import { keepReport, stagedRejects } from './report-store.ts';
import type { Extractors, ImportFile, ImportFormat, ImportProgress, ImportReport, ImportTarget } from './request.ts';

export interface ImportRequest {
  readonly file: ImportFile;
  readonly format: ImportFormat;
  readonly target: ImportTarget;
  readonly signal: CancelSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportServices {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly extractors: Extractors;
  readonly clock: Clock;
  readonly ids: BatchIds;
}

/**
 * Imports one file as one batch: into a staging table, checked, then published in one short transaction. On failure or
 * cancel nothing of it is left. The report and its rejects are kept with the project.
 */
export async function importFile(services: ImportServices, request: ImportRequest): Promise<ImportReport> {
  const { engine, workspace, clock } = services;
  const { file, format, target, signal } = request;
  checkTarget(target, whatIsAt(workspace, target));
  const started = clock.now();
  const batch = services.ids.nextId();
  const staging = workspace.stagingTable(target.schema);
  const rejects = stagedRejects(staging);
  const session = await engine.openSession();
  try {
    const { counts, columns, notes, reading } = await load(services, request, { session, staging, rejects });
    const rejectCount = Number(await scalar(session, sql`SELECT count(*) FROM ${relation(rejects)}`.text));
    const reportAt = (finished: Date): ImportReport => ({
      ...counts,
      batch,
      file: file.source.name,
      bytes: file.source.size,
      format: format.kind,
      target,
      columns,
      notes,
      reading,
      rejectCount,
      durationMs: finished.getTime() - started.getTime(),
      finishedAt: finished.toISOString(),
    });
    let report = reportAt(started);
    request.onProgress({ step: 'Saving', fraction: 1, rows: counts.loaded });
    await workspace.publish([{ ...target, staging }], {
      source: file.source.name,
      signal,
      async alongside(writer) {
        report = reportAt(clock.now());
        await keepReport(writer, rejects, report);
      },
    });
    return report;
  } catch (error) {
    await session.exec('ROLLBACK').catch(() => undefined); // there may be no transaction
    for (const table of [staging, rejects]) {
      await session.exec(sql`DROP TABLE IF EXISTS ${relation(table)}`.text).catch(() => undefined); // the first error counts
    }
    throw error;
  } finally {
    await session.close();
  }
}

/** What the target's name stands for now: an import that cannot end well need not begin. */
function whatIsAt({ datasets }: Workspace, { schema, name }: ImportTarget): 'table' | 'view' | undefined {
  const same = (a: string, b: string) => foldName(a) === foldName(b);
  return datasets.find((dataset) => same(dataset.schema, schema) && same(dataset.name, name))?.kind;
}

interface Places {
  readonly session: Session;
  readonly staging: RelationName;
  readonly rejects: RelationName;
}

async function load(
  { engine, extractors }: ImportServices,
  { file, format, signal, onProgress }: ImportRequest,
  places: Places,
): Promise<Filled & { readonly reading: readonly string[] }> {
  const context = { ...places, size: file.source.size, signal, onProgress };
  switch (format.kind) {
    case 'csv': {
      const { dialect, encoding, ...report } = await loadCsv({
        ...places,
        engine,
        source: file.source,
        ...(file.chosen !== undefined && { file: file.chosen }),
        extract: (options, own) => extractors.csv(file, options, own),
        scan: (options, own) => extractors.scanCsv(file, options, own),
        options: format.options,
        onProgress: ({ phase, fraction, rows }) => {
          onProgress({
            step: `${phase[0]?.toUpperCase()}${phase.slice(1)}`,
            fraction,
            ...(rows !== undefined && { rows }),
          });
        },
        signal,
      });
      return { ...report, reading: [...dialectWords(dialect), `encoding ${encoding.encoding}`] };
    }
    case 'json':
      return { ...(await fillStaging(context, extractors.json(file, format.options, signal))), reading: [] };
    case 'parquet':
      return { ...(await fillStaging(context, extractors.parquet(file, signal))), reading: [] };
    case 'excel':
      return {
        ...(await fillStaging(context, extractors.excel(file, format.options, signal))),
        reading: format.options.sheet === undefined ? [] : [`sheet “${format.options.sheet}”`],
      };
  }
}
