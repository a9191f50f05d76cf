import { cellAt, type GroupedData } from '../data.ts';
import { measureAxisTitle } from '../words/titles.ts';
import type { JsonObject } from './json.ts';
import type { Scene } from './scene.ts';

/** A line of a tooltip: what and how much, and its share or row count. */
export interface TipRow extends JsonObject {
  readonly name: string;
  readonly text: string;
}

/** What a mark tells when it is pointed at. */
export interface Tip extends JsonObject {
  readonly title: string;
  readonly rows: readonly TipRow[];
}

/** Fields that every data item carries: its tooltip and its place in the data, for selecting. */
export interface ItemTags {
  readonly tip: Tip;
  /** `[x, series]`, -1 where the mark stands for all of them. */
  readonly at: readonly [number, number];
}

/** The tags of a cell. */
export function cellTags(
  scene: Scene,
  data: GroupedData,
  x: number,
  series: number,
  extra: readonly TipRow[] = [],
): ItemTags {
  const cell = cellAt(data, series, x);
  const split = data.series.length > 1 || data.series[0]?.kind !== 'all';
  const name = split ? scene.nameSeries(data.series[series]) : measureAxisTitle(scene.chart);
  return {
    tip: {
      title: scene.nameX(data.x[x]),
      rows: [{ name, text: scene.exact(cell) }, ...extra, ...rowsOf(scene, cell?.rows)],
    },
    at: [x, series],
  };
}

/** How many rows a figure was made of, where the figure is not that number itself. */
function rowsOf({ chart, plain }: Scene, rows: number | undefined): TipRow[] {
  const [first] = chart.measures;
  if (rows === undefined || first === undefined) return [];
  const told = first.aggregate === 'none' || first.index === null;
  return told ? [] : [{ name: 'from', text: `${plain(rows)} ${rows === 1 ? 'row' : 'rows'}` }];
}
