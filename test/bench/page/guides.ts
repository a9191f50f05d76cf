import { computeInWorker } from '../../../renderer/modules/compute-in-worker.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { moduleById } from '../../../src/modules/index.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import { runModule } from '../../../src/runner/run-module.ts';
import type { Comparison, Round } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf } from './cost.ts';
import { eventStatement, handwritten } from './guide-queries.ts';
import { clock, ids, openOwnProject, type OwnProject } from './own-engine.ts';

/**
 * Guides on events of many people, against one query each that a good analyst would write for the same main figures, both
 * in the same engine on the same table. `whole` includes checks and every finding, `steps` only the SQL of the steps.
 */
export const guides: PageBenchmark = async ({ size, tell }) => {
  const people = size === 'full' ? 1_000_000 : 100_000;
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.engine.openSession();
  const user = await project.workspace.openSession('Benchmark');
  await user.run(eventStatement(people * 10, people)).outcome;
  await user.close();
  tell(`${people * 10} events of ${people} people are there`);
  const comparisons: Comparison[] = [];
  for (const { module, input, statement } of handwritten) {
    const steps: Round[] = [];
    const whole = await interleave(
      { rounds: 3, warmUp: 1 },
      async () => {
        const { cost, stepsMs } = await runGuide(project, module, input);
        steps.push({ ours: { ms: stepsMs }, baseline: { ms: Number.NaN } });
        return cost;
      },
      () => costOf(() => readAll(session, statement)),
    );
    const measured = steps.slice(-whole.length);
    const stepRounds = whole.map(({ baseline }, index) => ({
      ours: { ms: measured[index]?.ours.ms ?? Number.NaN },
      baseline: { ms: baseline.ms },
    }));
    const shared = { baselineTitle: 'one query by hand', ratio: 'time' } as const;
    comparisons.push({ ...shared, title: `${module}: steps`, rounds: stepRounds, aims: { ratio: 1.3 } });
    comparisons.push({ ...shared, title: `${module}: whole`, rounds: whole, aims: { ratio: 2 } });
    tell(module);
  }
  await session.close();
  await project.close();
  return comparisons;
};

async function runGuide({ engine, workspace }: OwnProject, id: string, input: Readonly<Record<string, unknown>>) {
  const space = createResultSpace(engine);
  let stepsMs = 0;
  const cost = await costOf(async () => {
    const run = await runModule(
      { engine, workspace, space, clock, ids, compute: computeInWorker },
      { module: moduleById(id), input, signal: createCancelSource().signal, onEvent: () => undefined },
    );
    stepsMs = run.record.steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    await run.close();
    return run.record.findings.length;
  });
  await space.close();
  return { cost, stepsMs };
}

async function readAll(session: Session, statement: string): Promise<number> {
  const query = session.query(statement);
  let rows = 0;
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) rows += batch.rowCount;
  await query.close();
  return rows;
}
