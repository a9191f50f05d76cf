import { uniqueName } from '../core/names.ts';
import type { ColumnInfo } from '../engine/types.ts';

/** Column names for formats that need them different: repeated ones get `_2`, `_3`, …, empty ones a name. */
export function uniqueNames(columns: readonly ColumnInfo[]): string[] {
  const names: string[] = [];
  for (const [index, { name }] of columns.entries())
    names.push(uniqueName(name === '' ? `column_${index + 1}` : name, names));
  return names;
}
