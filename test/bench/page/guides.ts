import { computeInWorker } from '../../../renderer/modules/compute-in-worker.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { moduleById } from '../../../src/modules/index.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import type { FinishedRun } from '../../../src/runner/run-events.ts';
import { runModule } from '../../../src/runner/run-module.ts';
import type { Comparison, Cost, Round } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { guideResponses } from './guide-responses.ts';
import { clock, ids, openOwnProject, type OwnProject } from './own-engine.ts';
import { rowValues, type Row } from './row-values.ts';
import { expectSame } from './twins/same-figures.ts';
import { tableStatement, type TableName } from './twins/tables.ts';
import type { Twin } from './twins/twin.ts';
import { twins } from './twins/twins.ts';

/**
 * Guides against one query each that a good analyst would write for the same main figures, both in the same engine on the
 * same tables. `whole` includes checks and every finding, `steps` only the SQL of the steps.
 */
export const guides: PageBenchmark = async ({ size, tell }) => {
  const people = size === 'full' ? 1_000_000 : 100_000;
  const project = await openOwnProject(crypto.randomUUID());
  const made = new Set<TableName>();
  const comparisons: Comparison[] = [];
  for (const twin of twins) {
    for (const table of twin.tables.filter((name) => !made.has(name))) {
      await makeTable(project, tableStatement(table, { people }));
      made.add(table);
    }
    comparisons.push(...(await compare(project, twin, size === 'full' ? 2 : 3, tell)));
    tell(`${twin.module} is done`);
  }
  await project.close();
  return comparisons;
};

async function makeTable({ workspace }: OwnProject, statement: string): Promise<void> {
  const session = await workspace.openSession('Benchmark');
  const query = session.run(statement);
  await query.outcome;
  await query.close();
  await session.close();
}

async function compare(
  project: OwnProject,
  twin: Twin,
  rounds: number,
  tell: (words: string) => void,
): Promise<readonly Comparison[]> {
  const session = await project.engine.openSession();
  const expected = await rowValues(session.query(twin.statement));
  const steps: Cost[] = [];
  const whole = await interleave(
    { rounds },
    async () => {
      const { cost, stepsMs, responses } = await runGuide(project, twin, expected);
      steps.push({ ms: stepsMs });
      tell(responses);
      tell(costWords(twin.module, cost));
      return cost;
    },
    () => costOf(() => rowValues(session.query(twin.statement))),
  );
  await session.close();
  const stepRounds = whole.map(({ baseline }, index): Round => ({
    ours: steps[index] ?? { ms: Number.NaN },
    baseline: { ms: baseline.ms },
  }));
  const shared = { baselineTitle: 'one query by hand', ratio: 'time' } as const;
  return [
    { ...shared, title: `${twin.module}: steps`, rounds: stepRounds, aims: { ratio: 1.3 } },
    { ...shared, title: `${twin.module}: whole`, rounds: whole, aims: twin.fitsModel === true ? {} : { ratio: 2 } },
  ];
}

/** Runs a guide; `stepsMs` leaves out models, which no query fits. Throws where its figures are not those of its twin. */
async function runGuide(project: OwnProject, twin: Twin, expected: readonly Row[]) {
  const { engine, workspace } = project;
  const space = createResultSpace(engine);
  let run: FinishedRun | undefined;
  const cost = await costOf(async () => {
    run = await runModule(
      { engine, workspace, space, clock, ids, compute: computeInWorker },
      {
        module: moduleById(twin.module),
        input: twin.input,
        signal: createCancelSource().signal,
        onEvent: () => undefined,
      },
    );
  });
  if (run === undefined) throw new Error(`${twin.module} gave no run.`);
  const inSql = new Set(run.plan.steps.filter(({ kind }) => kind === 'sql').map(({ id }) => id));
  const stepsMs = run.record.steps.reduce((sum, { id, milliseconds }) => sum + (inSql.has(id) ? milliseconds : 0), 0);
  await expectSame(twin, run.findings, expected);
  const responses = await guideResponses(project, twin, run);
  await run.close();
  await space.close();
  return { cost, stepsMs, responses };
}
