import type { ChartData, GroupedData } from '../data.ts';
import type { Description } from '../describe.ts';
import { drawableParts, drawsAreas } from '../parts.ts';
import type { Chart } from '../resolve.ts';
import { barPicture } from './bar.ts';
import { boxPicture } from './box.ts';
import { frameOf, framed, type Frame, type Picture } from './frame.ts';
import { funnelPicture } from './funnel.ts';
import { heatMapPicture } from './heatmap.ts';
import { histogramPicture } from './histogram.ts';
import type { JsonObject } from './json.ts';
import { linePicture } from './line.ts';
import type { Look } from './look.ts';
import { numberPicture } from './number.ts';
import { piePicture } from './pie.ts';
import { sankeyPicture } from './sankey.ts';
import { scatterPicture } from './scatter.ts';
import { sceneOf, type Scene } from './scene.ts';
import { treeMapPicture } from './treemap.ts';

/** A chart as an ECharts option in plain JSON; functions are named, see `JsonObject`. */
export function chartOption(chart: Chart, data: ChartData, description: Description, look: Look): JsonObject {
  const scene = sceneOf(chart, look);
  const frame = frameOf(scene, description);
  return framed(frame, !hasMarks(chart, data) ? { parts: { series: [] } } : pictureOf(scene, data, frame));
}

/** Whether there is anything to see: a group with a figure that this kind of chart can draw. */
export function hasMarks(chart: Chart, data: ChartData): boolean {
  switch (data.shape) {
    case 'points':
      return data.points.length > 0;
    case 'boxes':
      return data.boxes.length > 0;
    case 'grouped':
      return drawsAreas(chart)
        ? drawableParts(data).length > 0
        : data.cells.some((line) => line.some((cell) => cell !== undefined && cell.exact !== null));
  }
}

/** How many marks a chart draws, roughly: beyond some 2,000 a canvas is faster than SVG. */
export function markCount(data: ChartData): number {
  switch (data.shape) {
    case 'grouped':
      return data.x.length * data.series.length;
    case 'points':
      return data.points.length;
    case 'boxes':
      return data.boxes.reduce((sum, box) => sum + 5 + box.outliers.length, 0);
  }
}

function pictureOf(scene: Scene, data: ChartData, frame: Frame): Picture {
  switch (data.shape) {
    case 'points':
      return scatterPicture(scene, data, frame);
    case 'boxes':
      return boxPicture(scene, data, frame);
    case 'grouped':
      return groupedPicture(scene, data, frame);
  }
}

function groupedPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  switch (scene.chart.spec.kind) {
    case 'line':
    case 'area':
      return linePicture(scene, data, frame);
    case 'histogram':
      return histogramPicture(scene, data, frame);
    case 'heatmap':
    case 'scatter':
      return heatMapPicture(scene, data, frame);
    case 'pie':
      return piePicture(scene, data, frame);
    case 'number':
      return numberPicture(scene, data, frame);
    case 'funnel':
      return funnelPicture(scene, data, frame);
    case 'treemap':
      return treeMapPicture(scene, data, frame);
    case 'sankey':
      return sankeyPicture(scene, data, frame);
    default:
      return barPicture(scene, data, frame);
  }
}
