import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconAdjustments, IconLasso } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { errorToData, toStillhouseError, type StillhouseError } from '../../src/core/error.ts';
import { nameFromFile } from '../../src/core/names.ts';
import type { Sql } from '../../src/core/sql.ts';
import type { ProfiledColumn } from '../../src/charts/column-roles.ts';
import { describeChart } from '../../src/charts/describe.ts';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import { findChart } from '../../src/charts/resolve.ts';
import type { Selection } from '../../src/charts/selection.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { suggestCharts } from '../../src/charts/suggest.ts';
import { chartTable, tableAsTsv } from '../../src/charts/table.ts';
import { chartTitle } from '../../src/charts/words/titles.ts';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { ChartCaption } from './ChartCaption.tsx';
import { ChartEditor } from './ChartEditor.tsx';
import { ChartMessage } from './ChartMessage.tsx';
import classes from './ChartPanel.module.css';
import { ChartTable } from './ChartTable.tsx';
import { ChartView } from './ChartView.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { chartPng, chartSvg } from './render-image.ts';
import type { RunSql } from './run-chart.ts';
import { useChartData } from './use-chart-data.ts';
import { useSize } from './use-size.ts';

export interface ChartPanelProps {
  /** What is charted: a query without a semicolon at its end. Keep the object while the query stays the same. */
  readonly relation: Sql;
  /** The relation's columns, with what is known about their values. */
  readonly columns: readonly ProfiledColumn[];
  /** Rows of the relation, `null` when not known. */
  readonly rowCount: number | null;
  /** `null` lets the panel suggest a chart. */
  readonly spec: ChartSpec | null;
  readonly onSpecChange: (spec: ChartSpec) => void;
  readonly run: RunSql;
  readonly theme: ThemeName;
  readonly locale: NumberLocale;
  readonly onShowSql: (sql: Sql) => void;
  readonly saveFile: (name: string, content: Blob) => void;
  readonly copyText: (text: string) => void;
  /** Whether title and sentence stand above the chart; a place that says them itself leaves only the notes. */
  readonly captioned?: boolean;
  /** Hears which rows a click or a brush stands for. */
  readonly onSelect?: (selection: Selection) => void;
}

/** A chart of a query result with everything to change, read and export it. */
export function ChartPanel(props: ChartPanelProps) {
  const { relation, columns, rowCount, run, theme, locale, captioned = true, onSpecChange } = props;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [editing, setEditing] = useState(false);
  const [brushing, setBrushing] = useState(false);
  const [exportFailure, setExportFailure] = useState<StillhouseError | null>(null);
  const { ref: place, width, height } = useSize<HTMLDivElement>();
  const suggested = useMemo(() => suggestCharts(columns, rowCount)[0]?.spec ?? null, [columns, rowCount]);
  const spec = props.spec ?? suggested;
  const found = useMemo(() => (spec === null ? null : findChart(spec, columns)), [spec, columns]);
  const { drawable, running, failure, sql } = useChartData(found?.chart ?? null, relation, run);
  const description = useMemo(
    () => (drawable === null ? null : describeChart(drawable.chart, drawable.data, locale)),
    [drawable, locale],
  );
  const fault = found?.fault ?? null;
  const shown = fault === null && failure === null ? drawable : null;
  const title = drawable === null ? '' : chartTitle(drawable.chart);
  const image = drawable === null ? null : { ...drawable, theme, locale, width, height };
  const save = async (extension: 'png' | 'svg') => {
    if (image === null) return;
    try {
      const content = extension === 'png' ? await chartPng(image) : chartSvg(image);
      props.saveFile(`${nameFromFile(title)}.${extension}`, content);
      setExportFailure(null);
    } catch (error) {
      setExportFailure(toStillhouseError(error));
    }
  };
  return (
    <section className={classes.panel} aria-label="Chart">
      <div className={classes.main}>
        <div className={classes.top}>
          {shown !== null && description !== null ? (
            <ChartCaption title={title} description={description} notesOnly={!captioned} />
          ) : (
            <div />
          )}
          <div className={classes.tools}>
            {running && <Loader size={16} aria-label="The chart is being computed" />}
            {props.onSelect !== undefined && (
              <Button
                size="compact-xs"
                variant={brushing ? 'light' : 'default'}
                aria-pressed={brushing}
                leftSection={<IconLasso size={16} />}
                onClick={() => {
                  setBrushing(!brushing);
                }}
              >
                Select
              </Button>
            )}
            <SegmentedControl
              size="xs"
              aria-label="View"
              data={[
                { value: 'chart', label: 'Chart' },
                { value: 'table', label: 'Table' },
              ]}
              value={view}
              onChange={setView}
            />
            <Button
              size="compact-sm"
              variant={editing ? 'light' : 'default'}
              aria-pressed={editing}
              leftSection={<IconAdjustments size={14} />}
              onClick={() => {
                setEditing(!editing);
              }}
            >
              Change
            </Button>
            <ExportMenu
              disabled={shown === null}
              onPng={() => void save('png')}
              onSvg={() => void save('svg')}
              onCopy={() => {
                if (drawable !== null) props.copyText(tableAsTsv(chartTable(drawable.chart, drawable.data, locale)));
              }}
              onShowSql={() => {
                if (sql !== null) props.onShowSql(sql);
              }}
            />
          </div>
        </div>
        {exportFailure !== null && <ErrorNote error={errorToData(exportFailure)} />}
        <div ref={place} className={classes.place}>
          {fault !== null && (
            <ChartMessage
              action={
                suggested !== null && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      onSpecChange(suggested);
                    }}
                  >
                    Suggest a chart
                  </Button>
                )
              }
            >
              {fault.message}
            </ChartMessage>
          )}
          {failure !== null && <ErrorNote error={errorToData(failure)} />}
          {shown !== null && view === 'table' && <ChartTable {...shown} locale={locale} height={height} />}
          {shown !== null && view === 'chart' && (
            <ChartView
              {...shown}
              theme={theme}
              locale={locale}
              height={height}
              brushing={brushing}
              {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
            />
          )}
        </div>
      </div>
      {spec !== null && editing && (
        <ChartEditor
          spec={spec}
          chart={found?.chart ?? null}
          columns={columns}
          rowCount={rowCount}
          onChange={onSpecChange}
        />
      )}
    </section>
  );
}
