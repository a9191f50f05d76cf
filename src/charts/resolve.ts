import { StillhouseError } from '../core/error.ts';
import { isNumeric, type ColumnInfo } from '../engine/types.ts';
import { columnLabel, inSentence, kindNames, measureLabel } from './words/labels.ts';
import { aggregateFits, fits, hasOwnAggregate, measureCount, slotsOf, type Slot } from './slots.ts';
import type { Aggregate, CategoryOrder, ChartKind, ChartSpec, ColumnReference } from './spec.ts';

/** How the values of a column are laid out: one by one, along a calendar, or along a number line. */
export type Scale = 'category' | 'time' | 'number';

/** A column that splits the rows into groups. */
export interface Dimension {
  /** Position in the relation, from 0. */
  readonly index: number;
  readonly column: ColumnInfo;
  readonly scale: Scale;
  readonly order: Exclude<CategoryOrder, 'auto'>;
  readonly label: string;
}

/** A figure drawn for each group; `index` and `column` are `null` when rows are counted. */
export interface Measure {
  readonly index: number | null;
  readonly column: ColumnInfo | null;
  readonly aggregate: Aggregate;
  readonly label: string;
}

/** A spec whose columns were found in the relation that it is drawn from. */
export interface Chart {
  readonly spec: ChartSpec;
  /** Width of the relation in columns. */
  readonly width: number;
  readonly x: Dimension | null;
  /** The upward axis of a scatter chart, which is placed like x; every other chart measures upwards. */
  readonly y: Dimension | null;
  readonly series: Dimension | null;
  /** At least one. */
  readonly measures: readonly Measure[];
}

/** Finds the spec's columns; throws `input-invalid` with a sentence for the user when one is missing or does not fit. */
export function resolveChart(spec: ChartSpec, columns: readonly ColumnInfo[]): Chart {
  const slots = slotsOf(spec.kind);
  const xFound = place(spec, slots.x, spec.x, columns);
  const seriesFound = measureCount(spec) > 1 ? null : place(spec, slots.series, spec.series, columns);
  const isScatter = spec.kind === 'scatter';
  const yFound = isScatter ? place(spec, slots.y, spec.y[0] ?? null, columns) : null;
  const measures = isScatter ? [rowCount(spec)] : resolveMeasures(spec, columns);
  if (xFound === null && slots.x !== undefined && spec.kind !== 'box' && measures[0]?.index === null) {
    throw missing(slots.x, spec.kind);
  }
  const x = xFound && dimension(spec, xFound, 'x');
  const y = yFound && { ...dimension(spec, yFound, 'x'), label: spec.yTitle || columnLabel(yFound.column.name) };
  const series = seriesFound && dimension(spec, seriesFound, 'series');
  return { spec, width: columns.length, x, y, series, measures };
}

/** A chart, or what keeps its spec from becoming one. */
export type FoundChart =
  { readonly chart: Chart; readonly fault: null } | { readonly chart: null; readonly fault: StillhouseError };

/** Like `resolveChart`, but an `input-invalid` fault is an answer: the user is still choosing. */
export function findChart(spec: ChartSpec, columns: readonly ColumnInfo[]): FoundChart {
  try {
    return { chart: resolveChart(spec, columns), fault: null };
  } catch (error) {
    if (error instanceof StillhouseError && error.code === 'input-invalid') return { chart: null, fault: error };
    throw error;
  }
}

/** Whether single rows are drawn as points of a line, rather than as one mark each. */
export function drawsPoints({ spec, x }: Chart): boolean {
  return (spec.kind === 'line' || spec.kind === 'area') && x !== null && x.scale !== 'category';
}

/** Whether a column holds whole numbers only, by its type. */
export function isWhole(column: ColumnInfo | undefined): boolean {
  const type = column?.type;
  return type?.kind === 'integer' || (type?.kind === 'decimal' && type.scale === 0);
}

interface Found {
  readonly index: number;
  readonly column: ColumnInfo;
}

function resolveMeasures(spec: ChartSpec, columns: readonly ColumnInfo[]): Measure[] {
  const { y } = slotsOf(spec.kind);
  const found = spec.y.slice(0, measureCount(spec)).map((reference) => find(reference, columns));
  if (y !== undefined && y.required && found.length === 0) throw missing(y, spec.kind);
  if (found.length === 0) return [rowCount(spec)];
  return found.map(({ index, column }) => {
    const aggregate = hasOwnAggregate(spec.kind) ? 'none' : spec.aggregate;
    if (y !== undefined && !fits(y, column.type)) throw unfit(y, column);
    if (!hasOwnAggregate(spec.kind) && !aggregateFits(aggregate, column, spec.kind)) throw uncountable(column);
    const title = found.length === 1 ? spec.yTitle : '';
    return { index, column, aggregate, label: title || measureLabel(aggregate, column.name) };
  });
}

function rowCount({ yTitle, kind }: ChartSpec): Measure {
  const label = kind === 'scatter' ? 'Rows' : yTitle || 'Rows';
  return { index: null, column: null, aggregate: 'count', label };
}

function place(
  spec: ChartSpec,
  slot: Slot | undefined,
  reference: ColumnReference | null,
  columns: readonly ColumnInfo[],
): Found | null {
  if (slot === undefined) return null;
  if (reference === null) {
    if (slot.required) throw missing(slot, spec.kind);
    return null;
  }
  const found = find(reference, columns);
  if (!fits(slot, found.column.type)) throw unfit(slot, found.column);
  return found;
}

function dimension(spec: ChartSpec, { index, column }: Found, axis: 'x' | 'series'): Dimension {
  const scale = scaleOf(spec.kind, column, axis);
  const label = (axis === 'x' && spec.xTitle) || columnLabel(column.name);
  return { index, column, scale, label, order: orderOf(spec, column, scale, axis) };
}

function scaleOf(kind: ChartKind, { type }: ColumnInfo, axis: 'x' | 'series'): Scale {
  if (type.kind === 'date' || type.kind === 'timestamp') return 'time';
  const lines: readonly ChartKind[] = ['bar', 'line', 'area', 'scatter', 'histogram', 'heatmap'];
  const continuous = axis === 'x' ? lines.includes(kind) : kind === 'heatmap';
  return continuous && isNumeric(type) ? 'number' : 'category';
}

function orderOf(spec: ChartSpec, column: ColumnInfo, scale: Scale, axis: 'x' | 'series'): Dimension['order'] {
  if (scale !== 'category') return 'natural';
  if (spec.order === 'auto') {
    if (isOrdinal(column)) return 'natural';
    return axis === 'x' && (spec.kind === 'line' || spec.kind === 'area') ? 'appearance' : 'value-descending';
  }
  return axis === 'series' && spec.order === 'value-ascending' ? 'value-descending' : spec.order;
}

/** Columns whose own order means something to the reader. */
function isOrdinal({ type, sqlType }: ColumnInfo): boolean {
  return isNumeric(type) || type.kind === 'boolean' || type.kind === 'time' || sqlType.startsWith('ENUM');
}

function find(reference: ColumnReference, columns: readonly ColumnInfo[]): Found {
  let seen = 0;
  for (const [index, column] of columns.entries()) {
    if (column.name === reference.name && ++seen === reference.occurrence) return { index, column };
  }
  throw new StillhouseError('input-invalid', `The result has no column “${reference.name}”.`, {
    remedy: 'Choose another column for the chart, or bring the column back into the query.',
  });
}

function missing(slot: Slot, kind: ChartKind): StillhouseError {
  const kinds = { any: 'a column', number: 'a column of numbers', point: 'a column of numbers or dates' };
  const name = inSentence(kindNames[kind]);
  return new StillhouseError('input-invalid', `Choose ${kinds[slot.takes]} for “${slot.label}” to draw the ${name}.`);
}

function unfit(slot: Slot, column: ColumnInfo): StillhouseError {
  const wanted = slot.takes === 'number' ? 'numbers' : 'numbers or dates';
  return new StillhouseError(
    'input-invalid',
    `“${slot.label}” takes ${wanted}, but “${column.name}” is ${column.sqlType}.`,
    { remedy: 'Choose another column, or another kind of chart.' },
  );
}

function uncountable(column: ColumnInfo): StillhouseError {
  return new StillhouseError(
    'input-invalid',
    `“${column.name}” is ${column.sqlType}: it can be counted, but not summed or averaged.`,
    { remedy: 'Choose Count or Distinct count, or a column of numbers.' },
  );
}
