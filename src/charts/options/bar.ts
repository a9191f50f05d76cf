import type { GroupedData } from '../data.ts';
import { effectiveStack } from '../parts.ts';
import type { Chart } from '../resolve.ts';
import { measureAxisTitle } from '../words/titles.ts';
import { categoryAxis, percentAxis, stepsAlong, valueAxis } from './axes.ts';
import { barSeries } from './bar-series.ts';
import { drawnValues, finite, measureExtent, type DrawnValues } from './drawn-values.ts';
import type { Frame, Picture } from './frame.ts';
import { distinctNames } from './names.ts';
import type { Extent } from './nice-extent.ts';
import { seriesNames } from './series-names.ts';
import { axisHeight, hasRoomForNames, mostDirectLabels, plotOf } from './plot.ts';
import { seriesColors, type Scene } from './scene.ts';
import { oneLine, widest } from './text-width.ts';

/** Most bars that have their figure written beside them. */
const mostFigures = 25;

/** Bars from nought: upright where the names have room below them, lying otherwise. */
export function barPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart } = scene;
  const stack = effectiveStack(chart.spec, data);
  const places = data.x.map((position) => oneLine(scene.nameX(position)));
  const names = distinctNames(data.series.map((position) => oneLine(scene.nameSeries(position), 40)));
  const lying = isLying(scene, data, places);
  const split = names.length > 1;
  const named =
    split &&
    !lying &&
    hasRoomForNames(scene) &&
    stack !== 'none' &&
    names.length <= mostDirectLabels &&
    reachesEnd(data);
  const measureTitle = measureAxisTitle(chart) + (stack === 'percent' ? ', share' : '');
  const placeTitle = chart.x?.label ?? '';
  const figured = !split && places.length <= mostFigures && (lying ? linesFit(scene, data) : figuresFit(scene, data));
  const plot = plotOf(scene, frame, {
    above: lying ? placeTitle : measureTitle,
    below: lying ? measureTitle : placeTitle,
    ...(split && !named ? { legend: names } : {}),
    right: named ? Math.min(160, widest(names) + 16) : figured && lying ? widest(figuresOf(scene, data), 11) : 20,
  });
  const room = lying ? plot.across : plot.up;
  const values = drawnValues(data, stack);
  const extent = measureExtent(values, stack, false, stepsAlong(room));
  const measured = figured && !lying ? withHeadroom(values, extent) : extent;
  const measure = stack === 'percent' ? percentAxis(scene, room) : valueAxis(scene, room, { ...measured });
  const layout = { stacked: true, extent, height: plot.height - axisHeight, place: (index: number) => index };
  const bars = barSeries(scene, data, { stack, lying, names, colors: seriesColors(scene, data.series), figured });
  const category = placesAxis(scene, data, places, lying, plot.width);
  return {
    titles: plot.titles,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    parts: {
      ...plot.parts,
      xAxis: lying ? measure : category,
      yAxis: lying ? category : measure,
      series: named ? [...bars, seriesNames(scene, values, names, layout)] : bars,
    },
  };
}

/** Room for the figures above the highest bars. */
function withHeadroom(values: DrawnValues, extent: Extent): Extent {
  const highest = values.flat().reduce((most, value) => Math.max(most, finite(value)), 0);
  return highest > extent.max - 0.3 * extent.interval ? { ...extent, max: extent.max + extent.interval } : extent;
}

/** Whether the bars lie: as asked for, or because the names of categories do not fit below upright ones. */
export function isLying({ chart, look }: Scene, data: Pick<GroupedData, 'x'>, places: readonly string[]): boolean {
  const { orientation } = chart.spec;
  if (orientation !== 'auto') return orientation === 'horizontal';
  return !isLine(chart, data) && !namesFit(places, look.width - 70);
}

/** The axis of the bars' names; names of upright bars that do not fit are tilted. */
export function placesAxis(
  scene: Scene,
  data: Pick<GroupedData, 'x'>,
  places: readonly string[],
  lying: boolean,
  width: number,
) {
  if (lying) return categoryAxis(scene, places, { room: Math.min(widest(places, 11) + 8, width * 0.4), inverse: true });
  const tilted = !isLine(scene.chart, data) && !namesFit(places, width - 50);
  return categoryAxis(scene, places, tilted ? { room: 110, rotate: 40 } : {});
}

/** Places along a calendar, a clock or a number line: some of their names may be left out. */
function isLine(chart: Chart, { x }: Pick<GroupedData, 'x'>): boolean {
  if (chart.x?.column.type.kind === 'time') return true;
  return x.some(({ kind }) => kind === 'time' || kind === 'number');
}

function namesFit(places: readonly string[], width: number): boolean {
  return widest(places, 11) + 8 <= width / Math.max(1, places.length);
}

function figuresFit(scene: Scene, data: GroupedData): boolean {
  return widest(figuresOf(scene, data), 11) + 6 <= (scene.look.width - 80) / Math.max(1, data.x.length);
}

function linesFit({ look }: Scene, { x }: GroupedData): boolean {
  return (look.height - 60) / Math.max(1, x.length) >= 14;
}

function figuresOf(scene: Scene, { cells }: GroupedData): string[] {
  return (cells[0] ?? []).map((cell) => scene.brief(cell?.value ?? 0));
}

/** Whether every series has a part of the last bar, where its name can stand. */
function reachesEnd({ cells }: GroupedData): boolean {
  return cells.every((line) => (line.at(-1)?.value ?? 0) > 0);
}
