import { identifier, joinSql, literal, sql, type Sql } from '../core/sql.ts';
import { instantText, nextSpan } from './calendar.ts';
import type { ChartData, Position } from './data.ts';
import type { Chart, Dimension } from './resolve.ts';
import { dimensionExpression } from './sql/source.ts';

/** Which values of a column were selected. Numbers and times (milliseconds since the epoch) come as a stretch. */
export type ValueTest =
  | { readonly kind: 'one-of'; readonly texts: readonly string[]; readonly missing: boolean }
  | { readonly kind: 'none-of'; readonly texts: readonly string[] }
  | { readonly kind: 'between'; readonly from: number; readonly to: number; readonly includesEnd: boolean };

export interface ColumnFilter {
  readonly dimension: Dimension;
  readonly test: ValueTest;
}

/** What a click or a brush chose: the rows for which all filters hold. */
export type Selection = readonly ColumnFilter[];

/** From and to, along an axis. */
export type Stretch = readonly [from: number, to: number];

/** The rows behind one mark, by the place that its data item carries; -1 stands for all. `null` when it stands for no rows. */
export function selectionAt(chart: Chart, data: ChartData, [x, series]: readonly [number, number]): Selection | null {
  if (data.shape === 'points') return pointSelection(chart, data, x);
  const along = data.shape === 'grouped' ? data.x : data.boxes.map(({ position }) => position);
  const down = data.shape === 'grouped' ? data.series : [];
  const dimensions = [chart.x, chart.spec.kind === 'scatter' ? chart.y : chart.series];
  const filters = [filterOf(dimensions[0], along, [x]), filterOf(dimensions[1], down, [series])];
  const held = filters.flatMap((filter) => (filter === null ? [] : [filter]));
  return held.length === 0 ? null : held;
}

/**
 * The rows under a brush along the axis of places; `from` and `to` are in the axis' own terms: milliseconds or numbers where
 * it is a calendar or a number line, else the indices of names.
 */
export function selectionAlong(chart: Chart, data: ChartData, [from, to]: Stretch): Selection | null {
  if (data.shape === 'points') return null;
  const along = data.shape === 'grouped' ? data.x : data.boxes.map(({ position }) => position);
  const filter = filterOf(chart.x, along, touched(chart, along, from, to));
  return filter === null ? null : [filter];
}

/** The rows under a rectangle over a scatter chart (numbers, milliseconds) or a heat map (indices of names). */
export function selectionWithin(chart: Chart, data: ChartData, x: Stretch, y: Stretch): Selection | null {
  const down = chart.y ?? chart.series;
  if (data.shape === 'boxes' || chart.x === null || down === null) return null;
  if (data.shape === 'points') {
    return [
      { dimension: chart.x, test: { kind: 'between', from: x[0], to: x[1], includesEnd: true } },
      { dimension: down, test: { kind: 'between', from: y[0], to: y[1], includesEnd: true } },
    ];
  }
  const [across, up] = [indicesBetween(data.x, x), indicesBetween(data.series, y)];
  const filters = [filterOf(chart.x, data.x, across), filterOf(down, data.series, up)];
  const held = filters.flatMap((filter) => (filter === null ? [] : [filter]));
  return held.length < 2 ? null : held;
}

/** The selection as a condition on a relation that has the chart's columns under names of their own. */
export function conditionSql(selection: Selection): Sql {
  return joinSql(
    selection.map(({ dimension, test }) =>
      testSql(dimensionExpression(dimension, identifier(dimension.column.name)), dimension, test),
    ),
    '\n  AND ',
  );
}

/** Bins are touched when the brush overlaps them, points of a line when it covers them. */
function touched({ spec, x }: Chart, along: readonly Position[], from: number, to: number): number[] {
  const byValue = ['line', 'area', 'histogram'].includes(spec.kind) && x !== null && x.scale !== 'category';
  if (!byValue) return indicesBetween(along, [from, to]);
  return along.flatMap((position, index) => {
    if (position.kind !== 'time' && position.kind !== 'number') return [];
    const end = spec.kind === 'histogram' ? (endOf(position) ?? position.start) : position.start;
    return end >= from && position.start <= to ? [index] : [];
  });
}

function indicesBetween(positions: readonly Position[], [from, to]: Stretch): number[] {
  return positions.flatMap((_, index) => (index >= Math.round(from) && index <= Math.round(to) ? [index] : []));
}

/** Where a span or bin ends; `null` for a single value. */
function endOf(position: Position): number | null {
  if (position.kind === 'number') return position.end;
  return position.kind === 'time' && position.grain !== null ? nextSpan(position.start, position.grain) : null;
}

function pointSelection(chart: Chart, data: Extract<ChartData, { shape: 'points' }>, index: number): Selection | null {
  const point = data.points[index];
  if (point === undefined || chart.x === null || chart.y === null) return null;
  const at = (value: number): ValueTest => ({ kind: 'between', from: value, to: value, includesEnd: true });
  const part = filterOf(chart.series, data.series, [point.series]);
  return [
    { dimension: chart.x, test: at(point.x) },
    { dimension: chart.y, test: at(point.y) },
    ...(part === null ? [] : [part]),
  ];
}

function filterOf(
  dimension: Dimension | null | undefined,
  positions: readonly Position[],
  indices: readonly number[],
): ColumnFilter | null {
  const chosen = indices.flatMap((index) => positions[index] ?? []);
  if (dimension == null || chosen.length === 0) return null;
  return { dimension, test: testOf(chosen, positions) };
}

function testOf(chosen: readonly Position[], all: readonly Position[]): ValueTest {
  const texts = (positions: readonly Position[]) =>
    positions.flatMap((position) => (position.kind === 'category' ? [position.text] : []));
  const [first] = chosen;
  const last = chosen.findLast(({ kind }) => kind === 'time' || kind === 'number');
  if (last !== undefined && (first?.kind === 'time' || first?.kind === 'number')) return stretch(first, last);
  if (!chosen.some(({ kind }) => kind === 'other')) {
    return { kind: 'one-of', texts: texts(chosen), missing: chosen.some(({ kind }) => kind === 'missing') };
  }
  const left = new Set(texts(chosen));
  return { kind: 'none-of', texts: texts(all).filter((text) => !left.has(text)) };
}

function stretch({ start }: { readonly start: number }, last: Position): ValueTest {
  const end = endOf(last);
  if (end !== null) return { kind: 'between', from: start, to: end, includesEnd: false };
  const to = last.kind === 'time' || last.kind === 'number' ? last.start : start;
  return { kind: 'between', from: start, to, includesEnd: true };
}

function testSql(value: Sql, { scale }: Dimension, test: ValueTest): Sql {
  if (test.kind === 'between') {
    const write = (bound: number) =>
      scale === 'time' ? sql`TIMESTAMP ${literal(instantText(bound))}` : literal(bound);
    const [from, to] = [write(test.from), write(test.to)];
    if (test.includesEnd) return sql`${value} BETWEEN ${from} AND ${to}`;
    return sql`(${value} >= ${from} AND ${value} < ${to})`;
  }
  const text = sql`CAST(${value} AS VARCHAR)`;
  const list = joinSql(
    test.texts.map((one) => literal(one)),
    ', ',
  );
  if (test.kind === 'none-of') {
    return test.texts.length === 0 ? sql`${value} IS NOT NULL` : sql`${text} NOT IN (${list})`;
  }
  const known = test.texts.length === 0 ? [] : [sql`${text} IN (${list})`];
  const missing = test.missing ? [sql`${value} IS NULL`] : [];
  return sql`(${joinSql([...known, ...missing], ' OR ')})`;
}
