import type { Comparison, Cost, Round } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import { openBareEngine } from './bare-engine.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf } from './cost.ts';
import { openOwnProject } from './own-engine.ts';
import { queries, readingQuery, tableStatements } from './queries.ts';

/**
 * Queries the way the app runs them (catalog session, engine client, worker) against `send` of the bare engine, both on
 * durable tables in the origin's private file system and both streamed to the end, so that either could be cancelled.
 */
export const appPath: PageBenchmark = async ({ size, tell }) => {
  const rows = size === 'full' ? 10_000_000 : 2_000_000;
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.workspace.openSession('Benchmark');
  const runOurs = async (statement: string): Promise<number> => {
    const query = session.run(statement);
    let read = 0;
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) read += batch.rowCount;
    await query.close();
    return read;
  };
  const bare = await openBareEngine(crypto.randomUUID());
  for (const statement of tableStatements(rows)) {
    await runOurs(statement);
    await bare.run(statement);
  }
  await bare.run('CHECKPOINT');
  tell(`${rows} rows are there`);

  const compare = async (title: string, statement: string): Promise<readonly Round[]> => {
    const [ours, theirs] = [await runOurs(statement), await bare.run(statement)];
    if (ours !== theirs) throw new Error(`${title}: ${ours} rows here, ${theirs} rows there.`);
    const rounds = await interleave(
      { rounds: 7, warmUp: 1 },
      () => costOf(() => runOurs(statement)),
      () => costOf(() => bare.run(statement)),
    );
    tell(title);
    return rounds;
  };

  const each: Comparison[] = [];
  for (const [name, statement] of Object.entries(queries)) {
    each.push({ title: `  ${name}`, rounds: await compare(name, statement), ...judged });
  }
  const reading = await compare('reading', readingQuery);
  const smallest = await compare('smallest', 'SELECT 42');
  await session.close();
  await project.close();
  await bare.close();
  return [
    { title: `app-path: all ${each.length} queries`, rounds: together(each), ...judged },
    ...each,
    { ...judged, title: '  1 M rows × 10 columns read', rounds: reading, aims: {} },
    { ...judged, title: '  SELECT 42', rounds: smallest, aims: {} },
  ];
};

const judged = { baselineTitle: 'bare engine, send', ratio: 'time', aims: { ratio: 1.05 } } as const;

/** The queries of each round one after the other. */
function together(each: readonly Comparison[]): readonly Round[] {
  const [first] = each;
  const sum = (index: number, who: 'ours' | 'baseline') =>
    each.reduce((total, { rounds }) => added(total, rounds[index]?.[who] ?? { ms: Number.NaN }), {
      ms: 0,
      processorMs: 0,
    });
  return (first?.rounds ?? []).map((_, index) => ({ ours: sum(index, 'ours'), baseline: sum(index, 'baseline') }));
}

function added(one: Required<Cost>, { ms, processorMs = Number.NaN }: Cost): Required<Cost> {
  return { ms: one.ms + ms, processorMs: one.processorMs + processorMs };
}
