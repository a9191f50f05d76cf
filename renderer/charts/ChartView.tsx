import { useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import { errorToData } from '../../src/core/error.ts';
import type { ChartData } from '../../src/charts/data.ts';
import { describeChart } from '../../src/charts/describe.ts';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import { brushType } from '../../src/charts/options/brush.ts';
import { chartOption, hasMarks, markCount } from '../../src/charts/options/option.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import type { Selection } from '../../src/charts/selection.ts';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { ChartMessage } from './ChartMessage.tsx';
import classes from './ChartView.module.css';
import { useECharts } from './use-echarts.ts';
import { useMarkKeys } from './use-mark-keys.ts';
import { useSelecting } from './use-selecting.ts';
import { useSize } from './use-size.ts';

export interface ChartViewProps {
  readonly chart: Chart;
  readonly data: ChartData;
  readonly theme: ThemeName;
  readonly locale: NumberLocale;
  /** In CSS pixels; the width is that of the place it stands in. */
  readonly height: number;
  /** A drag selects a stretch while this is on. */
  readonly brushing?: boolean;
  readonly onSelect?: (selection: Selection) => void;
}

/** So many marks are drawn on a canvas instead of as SVG. */
const mostSvgMarks = 2_000;

/** A chart that fits its place, can be walked over with the arrow keys and tells what was selected. */
export function ChartView({ chart, data, theme, locale, height, brushing = false, onSelect }: ChartViewProps) {
  const reducedMotion = useReducedMotion();
  const { ref: place, width } = useSize<HTMLDivElement>();
  const description = useMemo(() => describeChart(chart, data, locale), [chart, data, locale]);
  const option = useMemo(
    () =>
      width === 0
        ? null
        : chartOption(chart, data, description, {
            theme,
            locale,
            width,
            height,
            animated: !reducedMotion,
            captioned: false,
          }),
    [chart, data, description, theme, locale, width, height, reducedMotion],
  );
  const empty = !hasMarks(chart, data);
  const renderer = markCount(data) > mostSvgMarks ? 'canvas' : 'svg';
  const { ref, chart: echarts, failure } = useECharts(empty ? null : option, renderer, width, height);
  const brush = brushing && option !== null ? brushType(option) : null;
  useSelecting(echarts, { chart, data, brush, onSelect });
  const { onKeyDown, onBlur, spoken } = useMarkKeys(echarts, option, chart, data, onSelect);
  return (
    <div ref={place} className={classes.place} style={{ height }}>
      {empty && <ChartMessage>{description.sentence}</ChartMessage>}
      {failure !== null && <ErrorNote error={errorToData(failure)} />}
      <div ref={ref} className={classes.chart} hidden={empty || failure !== null} />
      {!empty && failure === null && (
        <button type="button" className={classes.keys} onKeyDown={onKeyDown} onBlur={onBlur}>
          Walk through the chart with the arrow keys
        </button>
      )}
      <div className={classes.spoken} aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}
