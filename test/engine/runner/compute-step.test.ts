import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { relation, sql } from '../../../src/core/sql.ts';
import type { GuidedModule } from '../../../src/modules/contract.ts';
import type { KernelCall, KernelTable } from '../../../src/modules/kernel.ts';
import { planScript } from '../../../src/modules/plan-sql.ts';
import { planModule } from '../../../src/modules/plan-module.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';
import { runModule } from '../../../src/runner/run-module.ts';

let database: OpenDatabase;
let space: ResultSpace;

beforeAll(async () => {
  database = await openDatabase(undefined);
  space = createResultSpace(database.engine);
});
afterAll(() => database.close());

const module: GuidedModule = {
  id: 'explore.test-compute',
  version: 1,
  title: 'Compute',
  summary: 'A computed step.',
  input: z.object({}),
  plan: (_input, context) => {
    const computed = context.scratch('computed');
    const numbers = sql`SELECT *
FROM (VALUES (1, 0.5, true, 1.25 :: DECIMAL(9, 2)), (NULL, -2.0, false, NULL)) AS t (whole, real, yes, exact)`;
    return {
      steps: [
        {
          kind: 'compute',
          id: 'computed',
          title: 'Computed',
          explanation: { what: 'Computes.', why: 'To test.' },
          creates: computed,
          kernel: 'explore.test',
          inputs: { numbers },
          parameters: { power: 2 },
          columns: ['twice', 'gap'],
        },
      ],
      checks: [],
      findings: [
        {
          id: 'rows',
          title: 'Rows',
          data: sql`SELECT twice, gap FROM ${relation(computed)} ORDER BY ALL`,
          reading: 'Two rows.',
          words: (rows) => `${rows.length} rows.`,
        },
      ],
      outputs: [],
    };
  },
};

const run = (compute: (call: KernelCall) => KernelTable) =>
  runModule(
    { ...database, space, compute: (call) => Promise.resolve(compute(call)) },
    { module, input: {}, signal: createCancelSource().signal, onEvent: () => undefined },
  );

test('a kernel hears doubles with NaN for NULL, and its NaN is NULL again', async () => {
  let heard: KernelCall | undefined;
  const { record, close } = await run((call) => {
    heard = call;
    return { rowCount: 2, columns: { gap: new Float64Array([NaN, 1]), twice: new Float64Array([2, -4]) } };
  });
  expect(heard).toEqual({
    kernel: 'explore.test',
    parameters: { power: 2 },
    inputs: {
      numbers: {
        rowCount: 2,
        columns: {
          whole: new Float64Array([1, NaN]),
          real: new Float64Array([0.5, -2]),
          yes: new Float64Array([1, 0]),
          exact: new Float64Array([1.25, NaN]),
        },
      },
    },
  });
  expect(record.steps).toMatchObject([{ id: 'computed', rows: 2 }]);
  expect(record.findings[0]?.figures.rows).toEqual([
    [-4, 1],
    [2, null],
  ]);
  await close();
});

test('a kernel that leaves out a column is told apart from an empty one', async () => {
  await expect(run(() => ({ rowCount: 0, columns: {} }))).rejects.toThrow('gave no column "twice"');
  const empty = new Float64Array(0);
  const { record, close } = await run(() => ({ rowCount: 0, columns: { twice: empty, gap: empty } }));
  expect(record.findings[0]?.figures.rowCount).toBe(0);
  await close();
});

test('a kernel that nobody knows is an error of the step', async () => {
  const { computeHere } = await import('../../../electron/node/compute-here.ts');
  const running = runModule(
    { ...database, space, compute: computeHere },
    { module, input: {}, signal: createCancelSource().signal, onEvent: () => undefined },
  );
  await expect(running).rejects.toThrow('“Computed” failed: There is no kernel "explore.test".');
});

test('in a script for the editor an empty table of its columns stands for it', async () => {
  const { plan } = planModule(module, {}, { catalog: { datasets: [] }, now: new Date(0) });
  const session = await database.engine.openSession();
  await session.exec(planScript(plan));
  expect(await session.exec('DROP TABLE computed')).toBe(0);
  await session.close();
});
