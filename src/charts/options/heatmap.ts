import { rampColor } from '../../theme/palette.ts';
import { textOn } from '../../theme/contrast.ts';
import { cellAt, type GroupedData, type Position } from '../data.ts';
import { measureAxisTitle } from '../words/titles.ts';
import { categoryAxis } from './axes.ts';
import type { Frame, Picture } from './frame.ts';
import { ink } from './ink.ts';
import { cellTags } from './items.ts';
import type { JsonObject } from './json.ts';
import { plotOf } from './plot.ts';
import type { Scene } from './scene.ts';
import { oneLine, textWidth, widest } from './text-width.ts';

/** Most cells that have their figure written in them. */
const mostFigures = 150;

/** Cells by colour: from little to much, or around nought when there are amounts on both sides of it. */
export function heatMapPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart, palette } = scene;
  const isScatter = chart.spec.kind === 'scatter';
  const nameDown = isScatter ? scene.nameUp : scene.nameSeries;
  const places = data.x.map((position) => oneLine(scene.nameX(position)));
  const lines = data.series.map((position) => oneLine(nameDown(position)));
  const plot = plotOf(scene, frame, {
    above: (isScatter ? chart.y?.label : chart.series?.label) ?? '',
    below: chart.x?.label ?? '',
    right: 84,
  });
  const scale = colorScale(data);
  const ramp = scale.diverging ? palette.diverging : palette.sequential;
  const room = Math.min(widest(lines, 11) + 4, plot.width * 0.3);
  const cell = {
    width: (plot.width - room) / Math.max(1, places.length),
    height: plot.height / Math.max(1, lines.length),
  };
  const figured = isFigured(scene, data, cell);
  const tilted = widest(places, 11) + 8 > cell.width && !onLine(data.x);
  return {
    titles: plot.titles,
    parts: {
      ...plot.parts,
      xAxis: categoryAxis(scene, places, tilted ? { room: 110, rotate: 40 } : {}),
      yAxis: categoryAxis(scene, lines, { room, inverse: !onLine(data.series) }),
      visualMap: {
        type: 'continuous',
        min: scale.low,
        max: scale.high,
        right: 8,
        top: 'middle',
        itemWidth: 12,
        itemHeight: Math.max(40, Math.min(160, plot.height - 60)),
        text: [scene.brief(scale.high), scene.brief(scale.low)],
        textStyle: ink(scene.tokens.textMuted, 11),
        inRange: { color: ramp },
        hoverLink: false,
      },
      series: [
        {
          id: 'cells',
          name: measureAxisTitle(chart),
          type: 'heatmap',
          itemStyle: { borderColor: scene.tokens.ground, borderWidth: cell.width > 6 && cell.height > 6 ? 1 : 0 },
          emphasis: { itemStyle: { borderColor: scene.tokens.text, borderWidth: 1 } },
          label: { show: figured, ...ink(scene.tokens.text, 11), formatter: { named: 'label' } },
          data: heatItems(scene, data, ramp, scale, nameDown),
        },
      ],
    },
  };
}

interface ColorScale {
  readonly low: number;
  readonly high: number;
  readonly diverging: boolean;
}

function colorScale({ cells }: GroupedData): ColorScale {
  const values = cells.flatMap((line) =>
    line.flatMap((cell) => (Number.isFinite(cell?.value) ? [cell?.value ?? 0] : [])),
  );
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = values.reduce((most, value) => Math.max(most, value), values[0] ?? 1);
  if (low < 0 && high > 0) {
    const reach = Math.max(-low, high);
    return { low: -reach, high: reach, diverging: true };
  }
  return low === high
    ? { low: Math.min(0, low), high: Math.max(0, high) || 1, diverging: false }
    : { low, high, diverging: false };
}

function heatItems(
  scene: Scene,
  data: GroupedData,
  ramp: readonly string[],
  { low, high }: ColorScale,
  nameDown: (position: Position | undefined) => string,
): JsonObject[] {
  return data.series.flatMap((position, line) =>
    data.x.flatMap((_, x) => {
      const cell = cellAt(data, line, x);
      if (cell === undefined || !Number.isFinite(cell.value)) return [];
      const tags = cellTags(scene, data, x, line);
      const tip = {
        title: `${tags.tip.title} · ${nameDown(position)}`,
        rows: tags.tip.rows.map((row, index) =>
          index === 0 ? { ...row, name: measureAxisTitle(scene.chart) || 'Rows' } : row,
        ),
      };
      const ground = rampColor(ramp, (cell.value - low) / (high - low));
      return [
        { value: [x, line, cell.value], ...tags, tip, text: scene.brief(cell.value), label: { color: textOn(ground) } },
      ];
    }),
  );
}

function isFigured(
  scene: Scene,
  { cells }: GroupedData,
  cell: { readonly width: number; readonly height: number },
): boolean {
  const figures = cells.flatMap((line) =>
    line.flatMap((figure) => (figure === undefined ? [] : [scene.brief(figure.value)])),
  );
  return (
    figures.length <= mostFigures &&
    cell.height >= 16 &&
    figures.every((figure) => textWidth(figure, 11) + 6 <= cell.width)
  );
}

/** Places along a calendar or number line, which rises from left to right and from below. */
function onLine(positions: readonly Position[]): boolean {
  return positions.some(({ kind }) => kind === 'number' || kind === 'time');
}
