import { useCallback, useState, type KeyboardEvent } from 'react';
import { z } from 'zod';
import type { ChartData } from '../../src/charts/data.ts';
import type { JsonObject } from '../../src/charts/options/json.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import { selectionAt, type Selection } from '../../src/charts/selection.ts';
import type { ECharts } from './echarts.ts';
import { tipText } from './tooltip.ts';

const seriesSchema = z.array(z.object({ data: z.array(z.unknown()) }).loose());
const markSchema = z.object({ at: z.tuple([z.number(), z.number()]) });

export interface MarkKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  /** What the mark in focus tells, for the live region. */
  readonly spoken: string;
}

interface Place {
  readonly series: number;
  readonly item: number;
}

/** Lets the arrow keys walk over the marks of a chart: left and right within a series, up and down between them; Enter selects. */
export function useMarkKeys(
  echarts: ECharts | null,
  option: JsonObject | null,
  chart: Chart,
  data: ChartData,
  onSelect: ((selection: Selection) => void) | undefined,
): MarkKeys {
  const [place, setPlace] = useState<Place | null>(null);
  const [spoken, setSpoken] = useState('');
  const leave = useCallback(() => {
    echarts?.dispatchAction({ type: 'hideTip' });
    echarts?.dispatchAction({ type: 'downplay' });
    setPlace(null);
    setSpoken('');
  }, [echarts]);
  const onKeyDown = (event: KeyboardEvent) => {
    const marks = marksOf(option);
    if (echarts === null || marks.length === 0) return;
    if (event.key === 'Escape') {
      leave();
    } else if ((event.key === 'Enter' || event.key === ' ') && place !== null) {
      event.preventDefault();
      const mark = markSchema.safeParse(marks[place.series]?.[place.item]);
      const selection = mark.success ? selectionAt(chart, data, mark.data.at) : null;
      if (selection !== null) onSelect?.(selection);
    } else {
      const next = moved(event.key, place, marks);
      if (next === null) return;
      event.preventDefault();
      setPlace(next);
      setSpoken(tipText({ color: '', data: marks[next.series]?.[next.item] }));
      const where = { seriesIndex: next.series, dataIndex: next.item };
      echarts.dispatchAction({ type: 'downplay' });
      echarts.dispatchAction({ type: 'highlight', ...where });
      echarts.dispatchAction({ type: 'showTip', ...where });
    }
  };
  return { onKeyDown, onBlur: leave, spoken };
}

function marksOf(option: JsonObject | null): readonly (readonly unknown[])[] {
  const parsed = seriesSchema.safeParse(option?.series);
  return parsed.success ? parsed.data.map(({ data }) => data) : [];
}

function moved(key: string, place: Place | null, marks: readonly (readonly unknown[])[]): Place | null {
  const steps: Partial<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const step = steps[key];
  if (step === undefined) return null;
  if (place === null) return { series: 0, item: 0 };
  const series = Math.min(marks.length - 1, Math.max(0, place.series + step[0]));
  const last = (marks[series]?.length ?? 1) - 1;
  return { series, item: Math.min(last, Math.max(0, place.item + step[1])) };
}
