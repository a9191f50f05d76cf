import type { ColumnInfo } from '../engine/types.ts';
import type { ColumnReference } from './spec.ts';

/** References to the columns of a result, equal names told apart. */
export function columnReferences(columns: readonly ColumnInfo[]): ColumnReference[] {
  const seen = new Map<string, number>();
  return columns.map(({ name }) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return { name, occurrence };
  });
}
