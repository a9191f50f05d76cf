import { nextSpan } from '../calendar.ts';
import { cellAt, type GroupedData, type Position } from '../data.ts';
import { isWhole } from '../resolve.ts';
import { numberAxis, timeAxis, valueAxis, type AxisRoom } from './axes.ts';
import type { Frame, Picture } from './frame.ts';
import { cellTags, type TipRow } from './items.ts';
import type { JsonObject } from './json.ts';
import { distinctNames } from './names.ts';
import { plotOf } from './plot.ts';
import { seriesColors, type Scene } from './scene.ts';
import { oneLine } from './text-width.ts';

/** Counts as rectangles that stand on their bins, so that the axis shows the edges; series are stacked. */
export function histogramPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { x, measures } = scene.chart;
  const names = distinctNames(data.series.map((position) => oneLine(scene.nameSeries(position), 40)));
  const plot = plotOf(scene, frame, {
    above: measures[0]?.label ?? '',
    below: x?.label ?? '',
    ...(names.length > 1 ? { legend: names } : {}),
    right: 24,
  });
  const centred = countsSingles(scene, data);
  const edges = data.x.map((position) => edgesOf(position, centred ? 0.5 : 0));
  const range = { min: edges[0]?.[0] ?? 0, max: edges.at(-1)?.[1] ?? 1 };
  const ticks = centred ? { minInterval: 1, ...withoutEnds(scene, plot.across) } : {};
  const axis = x?.scale === 'time' ? timeAxis(scene, range) : numberAxis(scene, plot.across, { ...range, ...ticks });
  const colors = seriesColors(scene, data.series);
  const bases = stackedBases(data);
  return {
    titles: plot.titles,
    parts: {
      ...plot.parts,
      xAxis: axis,
      yAxis: valueAxis(scene, plot.up, { minInterval: 1, min: 0 }),
      series: data.series.map((_, line) => ({
        id: `series ${line}`,
        name: names[line] ?? '',
        type: 'custom',
        z: 2,
        zlevel: 0,
        renderItem: { named: 'bins' },
        encode: { x: [0, 1], y: [2, 3] },
        itemStyle: { color: colors[line] },
        clip: true,
        data: data.x.flatMap((_, place) => binItem(scene, data, edges, bases, place, line)),
      })),
    },
  };
}

function binItem(
  scene: Scene,
  data: GroupedData,
  edges: readonly (readonly [number, number])[],
  bases: readonly (readonly number[])[],
  x: number,
  line: number,
): JsonObject[] {
  const count = cellAt(data, line, x)?.value ?? 0;
  const edge = edges[x];
  if (count === 0 || edge === undefined) return [];
  const base = bases[line]?.[x] ?? 0;
  const whole = data.cells.reduce((sum, cells) => sum + cells.reduce((all, cell) => all + (cell?.value ?? 0), 0), 0);
  const share: TipRow[] = [{ name: 'share', text: scene.share(count, whole) }];
  return [{ value: [...edge, base, base + count], ...cellTags(scene, data, x, line, share) }];
}

/** Where the rectangles of each series begin: on top of those before. */
function stackedBases({ series, x, cells }: GroupedData): number[][] {
  const heights = x.map(() => 0);
  return series.map((_, line) =>
    x.map((_, place) => {
      const base = heights[place] ?? 0;
      heights[place] = base + (cells[line]?.[place]?.value ?? 0);
      return base;
    }),
  );
}

/** Whether each bin is one whole number: then its rectangle stands around the number instead of behind it. */
function countsSingles({ chart }: Scene, { x: [first] }: GroupedData): boolean {
  return isWhole(chart.x?.column) && first?.kind === 'number' && first.end === first.start + 1;
}

/** Ticks at whole numbers only, where the axis begins and ends between them. */
function withoutEnds(scene: Scene, room: AxisRoom): JsonObject {
  const label = numberAxis(scene, room).axisLabel as JsonObject; // always set
  return { axisLabel: { ...label, showMinLabel: false, showMaxLabel: false } };
}

function edgesOf(position: Position, shift: number): readonly [number, number] {
  if (position.kind === 'number') return [position.start - shift, (position.end ?? position.start) - shift];
  if (position.kind !== 'time') return [0, 0];
  return [position.start, position.grain === null ? position.start : nextSpan(position.start, position.grain)];
}
