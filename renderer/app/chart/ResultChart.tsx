import { useMemo } from 'react';
import { type ChartSpec, chartSpecSchema } from '../../../../src/charts/spec.ts';
import { errorToData } from '../../../../src/core/error.ts';
import { rawSql, type Sql } from '../../../../src/core/sql.ts';
import type { ResultSet } from '../../../../src/results/result-set.ts';
import { ChartPanel } from '../../../charts/ChartPanel.tsx';
import type { StatementRun } from '../../../query/statement-run.ts';
import { type ChartSource, useChartSource } from '../../../query/use-chart-source.ts';
import { updateTab } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { saveBlob } from '../../../export/save-blob.ts';
import { numberLocale } from '../../number-locale.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { useThemeName } from '../../use-theme-name.ts';
import { queryTab } from '../new-tab.ts';
import classes from './Results.module.css';

export interface ResultChartProps extends TabProps {
  /** The spec saved with the tab; one that cannot be read is suggested anew. */
  readonly spec: unknown;
  readonly result: ResultSet;
  readonly run: StatementRun;
}

/** A chart of all rows that are shown, sorted and filtered as they are. */
export function ResultChart({ id, spec, result, run }: ResultChartProps) {
  const source = useChartSource(result);
  const saved = useMemo(() => chartSpecSchema.safeParse(spec).data ?? null, [spec]);
  if (source.failure !== undefined) {
    return (
      <div className={classes.scrolling}>
        <ErrorNote error={errorToData(source.failure)} />
      </div>
    );
  }
  if (source.ready === undefined) {
    return (
      <div className={classes.waiting} role="status">
        Reading the columns…
      </div>
    );
  }
  if (source.ready.rowCount === 0) {
    return <EmptyState title="Nothing to draw">The result has no rows.</EmptyState>;
  }
  return <Chart id={id} spec={saved} ready={source.ready} run={run} />;
}

interface ChartProps extends TabProps {
  readonly spec: ChartSpec | null;
  readonly ready: ChartSource;
  readonly run: StatementRun;
}

function Chart({ id, spec, ready, run }: ChartProps) {
  const { tabs, host, messages } = useServices();
  const theme = useThemeName();
  const { relation, columns, rowCount, run: runSql } = ready;
  return (
    <ChartPanel
      relation={relation}
      columns={columns}
      rowCount={rowCount}
      spec={spec}
      run={runSql}
      theme={theme}
      locale={numberLocale}
      onSpecChange={(chart) => {
        updateTab(id, 'query', { chart });
      }}
      onShowSql={(statement) => {
        tabs.open(queryTab('Chart', `${onStatement(statement, relation, run.sql).text};\n`), { beside: true });
      }}
      saveFile={(name, content) => {
        saveBlob(host, messages, name, content);
      }}
      copyText={(text) => {
        void navigator.clipboard.writeText(text).then(() => {
          messages.say('Copied.');
        });
      }}
    />
  );
}

/** The chart's SQL over the user's own statement instead of the stored rows. */
function onStatement(chart: Sql, relation: Sql, statement: string): Sql {
  return rawSql(chart.text.replace(relation.text, () => statement.trim().replace(/;$/, '')));
}
