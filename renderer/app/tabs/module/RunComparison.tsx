import { useMemo } from 'react';
import { compareRuns } from '../../../../src/runner/compare-runs.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { FiguresTable } from '../../../modules/FiguresTable.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import classes from './ModuleTab.module.css';

/** Changes beyond these are counted, not listed. */
const listed = 500;

/** What differs between a run and the one before it: settings first, then every figure. */
export function RunComparison({ now, before }: { readonly now: RunRecord; readonly before: RunRecord }) {
  const { settings, figures, same } = useMemo(() => compareRuns(before, now), [before, now]);
  const words =
    figures.length === 0
      ? `All ${same.toLocaleString()} figures are the same as on ${momentText(new Date(before.finishedAt))}.`
      : `${figures.length.toLocaleString()} figures changed since ${momentText(new Date(before.finishedAt))}, ${same.toLocaleString()} stayed.`;
  return (
    <div>
      <p>{words}</p>
      {settings.length > 0 && <p className={classes.muted}>Settings changed: {settings.join('; ')}.</p>}
      {figures.length > 0 && (
        <FiguresTable
          label="Figures that changed"
          figures={{
            columns: ['Finding', 'Row', 'Figure', 'Before', 'Now', 'Change'].map((name) => ({ name, type: '' })),
            rows: figures
              .slice(0, listed)
              .map((change) => [
                change.finding,
                change.row,
                change.column,
                change.before,
                change.now,
                change.before === null || change.now === null ? null : change.now - change.before,
              ]),
            rowCount: figures.length,
          }}
        />
      )}
    </div>
  );
}
