import { useEffect } from 'react';
import { z } from 'zod';
import type { ChartData } from '../../src/charts/data.ts';
import type { BrushType } from '../../src/charts/options/brush.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import { selectionAlong, selectionAt, selectionWithin, type Selection } from '../../src/charts/selection.ts';
import type { ECharts } from './echarts.ts';

const clickSchema = z.object({ data: z.object({ at: z.tuple([z.number(), z.number()]) }) });
const stretch = z.tuple([z.number(), z.number()]);
const brushSchema = z.object({
  areas: z.array(z.object({ coordRange: z.union([stretch, z.tuple([stretch, stretch])]) })).min(1),
});

export interface Selecting {
  readonly chart: Chart;
  readonly data: ChartData;
  /** The brush that a drag over the chart draws; `null` switches it off. */
  readonly brush: BrushType;
  readonly onSelect: ((selection: Selection) => void) | undefined;
}

/** Tells which rows a click or, while brushing, a drag over the chart stands for. */
export function useSelecting(echarts: ECharts | null, { chart, data, brush, onSelect }: Selecting): void {
  useEffect(() => {
    if (echarts === null || onSelect === undefined) return undefined;
    const tell = (selection: Selection | null) => {
      if (selection !== null) onSelect(selection);
    };
    const onClick = (given: unknown) => {
      const parsed = clickSchema.safeParse(given);
      if (parsed.success) tell(selectionAt(chart, data, parsed.data.data.at));
    };
    const onBrush = (given: unknown) => {
      const parsed = brushSchema.safeParse(given);
      const range = parsed.success ? parsed.data.areas[0]?.coordRange : undefined;
      if (range !== undefined) tell(brushed(chart, data, range));
    };
    echarts.on('click', onClick);
    echarts.on('brushEnd', onBrush);
    return () => {
      if (echarts.isDisposed()) return;
      echarts.off('click', onClick);
      echarts.off('brushEnd', onBrush);
    };
  }, [echarts, chart, data, onSelect]);
  useEffect(() => {
    if (echarts === null) return;
    const brushOption = { brushType: brush ?? false, brushMode: 'single' };
    echarts.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption });
    if (brush === null) echarts.dispatchAction({ type: 'brush', areas: [] });
  }, [echarts, chart, data, brush]);
}

function brushed(
  chart: Chart,
  data: ChartData,
  range: z.output<typeof brushSchema>['areas'][number]['coordRange'],
): Selection | null {
  const [first, second] = range;
  if (Array.isArray(first) && Array.isArray(second)) return selectionWithin(chart, data, first, second);
  if (Array.isArray(first) || Array.isArray(second)) return null;
  return selectionAlong(chart, data, [first, second]);
}
