import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeHere } from '../../electron/node/compute-here.ts';
import type { OpenDatabase } from '../../electron/cli/open-project.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { splitStatements } from '../../src/dialect/split.ts';
import type { Session } from '../../src/engine/engine.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import type { ModulePlan } from '../../src/modules/contract.ts';
import { formFields } from '../../src/modules/form.ts';
import { moduleById } from '../../src/modules/index.ts';
import { planModule } from '../../src/modules/plan-module.ts';
import { dropStatement, planScript, readableSql } from '../../src/modules/plan-sql.ts';
import { createResultSpace, type ResultSpace } from '../../src/results/result-space.ts';
import { runModule } from '../../src/runner/run-module.ts';
import type { RunRecord } from '../../src/runner/run-record.ts';
import { testKeys } from '../support/test-keys.ts';
import type { ModuleCase } from './module-case.ts';
import { awkwardSchemas, openSampleProject } from './sample-project.ts';

/** The moment of every plan and run of the tests, half a month after the last sample order. */
export const testMoment = new Date('2026-06-15T12:00:00Z');

const goldenFolder = fileURLToPath(new URL('.', import.meta.url));

/** What every module must keep to, held against each of its cases on one database with the sample data. */
export function moduleSuite(cases: readonly ModuleCase[]): void {
  let database: OpenDatabase;
  let space: ResultSpace;
  let session: Session;

  beforeAll(async () => {
    database = await openSampleProject([...new Set(cases.flatMap(({ datasets }) => datasets))]);
    space = createResultSpace(database.engine);
    session = await database.engine.openSession();
  });
  afterAll(() => database.close());

  const planned = ({ module, input }: Pick<ModuleCase, 'module' | 'input'>): ModulePlan =>
    planModule(moduleById(module), input, { catalog: catalogView(database.workspace.datasets), now: testMoment }).plan;

  const run = async ({ module, input }: Pick<ModuleCase, 'module' | 'input'>): Promise<RunRecord> => {
    const { signal } = createCancelSource();
    const clock = { now: () => testMoment };
    const request = { module: moduleById(module), input, signal, onEvent: () => undefined };
    const finished = await runModule({ ...database, ...testKeys, space, clock, compute: computeHere }, request);
    await finished.close();
    return finished.record;
  };

  describe.each(cases)('$module: $name', (one) => {
    const golden = path.join(goldenFolder, `${one.module.replace('.', '/')}.${one.name}.sql`);

    test('its SQL reads as the golden file, and planning twice gives the same', async () => {
      const plan = planned(one);
      await expect(planText(plan)).toMatchFileSnapshot(golden);
      expect(JSON.stringify(planned(one))).toBe(JSON.stringify(plan));
    });

    test('every script offered to the editor runs there', async () => {
      const plan = planned(one);
      const last = [...plan.checks.map(({ violations }) => violations), ...plan.findings.map(({ data }) => data)];
      for (const upTo of plan.steps.map(({ id }) => id)) await runScript(session, planScript(plan, { upTo }));
      for (const query of last) await session.exec(query.text);
      for (const step of [...plan.steps].reverse()) await session.exec(dropStatement(step).text);
    });

    test('a run says something exact, and says it again', async () => {
      const first = await run(one);
      expect(first.findings.length).toBeGreaterThan(0);
      for (const { words, reading } of first.findings) expectSentence(words, reading);
      expect(first.outputs.map(({ name }) => name)).toEqual(planned(one).outputs.map(({ name }) => name));
      expect(comparable(await run(one))).toEqual(comparable(first));
    });

    test('it leaves no table behind', async () => {
      const left = session.query("SELECT table_name FROM duckdb_tables() WHERE database_name = 'scratch'");
      expect(await left.next()).toBeUndefined();
      await left.close();
    });

    test.each(awkwardSchemas)('data that is %s gives sentences, not failures', async (schema) => {
      const { findings } = await run({ ...one, input: inSchema(one, schema) });
      for (const { words, reading } of findings) expectSentence(words, reading);
    });
  });
}

/** The whole plan as text, reviewed like code. */
function planText({ steps, checks, findings }: ModulePlan): string {
  return [
    ...steps.map((step) => `-- step ${step.id} (${step.kind === 'sql' ? step.as : step.kernel})\n${readableSql(step)};\n`),
    ...checks.map(({ id, severity, violations }) => `-- check ${id} (${severity})\n${violations.text};\n`),
    ...findings.map(({ id, data }) => `-- finding ${id}\n${data.text};\n`),
  ].join('\n');
}

async function runScript(session: Session, script: string): Promise<void> {
  for (const { start, end } of splitStatements(script)) await session.exec(script.slice(start, end));
}

function expectSentence(...sentences: readonly string[]): void {
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^\S.*[.!?]$/s);
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  }
}

/** What must not differ between two runs. */
function comparable({ steps, checks, findings, input }: RunRecord) {
  return { input, checks, findings, steps: steps.map(({ id, rows }) => ({ id, rows })) };
}

/** The same input, on the datasets of another schema; what would be kept is not. */
function inSchema({ module, input }: ModuleCase, schema: string): Record<string, unknown> {
  const fields = formFields(moduleById(module).input);
  const moved = fields.flatMap(({ name, control }): (readonly [string, unknown])[] => {
    const value = input[name];
    if (control.kind === 'output') return [[name, '']];
    return control.kind === 'dataset' && typeof value === 'string' && value !== '' ? [[name, `${schema}.${value}`]] : [];
  });
  return { ...input, ...Object.fromEntries(moved) };
}
