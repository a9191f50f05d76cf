import { instantText } from './calendar.ts';
import { cellAt, type BoxesData, type Cell, type ChartData, type GroupedData, type PointsData } from './data.ts';
import { doubleDecimal, formatExact, plainFormat, type NumberLocale } from './number-format.ts';
import type { Chart, Dimension } from './resolve.ts';
import { positionLabel } from './words/positions.ts';

export interface TableColumn {
  readonly label: string;
  readonly numeric: boolean;
}

/** What a cell shows, and the same without separators and units for copying. */
export interface TableCell {
  readonly text: string;
  readonly exact: string;
}

/** The figures of a chart as a table. */
export interface ChartTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Everything that is drawn, as a table: exact, in the order of the chart. */
export function chartTable(chart: Chart, data: ChartData, locale: NumberLocale): ChartTable {
  switch (data.shape) {
    case 'points':
      return pointsTable(chart, data, locale);
    case 'boxes':
      return boxesTable(chart, data, locale);
    case 'grouped':
      return isCrossed(chart) ? crossedTable(chart, data, locale) : groupedTable(chart, data, locale);
  }
}

/** The table as tab-separated text with a header, as spreadsheets paste it. */
export function tableAsTsv({ columns, rows }: ChartTable): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => row.map(({ exact }) => exact))];
  return lines.map((line) => line.map(clean).join('\t')).join('\n');
}

const words = (text: string): TableCell => ({ text, exact: text });

/** Flows and cells read better one a line than as a wide matrix. */
function isCrossed({ spec, series }: Chart): boolean {
  return spec.kind === 'scatter' || (series !== null && ['heatmap', 'sankey', 'treemap'].includes(spec.kind));
}

function groupedTable(chart: Chart, data: GroupedData, locale: NumberLocale): ChartTable {
  const ofMeasures = data.x[0]?.kind === 'measure';
  const label = chart.x?.label ?? (ofMeasures ? 'Measure' : '');
  const heads = data.series.map((position) => ({
    label: ofMeasures ? 'Value' : positionLabel(position, chart.series, chart, locale),
    numeric: true,
  }));
  const single = data.x.length === 1 && data.x[0]?.kind === 'all';
  return {
    columns: single ? heads : [{ label, numeric: false }, ...heads],
    rows: data.x.map((position, x) => [
      ...(single ? [] : [words(positionLabel(position, chart.x, chart, locale))]),
      ...data.series.map((_, line) => figureCell(chart, cellAt(data, line, x), locale)),
    ]),
  };
}

function crossedTable(chart: Chart, data: GroupedData, locale: NumberLocale): ChartTable {
  const down = chart.spec.kind === 'scatter' ? chart.y : chart.series;
  return {
    columns: [
      { label: chart.x?.label ?? '', numeric: false },
      { label: down?.label ?? '', numeric: false },
      { label: chart.measures[0]?.label ?? '', numeric: true },
    ],
    rows: data.x.flatMap((across, x) =>
      data.series.flatMap((position, line) => {
        const cell = cellAt(data, line, x);
        if (cell === undefined) return [];
        const names = [positionLabel(across, chart.x, chart, locale), positionLabel(position, down, chart, locale)];
        return [[...names.map(words), figureCell(chart, cell, locale)]];
      }),
    ),
  };
}

function pointsTable(chart: Chart, data: PointsData, locale: NumberLocale): ChartTable {
  const split = chart.series !== null;
  return {
    columns: [
      { label: chart.x?.label ?? '', numeric: true },
      { label: chart.y?.label ?? '', numeric: true },
      ...(split ? [{ label: chart.series.label, numeric: false }] : []),
      { label: 'Rows', numeric: true },
    ],
    rows: data.points.map((point) => [
      placeCell(chart.x, point.x, locale),
      placeCell(chart.y, point.y, locale),
      ...(split
        ? [words(positionLabel(data.series[point.series] ?? { kind: 'all' }, chart.series, chart, locale))]
        : []),
      numberCell(point.rows, locale),
    ]),
  };
}

function boxesTable(chart: Chart, data: BoxesData, locale: NumberLocale): ChartTable {
  const heads = [
    'Values',
    'Lowest',
    'Lower whisker',
    'Lower quartile',
    'Median',
    'Upper quartile',
    'Upper whisker',
    'Highest',
    'Outliers',
  ];
  const grouped = chart.x !== null;
  return {
    columns: [
      ...(grouped ? [{ label: chart.x.label, numeric: false }] : []),
      ...heads.map((label) => ({ label, numeric: true })),
    ],
    rows: data.boxes.map((box) => [
      ...(grouped ? [words(positionLabel(box.position, chart.x, chart, locale))] : []),
      ...[
        box.rows,
        box.minimum,
        box.lowerWhisker,
        box.lowerQuartile,
        box.median,
        box.upperQuartile,
        box.upperWhisker,
        box.maximum,
        box.outlierCount,
      ].map((value) => numberCell(value, locale)),
    ]),
  };
}

function figureCell({ spec }: Chart, cell: Cell | undefined, locale: NumberLocale): TableCell {
  if (cell?.exact == null) return words('');
  return { text: formatExact(cell.exact, spec.format, locale), exact: cell.exact };
}

function numberCell(value: number, locale: NumberLocale): TableCell {
  const exact = doubleDecimal(value);
  return { text: formatExact(exact, plainFormat, locale), exact };
}

function placeCell(dimension: Dimension | null, value: number, locale: NumberLocale): TableCell {
  return dimension?.scale === 'time' ? words(instantText(value)) : numberCell(value, locale);
}
