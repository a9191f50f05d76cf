import type { GroupedData } from '../data.ts';
import { effectiveStack } from '../parts.ts';
import { isWhole } from '../resolve.ts';
import { measureAxisTitle } from '../words/titles.ts';
import { categoryAxis, numberAxis, percentAxis, stepsAlong, timeAxis, valueAxis, type AxisRoom } from './axes.ts';
import type { Frame, Picture } from './frame.ts';
import type { JsonObject } from './json.ts';
import { hasLonelyPoint, lineItems, linePlace } from './line-items.ts';
import { drawnValues, measureExtent } from './drawn-values.ts';
import { seriesNames } from './series-names.ts';
import { distinctNames } from './names.ts';
import { axisHeight, hasRoomForNames, mostDirectLabels, plotOf } from './plot.ts';
import { lineDash, seriesColors, type Scene } from './scene.ts';
import { oneLine, widest } from './text-width.ts';

/** Lines with at most so many places show them as dots. */
const mostDots = 40;

/** Lines and areas. Up to six are named at their end; more get a legend. */
export function linePicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart, tokens } = scene;
  const stack = effectiveStack(chart.spec, data);
  const isArea = chart.spec.kind === 'area';
  const names = distinctNames(data.series.map((position) => oneLine(scene.nameSeries(position), 40)));
  const split = names.length > 1;
  const named = split && hasRoomForNames(scene) && names.length <= mostDirectLabels;
  const plot = plotOf(scene, frame, {
    above: measureAxisTitle(chart) + (stack === 'percent' ? ', share' : ''),
    below: chart.x?.label ?? '',
    ...(split && !named ? { legend: names } : {}),
    right: named ? Math.min(160, widest(names) + 18) : 20,
  });
  const colors = seriesColors(scene, data.series);
  const values = drawnValues(data, stack);
  const extent = measureExtent(values, stack, !isArea, stepsAlong(plot.up));
  const place = (index: number) => linePlace(data, index);
  const layout = { stacked: stack !== 'none', extent, height: plot.height - axisHeight, place };
  const lines = data.series.map((_, line) => ({
    id: `series ${line}`,
    name: names[line] ?? '',
    type: 'line',
    ...(stack === 'none' ? {} : { stack: 'all' }),
    showSymbol: data.x.length <= mostDots || hasLonelyPoint(scene, values[line] ?? []),
    symbol: 'circle',
    symbolSize: 5,
    lineStyle: { width: stack === 'none' ? 2 : 1, type: lineDash(scene.palette, line) },
    itemStyle: { color: colors[line] },
    ...(isArea ? { areaStyle: { opacity: stack === 'none' ? 0.25 : 0.8 } } : {}),
    emphasis: { focus: split ? 'series' : 'none' },
    data: lineItems(scene, data, line, values[line] ?? [], stack),
  }));
  return {
    titles: plot.titles,
    tooltip: { trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: tokens.control } } },
    parts: {
      ...plot.parts,
      xAxis: placeAxis(scene, data, plot.across),
      yAxis: stack === 'percent' ? percentAxis(scene, plot.up) : valueAxis(scene, plot.up, { ...extent }),
      series: named ? [...lines, seriesNames(scene, values, names, layout)] : lines,
    },
  };
}

function placeAxis(scene: Scene, data: GroupedData, room: AxisRoom): JsonObject {
  switch (data.x.length > 1 ? scene.chart.x?.scale : undefined) {
    case 'time':
      return timeAxis(scene);
    case 'number':
      return numberAxis(scene, room, { scale: true, ...(isWhole(scene.chart.x?.column) ? { minInterval: 1 } : {}) });
    default:
      return categoryAxis(
        scene,
        data.x.map((position) => oneLine(scene.nameX(position), 24)),
      );
  }
}
