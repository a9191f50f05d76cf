import { cellAt, type GroupedData } from '../data.ts';
import type { ChartSpec } from '../spec.ts';
import { halo, ink } from './ink.ts';
import { placeTotals } from './drawn-values.ts';
import { cellTags, type TipRow } from './items.ts';
import type { Json, JsonObject } from './json.ts';
import type { Scene } from './scene.ts';

/** How bars are drawn. */
export interface BarStyle {
  readonly stack: ChartSpec['stack'];
  readonly lying: boolean;
  readonly names: readonly string[];
  readonly colors: readonly string[];
  /** Figures stand beside the bars. */
  readonly figured: boolean;
}

/** One series of bars for each series of the data. */
export function barSeries(scene: Scene, data: GroupedData, style: BarStyle): JsonObject[] {
  const totals = placeTotals(data);
  return data.series.map((_, line) => ({
    id: `series ${line}`,
    name: style.names[line] ?? '',
    type: 'bar',
    ...(style.stack === 'none' ? {} : { stack: 'all' }),
    barMaxWidth: 48,
    barCategoryGap: '22%',
    barGap: '4%',
    itemStyle: { color: style.colors[line] },
    emphasis: { focus: data.series.length > 1 ? 'series' : 'none' },
    label: { ...ink(scene.tokens.text, 11), ...halo(scene.tokens.ground), formatter: { named: 'label' } },
    labelLayout: { hideOverlap: true },
    data: data.x.map((_, x) => barItem(scene, data, style, line, x, totals[x] ?? 0)),
  }));
}

function barItem(scene: Scene, data: GroupedData, style: BarStyle, line: number, x: number, total: number): Json {
  const cell = cellAt(data, line, x);
  if (cell === undefined || !Number.isFinite(cell.value)) return null;
  const share: TipRow[] =
    style.stack !== 'none' && total > 0 && cell.value >= 0
      ? [{ name: 'share', text: scene.share(cell.value, total) }]
      : [];
  return {
    value: style.stack === 'percent' ? (total > 0 ? (100 * cell.value) / total : 0) : cell.value,
    ...cellTags(scene, data, x, line, share),
    ...receding(scene, data, x),
    ...itemLabel(scene, style, cell.value),
  };
}

function itemLabel(scene: Scene, { figured, lying }: BarStyle, value: number): JsonObject {
  if (!figured) return {};
  const side = lying ? (value < 0 ? 'left' : 'right') : value < 0 ? 'bottom' : 'top';
  return { text: scene.brief(value), label: { show: true, position: side } };
}

/** “Other” and “(no value)” are set back among bars of one colour. */
function receding({ palette }: Scene, data: GroupedData, x: number): JsonObject {
  const kind = data.x[x]?.kind;
  const aside = data.series.length === 1 && (kind === 'other' || kind === 'missing');
  return aside ? { itemStyle: { color: palette.neutral } } : {};
}
