import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { computeHere } from '../../../electron/node/compute-here.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { literal, rawSql, relation, type Sql, sql } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import type { Check, GuidedModule } from '../../../src/modules/contract.ts';
import { datasetField, outputField, wholeNumberField } from '../../../src/modules/fields.ts';
import { planScript } from '../../../src/modules/plan-sql.ts';
import { textOf } from '../../../src/modules/words.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';
import { type Narrowed, runModule } from '../../../src/runner/run-module.ts';
import type { RunEvent } from '../../../src/runner/run-events.ts';
import { keepRun, readMaker, readRuns } from '../../../src/runner/run-store.ts';

let database: OpenDatabase;
let space: ResultSpace;
let session: Session;

beforeAll(async () => {
  database = await openDatabase(undefined);
  space = createResultSpace(database.engine);
  session = await database.engine.openSession();
  const user = await database.workspace.openSession('test');
  await user.run('CREATE TABLE numbers AS SELECT range AS n FROM range(100)').outcome;
  await user.close();
});
afterAll(() => database.close());

const input = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'Where from.' }),
  least: wholeNumberField({ title: 'Least', description: 'From here.', initial: 90, minimum: 0, maximum: 1000 }),
  saveAs: outputField({ title: 'Keep', description: 'Name.' }),
});

/** Keeps the large numbers of a table; `change` alters its parts for one test. */
function moduleWith(
  change: { readonly checks?: readonly Check[]; readonly query?: (from: Sql, least: number) => Sql } = {},
): GuidedModule {
  const module: GuidedModule<typeof input> = {
    id: 'explore.test-numbers',
    version: 1,
    title: 'Large numbers',
    summary: 'The large ones.',
    input,
    plan({ dataset, least, saveAs }, context) {
      const { from, label } = context.dataset(dataset);
      const large = context.scratch('large');
      const query = change.query ?? ((source: Sql, low: number) => sql`FROM ${source} WHERE n >= ${literal(low)}`);
      return {
        steps: [
          {
            kind: 'sql',
            id: 'large',
            title: 'Large ones',
            explanation: { what: 'Filters.', why: 'To see.' },
            as: 'table',
            creates: large,
            query: query(from, least),
          },
        ],
        checks: change.checks ?? [],
        findings: [
          {
            id: 'count',
            title: 'Count',
            data: sql`SELECT count(*) AS large, 0.1 :: DECIMAL(3,2) AS tenth, 9007199254740993 AS huge FROM ${relation(large)}`,
            reading: 'One number.',
            words: ([row]) => `There are ${textOf(row?.large)}.`,
          },
        ],
        outputs: saveAs === '' ? [] : [{ relation: large, name: saveAs, title: 'Large', from: [label] }],
      };
    },
  };
  return module;
}

async function run(module: GuidedModule, given: Record<string, unknown>, narrowed?: Narrowed) {
  const events: RunEvent[] = [];
  const { signal } = createCancelSource();
  const finished = await runModule(
    { ...database, space, compute: computeHere },
    { module, input: given, signal, onEvent: (event) => events.push(event), ...(narrowed && { narrowed }) },
  );
  return { ...finished, events };
}

const scratchTables = () =>
  rows(session, "SELECT table_name FROM duckdb_tables() WHERE database_name = 'scratch' AND table_name LIKE 'large%'");
const tableNames = () => database.workspace.datasets.map(({ name }) => name);

describe('a run', () => {
  test('tells its events in order, and records figures exactly', async () => {
    const { record, events, findings, close } = await run(moduleWith(), { dataset: 'numbers' });
    const kinds = events.map(({ kind }) => kind).filter((kind) => kind !== 'step-progress');
    expect(kinds).toEqual(['step-started', 'step-finished', 'found']);
    expect(record).toMatchObject({
      module: 'explore.test-numbers',
      input: { dataset: 'numbers', least: 90, saveAs: '' },
      steps: [{ id: 'large', rows: 10 }],
      findings: [
        {
          words: 'There are 10.',
          figures: { rows: [[10, 0.1, '9007199254740993']], rowCount: 1 },
        },
      ],
      outputs: [],
    });
    expect(findings[0]?.result.state().rowCount).toBe(1);
    await close();
    expect(await scratchTables()).toEqual([]);
  });

  test('of some customers says whose rows it read, and what it did is told with the narrowing', async () => {
    const narrowed = { to: 'Customer 93', narrow: () => sql`(SELECT * FROM numbers WHERE n = 93)` };
    const { record, plan } = await run(moduleWith(), { dataset: 'numbers' }, narrowed);
    expect(record.narrowedTo).toBe('Customer 93');
    expect(record.findings[0]?.words).toBe('There are 1.');
    expect(plan.steps[0]?.creates).toEqual(['large']);
    expect(planScript(plan)).toContain('WHERE n = 93');
  });

  test('is kept with the project, the latest first', async () => {
    const { record } = await run(moduleWith(), { dataset: 'numbers', least: 1 });
    const kept = await readRuns(session, 'explore.test-numbers');
    expect(kept[0]).toEqual(record);
    expect(await readRuns(session, 'explore.other')).toEqual([]);
  });

  test('is forgotten after fifty more, unless a dataset is its work', async () => {
    const { record } = await run(moduleWith(), { dataset: 'numbers', saveAs: 'kept_for_long' });
    const forgotten = await run(moduleWith(), { dataset: 'numbers' });
    const later = (await readRuns(session, 'explore.test-numbers')).length;
    for (let count = 0; count < 50; count++) {
      await keepRun(session, { ...record, id: `later ${count}`, outputs: [], finishedAt: '2999-01-01T00:00:00.000Z' });
    }
    const kept = (await readRuns(session, 'explore.test-numbers')).map(({ id }) => id);
    expect(later).toBeGreaterThan(2);
    expect(kept).toHaveLength(51);
    expect(kept).not.toContain(forgotten.record.id);
    expect((await readMaker(session, 'kept_for_long'))?.id).toBe(record.id);
    await session.exec("DELETE FROM _stillhouse.module_run WHERE run_id LIKE 'later %'");
  });

  test('makes its output a dataset with a snapshot, and replaces it the next time', async () => {
    const first = await run(moduleWith(), { dataset: 'numbers', least: 95, saveAs: 'large_numbers' });
    expect(first.record.outputs).toMatchObject([{ name: 'large_numbers', rows: 5, from: ['numbers'] }]);
    const second = await run(moduleWith(), { dataset: 'numbers', least: 98, saveAs: 'large_numbers' });
    expect([first, second].map(({ record }) => record.outputs[0]?.replaced)).toEqual([false, true]);
    expect(await rows(session, 'SELECT count(*) :: INTEGER AS n FROM large_numbers')).toEqual([{ n: 2 }]);
    const history = await database.workspace.history('large_numbers');
    expect(history.map(({ operation, source }) => [operation, source])).toEqual([
      ['create', 'Large numbers (explore.test-numbers)'],
      ['overwrite', 'Large numbers (explore.test-numbers)'],
    ]);
    expect(history[0]?.id).toBe(first.record.outputs[0]?.snapshot);
    expect((await readMaker(session, 'LARGE_numbers'))?.input.least).toBe(98);
    expect(await readMaker(session, 'numbers')).toBeUndefined();
  });
});

describe('checks', () => {
  const check = (change: Partial<Check>): Check => ({
    id: 'none_above',
    title: 'No number is above 97',
    severity: 'error',
    when: 'after',
    violations: sql`SELECT n FROM numbers WHERE n > 97 ORDER BY n`,
    remedy: 'Leave them out.',
    ...change,
  });

  test('show the rows that break them', async () => {
    const { record } = await run(moduleWith({ checks: [check({ severity: 'warning' })] }), {
      dataset: 'numbers',
      saveAs: 'warned',
    });
    expect(record.checks).toMatchObject([{ passed: false, evidence: { rows: [[98], [99]], rowCount: 2 } }]);
    expect(record.outputs).toHaveLength(1);
  });

  test('of severity error keep outputs from being written, and say so', async () => {
    const { record } = await run(moduleWith({ checks: [check({})] }), { dataset: 'numbers', saveAs: 'withheld' });
    expect(record).toMatchObject({
      outputs: [],
      withheld: 'Nothing was written, because a check failed: No number is above 97.',
    });
    expect(record.findings).toHaveLength(1);
    expect(tableNames()).not.toContain('withheld');
  });

  test('before the steps end the run there', async () => {
    const { record } = await run(moduleWith({ checks: [check({ when: 'before' })] }), { dataset: 'numbers' });
    expect([record.steps, record.findings]).toEqual([[], []]);
  });

  test('count all violations, and keep a hundred', async () => {
    const violations = sql`SELECT * FROM range(250)`;
    const { record } = await run(moduleWith({ checks: [check({ violations, severity: 'note' })] }), {
      dataset: 'numbers',
    });
    expect(record.checks[0]?.evidence.rows).toHaveLength(100);
    expect(record.checks[0]?.evidence.rowCount).toBe(250);
  });
});

describe('what goes wrong', () => {
  test('an input that does not fit is told field by field, before anything runs', async () => {
    await expect(run(moduleWith(), { dataset: 'nowhere', least: -1 })).rejects.toThrow(
      '“Large numbers” cannot run yet. least: Give a whole number from 0 to 1000.',
    );
    await expect(run(moduleWith(), { dataset: 'nowhere' })).rejects.toThrow(
      'dataset: There is no table or view "nowhere".',
    );
  });

  test('a failing step is named, and leaves nothing', async () => {
    const failing = moduleWith({ query: (from) => sql`SELECT CAST('x' AS INTEGER) AS n FROM ${from}` });
    await expect(run(failing, { dataset: 'numbers', saveAs: 'failed' })).rejects.toThrow('“Large ones” failed: ');
    expect(await scratchTables()).toEqual([]);
    expect(tableNames()).not.toContain('failed');
  });

  test('a cancelled run ends with `cancelled`, and leaves nothing', async () => {
    const cancel = createCancelSource();
    const endless = moduleWith({
      query: (from) => rawSql(`SELECT a.n FROM ${from.text} AS a, range(1000000000) AS b WHERE random() > 2`),
    });
    const running = runModule(
      { ...database, space, compute: computeHere },
      {
        module: endless,
        input: { dataset: 'numbers', saveAs: 'cancelled' },
        signal: cancel.signal,
        onEvent: ({ kind }) => {
          if (kind === 'step-started') cancel.cancel();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await scratchTables()).toEqual([]);
    expect(tableNames()).not.toContain('cancelled');
  });
});
