import fs from 'node:fs/promises';
import path from 'node:path';
import { StillhouseError } from '../../src/core/error.ts';
import { relation, sql } from '../../src/core/sql.ts';
import type { Batch } from '../../src/engine/batch.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { delimitedWriter } from '../../src/export/delimited.ts';
import { csvDefaults } from '../../src/export/export-format.ts';
import { writeText } from '../../src/export/text-writer.ts';
import { reportHtml } from '../../src/report/report-html.ts';
import type { FinishedRun } from '../../src/runner/run-events.ts';

/**
 * Writes `run.json`, `report.html`, and each finding and each kept dataset whole as CSV, into a folder made where it is
 * missing.
 */
export async function writeRunFiles(folder: string, { engine }: { engine: Engine }, run: FinishedRun): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, 'run.json'), `${JSON.stringify(run.record, null, 2)}\n`);
    await fs.writeFile(
      path.join(folder, 'report.html'),
      reportHtml({ record: run.record, steps: run.plan.steps, charts: {} }),
    );
    for (const { id, result } of run.findings) {
      await writeCsv(path.join(folder, `${id}.csv`), result.columns, result.batches());
    }
    for (const { name } of run.record.outputs) {
      const session = await engine.openSession();
      const query = session.query(sql`FROM ${relation(['main', name])}`.text);
      await writeCsv(path.join(folder, `${fileName(name)}.csv`), await query.columns, batchesOf(query)).finally(() =>
        closeBoth(query, session),
      );
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StillhouseError('file-write', `The run's files cannot be written to ${folder}: ${reason}`, {
      cause: error,
    });
  }
}

async function writeCsv(file: string, columns: readonly ColumnInfo[], batches: AsyncIterable<Batch>): Promise<void> {
  await fs.writeFile(file, writeText(delimitedWriter(columns, csvDefaults), batches));
}

async function* batchesOf(query: { next(): Promise<Batch | undefined> }): AsyncGenerator<Batch, void> {
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) yield batch;
}

async function closeBoth(query: { close(): Promise<void> }, session: Session): Promise<void> {
  await query.close();
  await session.close();
}

/** A dataset's name without what a file's name may not hold. */
function fileName(name: string): string {
  return name.replaceAll(/[/\\:*?"<>|]/g, '_');
}
