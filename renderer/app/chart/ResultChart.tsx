import { useMemo } from 'react';
import { type ChartSpec, chartSpecSchema } from '../../../src/charts/spec.ts';
import { errorToData } from '../../../src/core/error.ts';
import { rawSql, type Sql } from '../../../src/core/sql.ts';
import type { ResultSet } from '../../../src/results/result-set.ts';
import { ChartPanel } from '../../charts/ChartPanel.tsx';
import { saveBlob } from '../../export/save-blob.ts';
import { type ChartSource, useChartSource } from '../../query/use-chart-source.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { numberLocale } from '../number-locale.ts';
import { useServices } from '../services.ts';
import { queryTab } from '../tabs/new-tab.ts';
import { useThemeName } from '../use-theme-name.ts';
import classes from './ResultChart.module.css';

export interface ResultChartProps {
  readonly result: ResultSet;
  /** A saved spec; one that cannot be read is suggested anew. */
  readonly spec: unknown;
  readonly onSpecChange: (spec: ChartSpec) => void;
  /** Whether the chart says its title and what it shows itself; it does unless told otherwise. */
  readonly captioned?: boolean;
  /** The user's own script around a chart's query of the result's rows: `rows` is the query those stand for. */
  readonly script: (chart: (rows: Sql) => Sql) => string;
}

/** A chart of all rows of a result, sorted and filtered as they are. */
export function ResultChart({ result, spec, captioned = true, onSpecChange, script }: ResultChartProps) {
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
  return <Chart spec={saved} ready={source.ready} captioned={captioned} onSpecChange={onSpecChange} script={script} />;
}

interface ChartProps extends Pick<ResultChartProps, 'onSpecChange' | 'script'> {
  readonly spec: ChartSpec | null;
  readonly ready: ChartSource;
  readonly captioned: boolean;
}

function Chart({ spec, ready, captioned, onSpecChange, script }: ChartProps) {
  const { tabs, host, messages } = useServices();
  const theme = useThemeName();
  const { relation, columns, rowCount, run } = ready;
  return (
    <ChartPanel
      relation={relation}
      columns={columns}
      rowCount={rowCount}
      spec={spec}
      run={run}
      theme={theme}
      captioned={captioned}
      locale={numberLocale}
      onSpecChange={onSpecChange}
      onShowSql={(statement) => {
        const onRows = (rows: Sql) => rawSql(statement.text.replace(relation.text, () => rows.text));
        tabs.open(queryTab('Chart', script(onRows)), { beside: true });
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
