import type { ColumnInfo } from '../engine/types.ts';
import { columnReferences } from './column-references.ts';
import { aggregateFits, hasOwnAggregate } from './slots.ts';
import type { ChartSpec, ColumnReference } from './spec.ts';

/** The spec with other measures; an aggregate that does not fit all of them gives way to counting. */
export function changedMeasures(
  spec: ChartSpec,
  y: readonly ColumnReference[],
  columns: readonly ColumnInfo[],
): ChartSpec {
  const references = columnReferences(columns);
  const measured = columns.filter((_, index) =>
    y.some(({ name, occurrence }) => references[index]?.name === name && references[index].occurrence === occurrence),
  );
  const fitting =
    hasOwnAggregate(spec.kind) || measured.every((column) => aggregateFits(spec.aggregate, column, spec.kind));
  return { ...spec, y: [...y], aggregate: fitting ? spec.aggregate : 'count' };
}
