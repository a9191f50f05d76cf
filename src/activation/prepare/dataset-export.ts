import type { SnapshotRange } from '../../catalog/travel/range.ts';

/** What of a dataset leaves. */
export interface ExportRange {
  readonly range: SnapshotRange;
  readonly words: string;
}

/**
 * The rows of a dataset that an export takes, for `Workspace.travel`: all of them as of now, or those that live now and were
 * written after the last export. The first incremental export takes all. Rows removed meanwhile are in neither.
 */
export function exportRange(
  mode: 'full' | 'incremental',
  lastExported: number | undefined,
  current: number,
): ExportRange {
  if (mode === 'full' || lastExported === undefined) {
    const first = mode === 'incremental' ? 'the first incremental export, so ' : '';
    return { range: { kind: 'as-of', snapshot: current }, words: `${first}all rows as of snapshot ${current}` };
  }
  return {
    range: { kind: 'between', after: lastExported, upTo: current },
    words: `rows written after snapshot ${lastExported} and up to ${current}`,
  };
}
