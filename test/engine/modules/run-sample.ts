import { computeHere } from '../../../electron/node/compute-here.ts';
import type { OpenDatabase } from '../../../electron/cli/open-project.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { moduleById } from '../../../src/modules/index.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import { runModule } from '../../../src/runner/run-module.ts';
import type { RunRecord } from '../../../src/runner/run-record.ts';
import { testKeys } from '../../support/test-keys.ts';

type Cell = RunRecord['findings'][number]['figures']['rows'][number][number];

/** Runs modules on a database by id, half a month after the last sample order, and gives their records. */
export function sampleRunner(database: OpenDatabase) {
  const space = createResultSpace(database.engine);
  const clock = { now: () => new Date('2026-06-15T12:00:00Z') };
  return async (module: string, input: Readonly<Record<string, unknown>>): Promise<RunRecord> => {
    const { signal } = createCancelSource();
    const request = { module: moduleById(module), input, signal, onEvent: () => undefined };
    const { record, close } = await runModule(
      { ...database, ...testKeys, space, clock, compute: computeHere },
      request,
    );
    await close();
    return record;
  };
}

/** The recorded rows of a finding, by column name. */
export function rowsOf({ findings }: RunRecord, id: string): readonly Readonly<Record<string, Cell>>[] {
  const finding = findings.find((one) => one.id === id);
  if (finding === undefined) throw new Error(`There is no finding "${id}".`);
  const { columns, rows } = finding.figures;
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}
