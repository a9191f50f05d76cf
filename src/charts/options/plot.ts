import type { AxisRoom } from './axes.ts';
import type { Frame } from './frame.ts';
import { ink } from './ink.ts';
import type { JsonObject } from './json.ts';
import type { Scene } from './scene.ts';
import { oneLine } from './text-width.ts';

/** Up to so many series are named where they are drawn; more get a legend. */
export const mostDirectLabels = 6;

/** Height of the labels below the marks, in pixels. */
export const axisHeight = 22;

/** Narrower charts keep their room for the marks and name series in a legend. */
export function hasRoomForNames({ look }: Scene): boolean {
  return look.width >= 360;
}

const titleHeight = 20;
/** Height of a legend, in pixels. */
export const legendHeight = 26;

/** What surrounds the rectangle of the marks. */
export interface PlotNeeds {
  /** Title of the upward axis, written level above it. */
  readonly above: string;
  /** Title of the axis below. */
  readonly below: string;
  readonly legend?: readonly string[];
  /** Room to the right of the marks, in pixels. */
  readonly right?: number;
  /** Room below the axis, in pixels. */
  readonly bottom?: number;
}

/** A rectangle with two axes, and what stands around it. */
export interface Plot {
  readonly titles: readonly JsonObject[];
  readonly parts: JsonObject;
  /** Roughly the size of the rectangle with its labels, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly across: AxisRoom;
  readonly up: AxisRoom;
}

/** Lays out titles, legend and rectangle from top to bottom. */
export function plotOf(scene: Scene, frame: Frame, needs: PlotNeeds): Plot {
  const { width, height } = scene.look;
  const { above, below, legend, right = 16 } = needs;
  const legendTop = frame.top + (above === '' ? 0 : titleHeight);
  const top = legendTop + (legend === undefined ? 0 : legendHeight) + 6;
  const bottom = (needs.bottom ?? 0) + (below === '' ? 10 : 28);
  return {
    titles: [
      ...axisTitle(scene, above, { left: 8, top: frame.top }),
      ...axisTitle(scene, below, { left: 'center', bottom: 6 + (needs.bottom ?? 0) }),
    ],
    parts: {
      ...(legend === undefined ? {} : { legend: legendOf(scene, legendTop, legend) }),
      brush: brushOf(scene),
      grid: { left: 8, top, right, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    width: width - 8 - right,
    height: height - top - bottom,
    across: { along: 'across', length: width - 8 - right },
    up: { along: 'up', length: height - top - bottom },
  };
}

/** Lets a stretch be selected; nothing happens before the shell switches brushing on. */
function brushOf({ tokens }: Scene): JsonObject {
  return {
    toolbox: [],
    xAxisIndex: 0,
    yAxisIndex: 0,
    outOfBrush: { colorAlpha: 0.35 },
    throttleType: 'debounce',
    throttleDelay: 100,
    brushStyle: { borderWidth: 1, color: tokens.selection, borderColor: tokens.accent, opacity: 0.4 },
  };
}

function axisTitle({ tokens, look }: Scene, text: string, place: JsonObject): JsonObject[] {
  if (text === '') return [];
  const style = {
    ...ink(tokens.textMuted, 12),
    fontWeight: 'normal',
    width: look.width - 16,
    overflow: 'truncate',
  };
  return [{ text: oneLine(text), padding: 0, ...place, textStyle: style }];
}

/** One scrolling line of names. */
export function legendOf({ tokens }: Scene, top: number, names: readonly string[]): JsonObject {
  return {
    type: 'scroll',
    top,
    left: 8,
    right: 8,
    padding: 0,
    itemWidth: 14,
    itemHeight: 10,
    itemGap: 12,
    data: [...names],
    textStyle: ink(tokens.text, 12),
    inactiveColor: tokens.control,
    pageTextStyle: { color: tokens.textMuted },
    pageIconColor: tokens.text,
    pageIconInactiveColor: tokens.control,
  };
}
