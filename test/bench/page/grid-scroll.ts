import { openResult } from '../../../src/results/result-set.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import { createResultView } from '../../../src/results/result-view.ts';
import type { Comparison, Cost } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import { quantile } from '../statistics.ts';
import type { PageBenchmark } from './contract.ts';
import { openOwnProject } from './own-engine.ts';
import { nextPaint, painted } from './painted.ts';
import { openStage, showGrid, type Stage } from './stage.tsx';

/** Frames that are scrolled through in one run. */
const frames = 240;

/** What the grid does at first, such as its profiles, is no part of scrolling. In milliseconds. */
const settlingMs = 1500;

/** A wide result of any number of rows, too large to hold: the grid reads it by pages. */
const wideQuery = (rows: number) => `SELECT
  i AS id,
  'Customer ' || hash(i) % 1_000_000 AS name,
  DATE '2020-01-01' + (i % 2000)::INTEGER AS day,
  (hash(i, 1) % 100_000)::DOUBLE / 100 AS amount,
  i % 3 = 0 AS active,
  'note ' || i AS note
FROM range(${rows}) AS numbers(i)`;

/**
 * What the window's thread has to do in each frame while a huge result is scrolled, from the browser's own recording: by
 * wheel, and by dragging the thumb all over. The baseline is an empty element that is as high as a browser allows.
 */
export const gridScroll: PageBenchmark = async ({ size, tell }) => {
  const rows = size === 'full' ? 10_000_000 : 2_000_000;
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.workspace.openSession('Benchmark');
  const space = createResultSpace(project.engine);
  const result = await openResult(space, session.run(wideQuery(rows)));
  const view = createResultView(result);
  const { rowCount, phase } = await result.settled;
  tell(`${rowCount} rows, ${phase}`);

  const measure = async (who: string, show: () => Stage, way: Way): Promise<Required<Cost>> => {
    const stage = show();
    await painted(stage.element, () => scrollerOf(stage) !== undefined);
    await new Promise((resolve) => setTimeout(resolve, settlingMs));
    await window.benchTraceStart();
    await way(scrollerOf(stage) ?? stage.element);
    const work = await window.benchTraceStop();
    stage.clear();
    const slow = (cost: keyof Cost) =>
      quantile(
        work.map((frame) => frame[cost]),
        0.95,
      );
    const [ms, processorMs] = [slow('ms'), slow('processorMs')];
    tell(`${who}: ${work.length} frames, p95 ${ms.toFixed(1)} ms, ${processorMs.toFixed(1)} ms of processor time`);
    return { ms, processorMs };
  };
  const compare = async (title: string, way: Way): Promise<Comparison> => {
    const rounds = await interleave(
      { rounds: 5, warmUp: 1 },
      () => measure(`${title}, grid`, () => showGrid(view), way),
      () => measure(`${title}, empty`, showEmptyScroller, way),
    );
    const processor = quantile(
      rounds.map(({ ours }) => ours.processorMs ?? Number.NaN),
      0.5,
    );
    return {
      title: `grid-scroll: p95 of a frame, ${title}`,
      baselineTitle: 'empty element of the same height',
      rounds,
      ratio: 'time',
      aims: { milliseconds: 8 },
      notes: [`ours: ${processor.toFixed(1)} ms by processor time`],
    };
  };

  const compared = [await compare('wheel', turnWheel), await compare('thumb', dragThumb)];
  await view.close();
  await space.close();
  await session.close();
  await project.close();
  return compared;
};

/** A way to scroll. */
type Way = (scroller: Element) => Promise<void>;

/** Ten rows a frame. */
const turnWheel: Way = () => window.benchWheel(280, frames);

/** Up and down over all rows, to another place in every frame. */
const dragThumb: Way = async (scroller) => {
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop = scroller.scrollHeight * (0.5 - 0.45 * Math.cos((frame / frames) * 4 * Math.PI));
    await nextPaint();
  }
};

function scrollerOf({ element }: Stage): Element | undefined {
  return element.querySelector('[data-part="scroller"]') ?? undefined;
}

function showEmptyScroller(): Stage {
  const stage = openStage();
  const scroller = document.createElement('div');
  scroller.dataset.part = 'scroller';
  scroller.style.cssText = 'height: 100%; overflow: auto';
  const content = document.createElement('div');
  content.style.height = '15000000px';
  scroller.append(content);
  stage.element.append(scroller);
  return stage;
}
