import { palettes, seriesColor, type Palette } from '../../theme/palette.ts';
import { tokens, type Tokens } from '../../theme/tokens.ts';
import type { Cell, Position } from '../data.ts';
import { doubleDecimal, formatExact, formatNumber, formatShare, formatBrief, plainFormat } from '../number-format.ts';
import type { Chart, Dimension } from '../resolve.ts';
import type { NumberFormat } from '../spec.ts';
import { positionLabel } from '../words/positions.ts';
import type { Look } from './look.ts';

/** What every builder needs: the chart, its colours and its ways of writing. */
export interface Scene {
  readonly chart: Chart;
  readonly look: Look;
  readonly tokens: Tokens;
  readonly palette: Palette;
  /** How figures of the measure are written. */
  readonly format: NumberFormat;
  readonly nameX: (position: Position | undefined) => string;
  readonly nameSeries: (position: Position | undefined) => string;
  /** Places on the upward axis of a scatter chart. */
  readonly nameUp: (position: Position | undefined) => string;
  /** Every digit. */
  readonly exact: (cell: Cell | undefined) => string;
  readonly exactNumber: (value: number) => string;
  /** As few characters as a label has room for. */
  readonly brief: (value: number) => string;
  /** A number that is no figure of the measure. */
  readonly plain: (value: number) => string;
  readonly share: (part: number, whole: number) => string;
}

/** The scene of a chart in a look. */
export function sceneOf(chart: Chart, look: Look): Scene {
  const { locale } = look;
  const { format } = chart.spec;
  const nowhere: Position = { kind: 'all' };
  const name = (dimension: Dimension | null) => (position: Position | undefined) =>
    positionLabel(position ?? nowhere, dimension, chart, locale);
  return {
    chart,
    look,
    format,
    tokens: tokens[look.theme],
    palette: palettes[look.theme],
    nameX: name(chart.x),
    nameSeries: name(chart.series),
    nameUp: name(chart.y),
    exact: (cell) => (cell?.exact == null ? 'no value' : formatExact(cell.exact, format, locale)),
    exactNumber: (value) => formatExact(doubleDecimal(value), format, locale),
    brief: (value) => formatBrief(value, format, locale),
    plain: (value) => formatNumber(value, plainFormat, locale),
    share: (part, whole) => formatShare(part, whole, locale),
  };
}

/** The colour of each series; “Other” and “(no value)” recede. */
export function seriesColors({ palette, tokens: { textMuted } }: Scene, series: readonly Position[]): string[] {
  let next = 0;
  return series.map(({ kind }) => {
    if (kind === 'other') return palette.neutral;
    return kind === 'missing' ? textMuted : seriesColor(palette, next++);
  });
}

/** The line of each series: after every hue was used once, dashes tell the next round apart. */
export function lineDash(palette: Palette, index: number): 'solid' | 'dashed' | 'dotted' {
  const round = Math.floor(index / palette.categorical.length) % 3;
  return round === 0 ? 'solid' : round === 1 ? 'dashed' : 'dotted';
}
