import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFormat, parseSettings } from '../../../electron/cli/import-options.ts';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { importFileAt, nodeExtractors } from '../../../electron/node/extractors.ts';
import { openWorkspace } from '../../../src/catalog/open.ts';
import { text } from '../../../src/catalog/store/execute.ts';
import type { Workspace } from '../../../src/catalog/workspace.ts';
import { type CancelSignal, createCancelSource } from '../../../src/core/cancel.ts';
import { identifier } from '../../../src/core/sql.ts';
import { collect, rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { StructValue } from '../../../src/engine/value.ts';
import type { ByteSource } from '../../../src/ingest/contract.ts';
import { importFile, type ImportServices } from '../../../src/ingest/run/import-file.ts';
import { readReports, rejectsSql } from '../../../src/ingest/run/report-store.ts';
import type { ImportProgress, ImportReport, ImportTarget } from '../../../src/ingest/run/request.ts';

export type Content = string | Uint8Array | readonly string[];

export interface Request {
  readonly mode?: ImportTarget['mode'];
  readonly as?: string;
  /** `name=value`, as the command line takes them. */
  readonly settings?: readonly string[];
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stands in front of the file's bytes. */
  readonly source?: (source: ByteSource) => ByteSource;
}

/** A workspace into which files of the disk are imported by the whole pipeline. */
export interface ImportFixture {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly session: Session;
  readonly services: ImportServices;
  /** Writes a file, imports it, and checks that its report adds up and is kept. */
  importAs(fileName: string, content: Content, request?: Request): Promise<ImportReport>;
  /** The rows of a table as texts. */
  read(table: string): Promise<(string | null)[][]>;
  rejects(report: ImportReport): Promise<StructValue[]>;
  reports(): Promise<readonly ImportReport[]>;
  /** Tables that belong to no dataset and to no report, of the project and of the scratch database. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openImports(databasePath?: string): Promise<ImportFixture> {
  const engine = await openNodeEngine(databasePath === undefined ? {} : { databasePath });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-import-'));
  let time = Date.UTC(2024, 0, 1);
  let batch = Date.now();
  const clock = { now: () => new Date((time += 1000)) };
  const ids = { nextId: () => `batch-${++batch}` };
  const workspace = await openWorkspace({ engine, clock, ids });
  const session = await engine.openSession();
  const services = { engine, workspace, extractors: nodeExtractors, clock, ids };
  const database = text((await rows(session, 'SELECT current_database() AS name'))[0]?.name);
  const reports = () => readReports(session, database);

  const read: ImportFixture['read'] = async (table) => {
    const { batches } = await collect(session, `FROM ${identifier(table).text}`);
    return batches.flatMap((part) =>
      Array.from({ length: part.rowCount }, (_, row) => part.columns.map((column) => textAt(column, row))),
    );
  };

  return {
    engine,
    workspace,
    session,
    services,
    reports,
    read,
    async importAs(fileName, content, request = {}) {
      const location = path.join(folder, fileName);
      const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : content.join('\n');
      fs.writeFileSync(location, bytes);
      const onDisk = importFileAt(location);
      const file = { ...onDisk, source: request.source?.(onDisk.source) ?? onDisk.source };
      const target = { schema: 'main', name: request.as ?? 't', mode: request.mode ?? 'replace' };
      const report = await importFile(services, {
        file,
        format: await chooseFormat(file, parseSettings(request.settings ?? [])),
        target,
        signal: request.signal ?? createCancelSource().signal,
        onProgress: request.onProgress ?? (() => undefined),
      });
      expect(report.read).toBe(report.loaded + report.rejected + report.skipped);
      expect((await reports())[0]).toEqual(report);
      return report;
    },
    rejects: (report) =>
      report.rejectCount === 0 ? Promise.resolve([]) : rows(session, rejectsSql(report.batch).text),
    async leftovers() {
      const found = await rows(
        session,
        `SELECT database_name AS db, schema_name AS s, table_name AS t
FROM duckdb_tables()
WHERE NOT internal
  AND database_name IN ('${database}', 'scratch')
  AND NOT (schema_name = '_stillhouse' AND table_name LIKE 'history_%')
ORDER BY ALL`,
      );
      const own = ['format', 'dataset', 'generation', 'shape', 'snapshot', 'segment', 'import_report'];
      const kept = (await reports())
        .filter(({ rejectCount }) => rejectCount > 0)
        .map((report) => `rejects ${report.batch}`);
      const explained = new Set([
        ...[...own, ...kept].map((name) => `${database}._stillhouse.${name}`),
        ...workspace.datasets.map(({ schema, name }) => `${database}.${schema}.${name}`),
      ]);
      return found.map((row) => [row.db, row.s, row.t].map(text).join('.')).filter((name) => !explained.has(name));
    },
    async close() {
      fs.rmSync(folder, { recursive: true });
      await engine.close();
    },
  };
}
