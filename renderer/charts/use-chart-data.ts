import { useEffect, useMemo, useState } from 'react';
import { createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, toStillhouseError, type StillhouseError } from '../../src/core/error.ts';
import { rawSql, type Sql } from '../../src/core/sql.ts';
import { chartSql } from '../../src/charts/aggregate.ts';
import type { ChartData } from '../../src/charts/data.ts';
import { readChartData } from '../../src/charts/read/read.ts';
import type { ChartResult } from '../../src/charts/read/result-table.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import type { RunSql } from './run-chart.ts';

/** A chart with the data that belong to it. */
export interface DrawableChart {
  readonly chart: Chart;
  readonly data: ChartData;
}

export interface ChartDataState {
  /** The chart as asked for, or the one before while its data are on their way; `null` at first. */
  readonly drawable: DrawableChart | null;
  readonly running: boolean;
  readonly failure: StillhouseError | null;
  /** What is run for the chart. */
  readonly sql: Sql | null;
}

interface Answer {
  readonly statement: string;
  readonly result: ChartResult | null;
  readonly failure: StillhouseError | null;
}

/** Runs the statement of a chart anew whenever it changes, and only then: titles and formats need no run. */
export function useChartData(chart: Chart | null, relation: Sql, run: RunSql): ChartDataState {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [kept, setKept] = useState<DrawableChart | null>(null);
  const statement = useMemo(() => (chart === null ? null : chartSql(chart, relation).text), [chart, relation]);
  const sql = useMemo(() => (statement === null ? null : rawSql(statement)), [statement]);
  useEffect(() => {
    if (sql === null) return undefined;
    const source = createCancelSource();
    run(sql, source.signal).then(
      (result) => {
        if (!source.signal.cancelled) setAnswer({ statement: sql.text, result, failure: null });
      },
      (error: unknown) => {
        if (source.signal.cancelled || isCancelled(error)) return;
        setAnswer({ statement: sql.text, result: null, failure: toStillhouseError(error) });
      },
    );
    return () => {
      source.cancel();
    };
  }, [sql, run]);
  const current = answer?.statement === statement ? answer : null;
  const result = current?.result ?? null;
  const drawable = useMemo(
    () => (chart === null || result === null ? null : { chart, data: readChartData(chart, result) }),
    [chart, result],
  );
  if (drawable !== null && drawable !== kept) setKept(drawable);
  return {
    drawable: drawable ?? kept,
    running: statement !== null && current === null,
    failure: current?.failure ?? null,
    sql,
  };
}
