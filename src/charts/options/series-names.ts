import { ink } from './ink.ts';
import type { JsonObject } from './json.ts';
import { finite, type DrawnValues } from './drawn-values.ts';
import { spreadOut, type Extent } from './nice-extent.ts';
import type { Scene } from './scene.ts';

/** Least distance between the middles of two names, in pixels. */
const nameGap = 15;

export interface SeriesNamesLayout {
  /** Names stand in the middle of stacked parts instead of at the ends of lines. */
  readonly stacked: boolean;
  readonly extent: Extent;
  /** Of the rectangle of the marks, in pixels. */
  readonly height: number;
  /** Where a place lies along the axis below. */
  readonly place: (index: number) => number;
}

/** The names of series at the last of their marks, moved apart where they would cover each other. */
export function seriesNames(
  { tokens }: Scene,
  values: DrawnValues,
  names: readonly string[],
  { stacked, extent, height, place }: SeriesNamesLayout,
): JsonObject {
  const ends = names.flatMap((text, line) => {
    const end = values[line]?.findLastIndex((value) => !Number.isNaN(value)) ?? -1;
    if (end < 0) return [];
    const own = values[line]?.[end] ?? 0;
    const below = values.slice(0, line).reduce((sum, lower) => sum + finite(lower[end]), 0);
    return [{ text, x: place(end), y: stacked ? below + own / 2 : own }];
  });
  const pixels = ends.map(({ y }) => (height * (extent.max - y)) / (extent.max - extent.min));
  const shifts = spreadOut(pixels, nameGap, height);
  return {
    id: 'names',
    type: 'scatter',
    symbolSize: 1,
    silent: true,
    itemStyle: { opacity: 0 },
    tooltip: { show: false },
    label: {
      show: true,
      position: 'right',
      distance: 6,
      ...ink(tokens.text, 12),
      opacity: 1,
      formatter: { named: 'label' },
    },
    data: ends.map(({ text, x, y }, index) => ({ value: [x, y], text, label: { offset: [0, shifts[index] ?? 0] } })),
  };
}
