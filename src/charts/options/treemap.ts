import { textOn } from '../../theme/contrast.ts';
import type { GroupedData } from '../data.ts';
import { drawableParts, wholeOf, type Part } from '../parts.ts';
import { measureAxisTitle } from '../words/titles.ts';
import type { Frame, Picture } from './frame.ts';
import { ink } from './ink.ts';
import { cellTags } from './items.ts';
import type { JsonObject } from './json.ts';
import { seriesColors, type Scene } from './scene.ts';
import { oneLine, textWidth } from './text-width.ts';

/** Rectangles by area; with a second column they are grouped under its values, one hue each. */
export function treeMapPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart, tokens } = scene;
  const parts = drawableParts(data);
  const whole = wholeOf(parts);
  const colors = seriesColors(scene, data.series);
  const grouped = chart.series !== null;
  const leaves = (line: number) =>
    parts.filter(({ series }) => series === line).map((part) => leaf(scene, data, part, whole, colors[line] ?? ''));
  return {
    parts: {
      series: [
        {
          id: 'parts',
          name: measureAxisTitle(chart),
          type: 'treemap',
          left: 8,
          right: 8,
          top: frame.top,
          bottom: 8,
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          visibleMin: 1,
          label: { ...ink(tokens.text, 12), overflow: 'truncate', formatter: { named: 'label' } },
          upperLabel: { show: grouped, height: 20, ...ink(tokens.text, 12), formatter: { named: 'label' } },
          itemStyle: { borderColor: tokens.ground, borderWidth: grouped ? 0 : 1, gapWidth: 1 },
          levels: grouped
            ? [
                { itemStyle: { borderColor: tokens.ground, borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } },
                { itemStyle: { borderColor: tokens.panel, gapWidth: 1, borderWidth: 2 } },
              ]
            : [],
          data: grouped ? data.series.map((_, line) => branch(scene, data, line, leaves(line))) : leaves(0),
        },
      ],
    },
  };
}

function leaf(scene: Scene, data: GroupedData, part: Part, whole: number, color: string): JsonObject {
  const { x, series, cell } = part;
  const name = oneLine(scene.nameX(data.x[x]), 60);
  const share = scene.share(cell.value, whole);
  const aside = series === 0 && data.series.length === 1 && data.x[x]?.kind === 'other';
  const fill = aside ? scene.palette.neutral : color;
  const tags = cellTags(scene, data, x, series, [{ name: 'share', text: share }]);
  const { width, height } = scene.look;
  const side = Math.sqrt((cell.value / whole) * width * height);
  const figures = `${scene.brief(cell.value)} · ${share}`;
  const text = textWidth(figures) + 12 > side ? name : `${name}\n${figures}`;
  return {
    ...tags,
    id: `${series} ${x}`,
    name,
    value: cell.value,
    text,
    itemStyle: { color: fill },
    label: { show: side > 28 && textWidth(name) < 0.9 * side, color: textOn(fill) },
  };
}

function branch(scene: Scene, data: GroupedData, line: number, children: readonly JsonObject[]): JsonObject {
  const name = oneLine(scene.nameSeries(data.series[line]), 60);
  const rows = data.cells[line]?.reduce((sum, cell) => sum + Math.max(0, cell?.value ?? 0), 0) ?? 0;
  return {
    id: `group ${line}`,
    name,
    text: name,
    at: [-1, line],
    tip: { title: name, rows: [{ name: measureAxisTitle(scene.chart), text: scene.exactNumber(rows) }] },
    children,
  };
}
