import type { ColumnPath } from './column-paths.ts';

/** The path that fits and whose name, quotes apart, matches the earliest pattern; with the place of that pattern. */
export function firstPath(
  patterns: readonly RegExp[],
  paths: readonly ColumnPath[],
  fits: (path: ColumnPath) => boolean,
): { readonly label: string; readonly rank: number } | undefined {
  for (const [rank, pattern] of patterns.entries()) {
    const found = paths.find((path) => fits(path) && pattern.test(path.label.replaceAll('"', '')));
    if (found !== undefined) return { label: found.label, rank };
  }
  return undefined;
}
