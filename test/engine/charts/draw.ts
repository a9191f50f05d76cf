import { rawSql } from '../../../src/core/sql.ts';
import { collect } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import type { ColumnInfo } from '../../../src/engine/types.ts';
import { chartSql } from '../../../src/charts/aggregate.ts';
import type { ChartData, GroupedData } from '../../../src/charts/data.ts';
import { readChartData } from '../../../src/charts/read/read.ts';
import { resolveChart, type Chart } from '../../../src/charts/resolve.ts';
import { chartSpec, type ChartSpecInput } from '../../../src/charts/spec.ts';

export interface Drawn {
  readonly chart: Chart;
  readonly data: ChartData;
  /** Rows that the chart's statement gave. */
  readonly rowCount: number;
}

/** Runs a chart's statement on the engine, twice, and reads the answer: both times must give the same rows. */
export async function draw(session: Session, relation: string, input: ChartSpecInput): Promise<Drawn> {
  const columns = await columnsOf(session, relation);
  const chart = resolveChart(chartSpec(input), columns);
  const statement = chartSql(chart, rawSql(relation)).text;
  const result = await collect(session, statement);
  const data = readChartData(chart, result);
  const again = readChartData(chart, await collect(session, statement));
  if (JSON.stringify(again) !== JSON.stringify(data)) throw new Error(`Not repeatable:\n${statement}`);
  return { chart, data, rowCount: result.rowCount };
}

/** The columns of a relation under the names that its result has. */
export async function columnsOf(session: Session, relation: string): Promise<readonly ColumnInfo[]> {
  const query = session.query(relation);
  try {
    return await query.columns;
  } finally {
    await query.close();
  }
}

/** The same for charts whose data come as groups. */
export async function drawGroups(session: Session, relation: string, input: ChartSpecInput): Promise<GroupedData> {
  const { data } = await draw(session, relation, input);
  if (data.shape !== 'grouped') throw new Error(`Expected groups, found ${data.shape}`);
  return data;
}

/** A column of the relation. */
export function col(name: string, occurrence = 1): { name: string; occurrence: number } {
  return { name, occurrence };
}

/** Every place of the first series with its exact figure, in words of the test. */
export function figures({ x, cells }: GroupedData, series = 0): [string, string | null | undefined][] {
  return x.map((position, index) => [placeName(position), cells[series]?.[index]?.exact]);
}

export function placeName(position: GroupedData['x'][number]): string {
  switch (position.kind) {
    case 'category':
      return position.text;
    case 'time':
      return new Date(position.start).toISOString().slice(0, 19);
    case 'number':
      return position.end === null ? String(position.start) : `${position.start}…${position.end}`;
    case 'measure':
      return `measure ${position.index}`;
    default:
      return `(${position.kind})`;
  }
}
