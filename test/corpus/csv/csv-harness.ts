import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { relation, sql } from '../../../src/core/sql.ts';
import { collect, rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { StructValue } from '../../../src/engine/value.ts';
import type {
  CsvImportOptions,
  CsvLoadContext,
  CsvReadContext,
  CsvReport,
} from '../../../src/ingest/csv/load-context.ts';
import { loadCsv } from '../../../src/ingest/csv/load.ts';
import { extractCsv } from '../../../src/ingest/csv/records.ts';
import { scanCsv } from '../../../src/ingest/csv/scan.ts';
import { memorySource } from '../../support/byte-source.ts';

/** `engine` lets the engine read the file if it can, `reader` leaves it to our own reader. */
export type Road = 'engine' | 'reader';

export interface ImportRequest {
  readonly name?: string;
  readonly options?: CsvImportOptions;
  readonly road?: Road;
  readonly context?: Partial<CsvLoadContext>;
}

export interface Imported {
  readonly report: CsvReport;
  /** The table's cells as texts, in the order of the file. */
  readonly table: readonly (readonly (string | null)[])[];
  readonly rejects: readonly StructValue[];
}

export const staging = ['main', 'import_staging'];
export const rejectTable = ['main', 'import_rejects'];

/** Gives what reading a file takes, with the bytes as a file of the disk; it is removed afterwards. */
export async function readContext<Result>(
  engine: Engine,
  session: Session,
  bytes: Uint8Array | string,
  road: Road,
  use: (context: CsvReadContext) => Promise<Result>,
  name = 'file.csv',
): Promise<Result> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'csv-corpus-'));
  const location = path.join(folder, name);
  fs.writeFileSync(location, bytes);
  const source = memorySource(name, bytes);
  try {
    return await use({
      engine,
      session,
      source,
      ...(road === 'engine' && { file: { name, size: source.size, source: location } }),
      options: {},
      extract: (csvOptions, signal) => extractCsv(source, csvOptions, signal),
      scan: (scanOptions, signal) => scanCsv(source, scanOptions, signal),
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Imports bytes as a file and drops the tables after reading them. */
export async function importCsv(
  engine: Engine,
  session: Session,
  bytes: Uint8Array | string,
  { name, options = {}, road = 'engine', context = {} }: ImportRequest = {},
): Promise<Imported> {
  const work = async (file: CsvReadContext): Promise<Imported> => {
    const report = await loadCsv({ ...file, staging, rejects: rejectTable, options, ...context });
    const { batches, columns } = await collect(session, sql`SELECT * FROM ${relation(staging)}`.text);
    const table = batches.flatMap((batch) =>
      Array.from({ length: batch.rowCount }, (_, row) =>
        columns.map((_column, index) => {
          const column = batch.columns[index];
          return column === undefined ? null : textAt(column, row);
        }),
      ),
    );
    const rejects = await rows(session, sql`SELECT * FROM ${relation(rejectTable)} ORDER BY ALL`.text);
    for (const table of [staging, rejectTable]) await session.exec(sql`DROP TABLE ${relation(table)}`.text);
    return { report, table, rejects };
  };
  return readContext(engine, session, bytes, road, work, name);
}

/** Whether the counts of a report add up. */
export function reconciles({ counts }: CsvReport): boolean {
  return counts.read === counts.loaded + counts.rejected + counts.skipped;
}
