import { useEffect, useRef, useState, type RefObject } from 'react';
import { toStillhouseError, type StillhouseError } from '../../src/core/error.ts';
import type { JsonObject } from '../../src/charts/options/json.ts';
import { initECharts, type ECharts } from './echarts.ts';
import { withFunctions } from './functions.ts';

export interface DrawnChart {
  /** Where the chart is drawn. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** The running chart; `null` before the first drawing. */
  readonly chart: ECharts | null;
  /** Why the option could not be drawn. */
  readonly failure: StillhouseError | null;
}

/** Keeps one chart of the library in an element and draws every new option in it; disposes of it in the end. */
export function useECharts(
  option: JsonObject | null,
  renderer: 'svg' | 'canvas',
  width: number,
  height: number,
): DrawnChart {
  const ref = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [failure, setFailure] = useState<StillhouseError | null>(null);
  const ready = width > 0;
  useEffect(() => {
    const element = ref.current;
    if (element === null || !ready) return undefined;
    const made = initECharts(element, null, { renderer });
    setChart(made);
    return () => {
      setChart(null);
      made.dispose();
    };
  }, [renderer, ready]);
  useEffect(() => {
    chart?.resize({ width, height, silent: true });
  }, [chart, width, height]);
  useEffect(() => {
    if (chart === null || option === null) return;
    try {
      chart.setOption(withFunctions(option), { notMerge: true });
      setFailure(null);
    } catch (error) {
      setFailure(toStillhouseError(error));
    }
  }, [chart, option]);
  return { ref, chart, failure };
}
