import { isNumeric, type ColumnInfo, type ColumnType } from '../engine/types.ts';
import type { Aggregate, ChartKind, ChartSpec } from './spec.ts';

/** What one place of a chart takes, in the chart's own words. */
export interface Slot {
  readonly label: string;
  readonly required: boolean;
  /** `number` and `point` (a number, date or time) limit the columns that fit; `any` takes all. */
  readonly takes: 'any' | 'number' | 'point';
}

/** The places of a kind of chart; an absent place is not used. */
export interface ChartSlots {
  readonly x?: Slot;
  readonly series?: Slot;
  readonly y?: Slot & { readonly most: number };
}

const slot = (label: string, required: boolean, takes: Slot['takes'] = 'any'): Slot => ({ label, required, takes });
const measures = (label: string, most: number, required = false) => ({ ...slot(label, required), most });

const slots: Readonly<Record<ChartKind, ChartSlots>> = {
  bar: { x: slot('Category', false), y: measures('Measures', 12), series: slot('Colour', false) },
  line: { x: slot('Along', true), y: measures('Measures', 12), series: slot('Colour', false) },
  area: { x: slot('Along', true), y: measures('Measures', 12), series: slot('Colour', false) },
  scatter: {
    x: slot('Across', true, 'point'),
    y: { ...slot('Up', true, 'point'), most: 1 },
    series: slot('Colour', false),
  },
  histogram: { x: slot('Values', true, 'point'), series: slot('Colour', false) },
  box: { x: slot('Group', false), y: { ...slot('Number', true, 'number'), most: 1 } },
  heatmap: { x: slot('Across', true), series: slot('Down', true), y: measures('Measure', 1) },
  pie: { x: slot('Parts', false), y: measures('Measure', 12) },
  number: { y: measures('Figures', 12) },
  funnel: { x: slot('Stage', false), y: measures('Measure', 12) },
  treemap: { x: slot('Rectangles', true), series: slot('Group', false), y: measures('Measure', 1) },
  sankey: { x: slot('From', true), series: slot('To', true), y: measures('Weight', 1) },
};

/** The places of a kind of chart. */
export function slotsOf(kind: ChartKind): ChartSlots {
  return slots[kind];
}

/** How many of a spec's measures are drawn: parts of a whole are measured by one column when they are named by another. */
export function measureCount({ kind, x, y }: Pick<ChartSpec, 'kind' | 'x' | 'y'>): number {
  const single = (kind === 'pie' || kind === 'funnel') && x !== null;
  return Math.min(y.length, single ? 1 : (slots[kind].y?.most ?? 0));
}

/** Whether a column of this type can take the place. */
export function fits(place: Slot, type: ColumnType): boolean {
  switch (place.takes) {
    case 'any':
      return true;
    case 'number':
      return isMeasurable(type);
    case 'point':
      return isNumeric(type) || type.kind === 'date' || type.kind === 'timestamp';
  }
}

/** Types that can be summed and averaged; a boolean counts as 0 or 1. */
export function isMeasurable(type: ColumnType): boolean {
  return isNumeric(type) || type.kind === 'boolean';
}

/** Whether the aggregate gives something that this kind of chart can draw from the column. */
export function aggregateFits(aggregate: Aggregate, column: ColumnInfo, kind: ChartKind): boolean {
  if (aggregate === 'count' || aggregate === 'count-distinct' || isMeasurable(column.type)) return true;
  return kind === 'number' && (aggregate === 'minimum' || aggregate === 'maximum' || aggregate === 'none');
}

/** Kinds that decide themselves how rows become figures. */
export function hasOwnAggregate(kind: ChartKind): boolean {
  return kind === 'scatter' || kind === 'histogram' || kind === 'box';
}
