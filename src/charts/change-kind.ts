import type { ColumnInfo } from '../engine/types.ts';
import { columnReferences } from './column-references.ts';
import type { ProfiledColumn } from './column-roles.ts';
import { findChart } from './resolve.ts';
import { fits, slotsOf, type Slot } from './slots.ts';
import type { ChartSpec, ColumnReference } from './spec.ts';
import { suggestCharts } from './suggest.ts';

/** The part of a spec that decides what kind of chart it is. */
export type KindChoice = Pick<ChartSpec, 'kind' | 'stack' | 'hole'>;

/**
 * The spec as another kind of chart. Its columns stay where they fit; where they do not, those of the best suggestion of
 * that kind take their place, and as a last resort the first columns that fit.
 */
export function changedKind(
  spec: ChartSpec,
  choice: KindChoice,
  columns: readonly ProfiledColumn[],
  rowCount: number | null,
): ChartSpec {
  const changed: ChartSpec = { ...spec, ...choice };
  if (canResolve(changed, columns)) return changed;
  const suggested = suggestCharts(columns, rowCount).find((suggestion) => suggestion.spec.kind === choice.kind);
  if (suggested !== undefined) {
    const { x, y, series, aggregate } = suggested.spec;
    return { ...changed, x, y, series, aggregate };
  }
  const { x, y, series } = slotsOf(choice.kind);
  const filled: ChartSpec = {
    ...changed,
    x: kept(x, spec.x, columns, x?.required === true || choice.kind !== 'box' ? 0 : null),
    series: kept(series, spec.series, columns, series?.required === true ? 1 : null),
    y: [kept(y, spec.y[0] ?? null, columns, y?.required === true ? 1 : null)].flatMap((reference) => reference ?? []),
  };
  return canResolve(filled, columns) ? filled : { ...filled, y: [], aggregate: 'count' };
}

/** Whether all columns of a spec are there and fit. */
export function canResolve(spec: ChartSpec, columns: readonly ColumnInfo[]): boolean {
  return findChart(spec, columns).chart !== null;
}

function kept(
  slot: Slot | undefined,
  reference: ColumnReference | null,
  columns: readonly ColumnInfo[],
  otherwise: number | null,
): ColumnReference | null {
  if (slot === undefined) return null;
  const references = columnReferences(columns);
  const fitting = references.filter((_, index) => {
    const column = columns[index];
    return column !== undefined && fits(slot, column.type);
  });
  const same = fitting.find(({ name, occurrence }) => name === reference?.name && occurrence === reference.occurrence);
  return same ?? (otherwise === null ? null : (fitting[otherwise] ?? fitting[0] ?? null));
}
