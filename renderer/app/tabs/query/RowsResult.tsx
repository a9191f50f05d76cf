import { lazy, Suspense, useRef, useSyncExternalStore } from 'react';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import type { StatementRun } from '../../../query/statement-run.ts';
import { type QueryTab, updateTab } from '../../../store/view-state.ts';
import { Split } from '../../../ui/Split.tsx';
import { rawSql, type Sql, sql } from '../../../../src/core/sql.ts';
import type { SqlDialect } from '../../../../src/dialect/sql-dialect.ts';
import type { ResultView } from '../../../../src/results/result-view.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { ResultHead } from './ResultHead.tsx';
import classes from './Results.module.css';

/** Loaded when first drawn: the chart library is large. */
const ResultChart = lazy(() =>
  import('../../chart/ResultChart.tsx').then((module) => ({ default: module.ResultChart })),
);

export interface RowsResultProps extends TabProps {
  readonly tab: QueryTab;
  readonly run: StatementRun;
  readonly view: ResultView;
}

/** The rows of one statement as a table, as a chart, or both side by side. */
export function RowsResult({ id, tab, run, view }: RowsResultProps) {
  const state = useSyncExternalStore(view.subscribe, view.state);
  const handle = useRef<ResultGridHandle>(null);
  const table = (
    <InspectedGrid
      ref={handle}
      view={view}
      kept={tab.grid}
      onKeep={(grid) => {
        updateTab(id, 'query', { grid });
      }}
    />
  );
  const chart = (
    <Suspense fallback={<p className={classes.waiting}>Loading the chart…</p>}>
      <ResultChart
        spec={tab.chart}
        result={state.shown}
        onSpecChange={(spec) => {
          updateTab(id, 'query', { chart: spec });
        }}
        script={(onRows) => chartScript(run, tab.dialect, onRows)}
      />
    </Suspense>
  );
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

/** A chart's query round the statement whose rows it draws, in the engine's own SQL. */
function chartScript({ sql: own, engineSql }: StatementRun, dialect: SqlDialect, onRows: (rows: Sql) => Sql): string {
  const statement = dialect === 'duckdb' ? own : engineSql;
  if (statement !== undefined) return `${onRows(rawSql(statement.trim().replace(/;$/, ''))).text};\n`;
  const commented = own.trim().replaceAll(/^/gm, '-- ');
  return `-- Save these rows as the table “result_rows” first:\n${commented}\n${onRows(sql`SELECT * FROM result_rows`).text};\n`;
}
