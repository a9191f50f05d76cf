import { chartSql } from '../../src/charts/aggregate.ts';
import type { ProfiledColumn } from '../../src/charts/column-roles.ts';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import { readChartData } from '../../src/charts/read/read.ts';
import { resolveChart } from '../../src/charts/resolve.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import type { Sql } from '../../src/core/sql.ts';
import { chartSvg } from './render-image.ts';
import type { RunSql } from './run-chart.ts';

export interface FinishedSvgRequest {
  readonly spec: ChartSpec;
  readonly relation: Sql;
  readonly columns: readonly ProfiledColumn[];
  readonly run: RunSql;
  readonly locale: NumberLocale;
}

/** A chart for a page of paper: computed, drawn in light colours without caption, as SVG text. */
export async function finishedSvg({ spec, relation, columns, run, locale }: FinishedSvgRequest): Promise<string> {
  const chart = resolveChart(spec, columns);
  const data = readChartData(chart, await run(chartSql(chart, relation), createCancelSource().signal));
  return chartSvg({ chart, data, theme: 'light', locale, width: 860, height: 360, captioned: false }).text();
}
