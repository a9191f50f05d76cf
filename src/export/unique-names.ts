import type { ColumnInfo } from '../engine/types.ts';

/** Column names for formats that need them different: repeated ones get `_2`, `_3`, …, empty ones a name; case is ignored. */
export function uniqueNames(columns: readonly ColumnInfo[]): string[] {
  const used = new Set<string>();
  return columns.map((column, index) => {
    const wanted = column.name === '' ? `column_${index + 1}` : column.name;
    let name = wanted;
    for (let suffix = 2; used.has(name.toLowerCase()); suffix++) name = `${wanted}_${suffix}`;
    used.add(name.toLowerCase());
    return name;
  });
}
