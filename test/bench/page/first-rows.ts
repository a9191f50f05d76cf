import { textAt } from '../../../src/engine/text.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import type { Query } from '../../../src/engine/engine.ts';
import { openResult, type ResultSet } from '../../../src/results/result-set.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import { createResultView } from '../../../src/results/result-view.ts';
import type { Cost } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { openOwnProject } from './own-engine.ts';
import { painted } from './painted.ts';
import { readingQuery, tableStatements } from './queries.ts';
import { openStage, showGrid, type Stage } from './stage.tsx';

/** Rows of ten columns that fit into the stage. */
const rowsInView = 20;

/**
 * From the first batch of a result's million rows to its first rows on the screen, while the others go on coming: in the
 * app's grid, and in a plain table of as many cells that is written as one text.
 */
export const firstRows: PageBenchmark = async ({ tell }) => {
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.workspace.openSession('Benchmark');
  const space = createResultSpace(project.engine);
  for (const statement of tableStatements(1_000_000)) {
    const query = session.run(statement);
    while ((await query.next()) !== undefined) continue;
  }

  const measure = async (who: string, show: (result: ResultSet, first: Promise<Batch>) => Stage): Promise<Cost> => {
    const { query, first, arrived } = watchFirst(session.run(readingQuery));
    const result = await openResult(space, query);
    const stage = show(result, first);
    await painted(stage.element, () => hasText(stage.element));
    const ms = performance.now() - (await arrived);
    const { rowCount } = await result.settled;
    stage.clear();
    await result.close();
    tell(`${who} ${ms.toFixed(1)} ms, ${rowCount} rows in the end`);
    return { ms };
  };
  const rounds = await interleave(
    { rounds: 9, warmUp: 1 },
    () => measure('grid', (result) => showGrid(createResultView(result))),
    () => measure('plain table', (_, first) => showPlainTable(first)),
  );
  await space.close();
  await session.close();
  await project.close();
  return [
    {
      title: 'first-rows: first batch to painted',
      baselineTitle: 'plain HTML table of the same cells',
      rounds,
      ratio: 'time',
      aims: { milliseconds: 100 },
    },
  ];
};

/** Hands a query on, and tells of its first batch. */
function watchFirst(query: Query) {
  let hear: (batch: Batch) => void = () => undefined;
  const first = new Promise<Batch>((resolve) => {
    hear = resolve;
  });
  const arrived = first.then(() => performance.now());
  const watched: Query = {
    ...query,
    async next() {
      const batch = await query.next();
      if (batch !== undefined) hear(batch);
      return batch;
    },
  };
  return { query: watched, first, arrived };
}

function hasText(element: HTMLElement): boolean {
  return [...element.querySelectorAll('[role="gridcell"], td')].some((cell) => cell.textContent !== '');
}

function showPlainTable(first: Promise<Batch>): Stage {
  const stage = openStage();
  void first.then(({ columns }) => {
    const rows = Array.from({ length: rowsInView }, (_, row) => {
      const cells = columns.map((column) => `<td>${textAt(column, row) ?? 'NULL'}</td>`);
      return `<tr>${cells.join('')}</tr>`;
    });
    stage.element.innerHTML = `<table>${rows.join('')}</table>`;
  });
  return stage;
}
