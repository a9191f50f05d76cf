import { rampColor } from '../../theme/palette.ts';
import type { Box, BoxesData } from '../data.ts';
import { valueAxis } from './axes.ts';
import { isLying, placesAxis } from './bar.ts';
import type { Frame, Picture } from './frame.ts';
import type { TipRow } from './items.ts';
import type { JsonObject } from './json.ts';
import { plotOf } from './plot.ts';
import type { Scene } from './scene.ts';
import { oneLine } from './text-width.ts';

/** Box plots: quartiles, whiskers and the outliers beyond them. */
export function boxPicture(scene: Scene, data: BoxesData, frame: Frame): Picture {
  const { chart, palette, tokens } = scene;
  const places = { x: data.boxes.map(({ position }) => position) };
  const names = places.x.map((position) => (position.kind === 'all' ? '' : oneLine(scene.nameX(position))));
  const lying = isLying(scene, places, names);
  const label = chart.measures[0]?.label ?? '';
  const group = chart.x?.label ?? '';
  const plot = plotOf(scene, frame, { above: lying ? group : label, below: lying ? label : group, right: 24 });
  const measure = valueAxis(scene, lying ? plot.across : plot.up, { scale: true });
  const category = placesAxis(scene, places, names, lying, plot.width);
  const [hue = palette.neutral, second = palette.neutral] = palette.categorical;
  return {
    titles: plot.titles,
    parts: {
      ...plot.parts,
      xAxis: lying ? measure : category,
      yAxis: lying ? category : measure,
      series: [
        {
          id: 'boxes',
          name: label,
          type: 'boxplot',
          boxWidth: [8, 44],
          itemStyle: { color: rampColor([tokens.ground, hue], 0.2), borderColor: hue, borderWidth: 1.5 },
          data: data.boxes.map((box, x) => boxItem(scene, box, x)),
        },
        {
          id: 'outliers',
          name: 'Outliers',
          type: 'scatter',
          symbolSize: 5,
          itemStyle: { color: second, opacity: 0.7 },
          data: data.boxes.flatMap((box, x) => outlierItems(scene, box, x, lying)),
        },
      ],
    },
  };
}

function boxItem(scene: Scene, box: Box, x: number): JsonObject {
  const row = (name: string, value: number): TipRow => ({ name, text: scene.exactNumber(value) });
  return {
    value: [box.lowerWhisker, box.lowerQuartile, box.median, box.upperQuartile, box.upperWhisker],
    at: [x, -1],
    tip: {
      title: box.position.kind === 'all' ? '' : scene.nameX(box.position),
      rows: [
        row('highest', box.maximum),
        row('upper whisker', box.upperWhisker),
        row('upper quartile', box.upperQuartile),
        row('median', box.median),
        row('lower quartile', box.lowerQuartile),
        row('lower whisker', box.lowerWhisker),
        row('lowest', box.minimum),
        { name: 'outliers', text: scene.plain(box.outlierCount) },
        { name: 'values', text: scene.plain(box.rows) },
      ],
    },
  };
}

function outlierItems(scene: Scene, box: Box, x: number, lying: boolean): JsonObject[] {
  return box.outliers.map((value) => ({
    value: lying ? [value, x] : [x, value],
    at: [x, -1],
    tip: {
      title: box.position.kind === 'all' ? '' : scene.nameX(box.position),
      rows: [{ name: 'outlier', text: scene.exactNumber(value) }],
    },
  }));
}
