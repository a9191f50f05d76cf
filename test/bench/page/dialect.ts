import { findFunction, functionNames } from '../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerQuery } from '../../../src/dialect/distiller/parse/index.ts';
import { translateDistillerQuery } from '../../../src/dialect/distiller/translate/translate.ts';
import { withDistiller } from '../../../src/distiller/session.ts';
import type { Query } from '../../../src/engine/engine.ts';
import type { Comparison } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { dialectTables, type DialectTwin, dialectTwins, fiftyLines, hashings } from './dialect-queries.ts';
import { clock, openOwnProject } from './own-engine.ts';
import { rowValues } from './row-values.ts';

/** Statements of Data Distiller against the same written by hand for the engine; and how long a translation takes. */
export const dialect: PageBenchmark = async ({ size, tell }) => {
  const events = size === 'full' ? 1_000_000 : 200_000;
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.workspace.openSession('Benchmark');
  for (const statement of dialectTables(events)) await toEnd(session.run(statement));
  const distiller = withDistiller(session, { ...project, clock });
  tell(`translation of ${fiftyLines.split('\n').length} lines: ${translationMs().toFixed(2)} ms, median`);

  const compare = async ({ title, distiller: ours, byHand }: DialectTwin, hashing: boolean): Promise<Comparison> => {
    const [figures, expected] = [await rowValues(distiller.run(ours)), await rowValues(session.run(byHand))];
    if (JSON.stringify(figures, digits) !== JSON.stringify(expected, digits))
      throw new Error(`${title} gives other figures.`);
    const rounds = await interleave(
      { rounds: 5, warmUp: 1 },
      async () => {
        const cost = await costOf(() => rowValues(distiller.run(ours)));
        tell(`${costWords(title, cost)}${hashing ? `, ${(events / cost.ms / 1000).toFixed(1)} million a second` : ''}`);
        return cost;
      },
      () => costOf(() => rowValues(session.run(byHand))),
    );
    const aims = hashing ? {} : { ratio: 1.2 };
    return { title, baselineTitle: hashing ? 'sha256 of the engine' : 'by hand', ratio: 'time', rounds, aims };
  };
  const comparisons: Comparison[] = [];
  for (const twin of dialectTwins) comparisons.push(await compare(twin, false));
  for (const twin of hashings) comparisons.push(await compare(twin, true));
  await session.close();
  await project.close();
  return comparisons;
};

const digits = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

async function toEnd(query: Query): Promise<void> {
  while ((await query.next()) !== undefined) continue;
}

/** The median of many translations of one query, after as many to warm up, in milliseconds. */
function translationMs(): number {
  const surroundings = {
    source: fiftyLines,
    table: () => undefined,
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  };
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now();
    translateDistillerQuery(parseDistillerQuery(fiftyLines), surroundings);
    return performance.now() - started;
  });
  return times.slice(100).sort((a, b) => a - b)[50] ?? Number.NaN;
}
