import type { SourceState } from '../../../../src/results/row-source.ts';
import { durationText } from '../../../ui/moment-text.ts';
import type { StatementRun } from '../../../query/statement-run.ts';

/** `1,204 rows · 24 ms`, and why there are not more. */
export function rowWords({ rowCount, phase }: SourceState, { durationMs, progress }: StatementRun): string {
  const rows = `${rowCount.toLocaleString()} ${rowCount === 1 ? 'row' : 'rows'}`;
  switch (phase) {
    case 'loading':
      return `${rows} so far${progress === undefined ? '' : ` · ${Math.round(progress * 100)} %`}`;
    case 'cancelled':
      return `${rows} before it was cancelled`;
    case 'failed':
      return `${rows} before it failed`;
    default:
      return durationMs === undefined ? rows : `${rows} · ${durationText(durationMs)}`;
  }
}
