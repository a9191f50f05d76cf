import { useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { ResultGrid, type ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import type { GridViewState } from '../../../grid/grid-view-state.ts';
import type { StatementRun } from '../../../query/statement-run.ts';
import { settingsStore } from '../../../store/settings.ts';
import { type QueryTab, updateTab } from '../../../store/view-state.ts';
import { Split } from '../../../ui/Split.tsx';
import type { ResultView } from '../../../../src/results/result-view.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { inspect } from '../../inspector/inspector-store.ts';
import { ResultChart } from './ResultChart.tsx';
import { ResultHead } from './ResultHead.tsx';
import classes from './Results.module.css';

export interface RowsResultProps extends TabProps {
  readonly tab: QueryTab;
  readonly run: StatementRun;
  readonly view: ResultView;
}

/** The rows of one statement as a table, as a chart, or both side by side. */
export function RowsResult({ id, tab, run, view }: RowsResultProps) {
  const state = useSyncExternalStore(view.subscribe, view.state);
  const headerProfiles = useStore(settingsStore, (settings) => settings.headerProfiles);
  const [grid, setGrid] = useState(() => tab.grid as GridViewState | undefined); // written by the grid itself
  const handle = useRef<ResultGridHandle>(null);
  const table = (
    <ResultGrid
      ref={handle}
      view={view}
      state={grid}
      headerProfiles={headerProfiles}
      onState={(next) => {
        setGrid(next);
        updateTab(id, 'query', { grid: next });
      }}
      onOpenCell={(place, column, row) => {
        inspect({ kind: 'cell', place, column, row });
      }}
      onProfile={(column) => {
        inspect({ kind: 'profile', view, column });
      }}
    />
  );
  const chart = <ResultChart id={id} spec={tab.chart} result={state.shown} run={run} />;
  return (
    <>
      <ResultHead id={id} tab={tab} run={run} view={view} grid={handle} />
      <div className={classes.body}>
        {tab.view === 'table' && table}
        {tab.view === 'chart' && chart}
        {tab.view === 'both' && (
          <Split
            direction="row"
            sized="second"
            size={tab.chartWidth}
            min={320}
            max={1600}
            label="Width of the chart"
            onResize={(chartWidth) => {
              updateTab(id, 'query', { chartWidth });
            }}
            first={table}
            second={chart}
          />
        )}
      </div>
    </>
  );
}
