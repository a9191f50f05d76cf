import { instantText } from '../calendar.ts';
import type { Point, PointsData } from '../data.ts';
import type { Dimension } from '../resolve.ts';
import { gridLine, numberAxis, timeAxis, type AxisRoom } from './axes.ts';
import type { Frame, Picture } from './frame.ts';
import type { TipRow } from './items.ts';
import type { JsonObject } from './json.ts';
import { distinctNames } from './names.ts';
import { plotOf } from './plot.ts';
import { seriesColors, type Scene } from './scene.ts';
import { oneLine } from './text-width.ts';

/** Points; where several rows lie on one place the point is larger. */
export function scatterPicture(scene: Scene, data: PointsData, frame: Frame): Picture {
  const { x, y } = scene.chart;
  const names = distinctNames(data.series.map((position) => oneLine(scene.nameSeries(position), 40)));
  const plot = plotOf(scene, frame, {
    above: y?.label ?? '',
    below: x?.label ?? '',
    ...(names.length > 1 ? { legend: names } : {}),
    right: 24,
  });
  const colors = seriesColors(scene, data.series);
  const opacity = data.points.length > 500 ? 0.45 : 0.75;
  return {
    titles: plot.titles,
    parts: {
      ...plot.parts,
      xAxis: pointAxis(scene, x, plot.across, spreads(data, 'x')),
      yAxis: pointAxis(scene, y, plot.up, spreads(data, 'y')),
      series: data.series.map((_, line) => ({
        id: `series ${line}`,
        name: names[line] ?? '',
        type: 'scatter',
        itemStyle: { color: colors[line], opacity },
        emphasis: { focus: names.length > 1 ? 'series' : 'none' },
        data: data.points.flatMap((point, index) =>
          point.series === line ? [pointItem(scene, data, point, index)] : [],
        ),
      })),
    },
  };
}

function pointAxis(scene: Scene, dimension: Dimension | null, room: AxisRoom, spread: boolean): JsonObject {
  const lines = { splitLine: { show: true, lineStyle: gridLine(scene) } };
  if (dimension?.scale === 'time') return timeAxis(scene, lines);
  return numberAxis(scene, room, { scale: true, ...(spread ? { boundaryGap: ['3%', '3%'] } : {}), ...lines });
}

function spreads({ points: [first, ...others] }: PointsData, axis: 'x' | 'y'): boolean {
  return others.some((point) => point[axis] !== first?.[axis]);
}

function pointItem(scene: Scene, data: PointsData, point: Point, index: number): JsonObject {
  const { x, y } = scene.chart;
  const rows: TipRow[] = [
    { name: x?.label ?? '', text: placeText(scene, x, point.x) },
    { name: y?.label ?? '', text: placeText(scene, y, point.y) },
    ...(point.rows > 1 ? [{ name: 'rows here', text: scene.plain(point.rows) }] : []),
  ];
  const title = data.series.length > 1 ? scene.nameSeries(data.series[point.series]) : '';
  return {
    value: [point.x, point.y],
    symbolSize: Math.min(26, 6 + 2 * Math.sqrt(point.rows - 1)),
    tip: { title, rows },
    at: [index, point.series],
  };
}

function placeText(scene: Scene, dimension: Dimension | null, value: number): string {
  return dimension?.scale === 'time' ? instantText(value) : scene.plain(value);
}
