import { percentExtent } from './drawn-values.ts';
import { ink } from './ink.ts';
import type { JsonObject } from './json.ts';
import type { Scene } from './scene.ts';

/** The room that labels of an axis need, in pixels: lines of text above, or figures beside each other. */
const labelRoom = { up: 36, across: 84 };

/** The direction and length of an axis, in pixels. */
export interface AxisRoom {
  readonly along: 'up' | 'across';
  readonly length: number;
}

/** An axis that measures, with short figures. */
export function valueAxis(scene: Scene, { along, length }: AxisRoom, more: JsonObject = {}): JsonObject {
  const { tokens, format, look } = scene;
  return {
    type: 'value',
    splitNumber: stepsAlong({ along, length }),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: gridLine(scene) },
    axisLabel: {
      ...ink(tokens.textMuted, 11),
      hideOverlap: true,
      formatter: { named: 'short', format: { ...format }, locale: { ...look.locale } },
    },
    ...more,
  };
}

/** How many steps an axis has room for. */
export function stepsAlong({ along, length }: AxisRoom): number {
  return Math.max(2, Math.min(8, Math.floor(length / labelRoom[along])));
}

/** Grid lines recede; the border of high contrast would be too loud for them. */
export function gridLine({ tokens, look }: Scene): JsonObject {
  return { color: tokens.border, opacity: look.theme === 'contrast' ? 0.35 : 1 };
}

/** An axis of shares, 0 to 100 %. */
export function percentAxis(scene: Scene, room: AxisRoom): JsonObject {
  const { tokens, look } = scene;
  const format = { notation: 'plain', decimals: null, prefix: '', suffix: '\u00a0%' };
  return {
    ...valueAxis(scene, room),
    ...percentExtent,
    axisLabel: {
      ...ink(tokens.textMuted, 11),
      hideOverlap: true,
      formatter: { named: 'short', format, locale: { ...look.locale } },
    },
  };
}

/** How names stand along an axis. */
export interface NamesLayout {
  /** Where names are cut, in pixels. */
  readonly room?: number;
  /** Degrees against the clock. */
  readonly rotate?: number;
  /** First name on top. */
  readonly inverse?: boolean;
}

/** An axis of names, one band each. */
export function categoryAxis({ tokens }: Scene, names: readonly string[], layout: NamesLayout = {}): JsonObject {
  const { room, rotate = 0, inverse = false } = layout;
  const cut: JsonObject = room === undefined ? {} : { width: room, overflow: 'truncate' };
  return {
    type: 'category',
    data: [...names],
    inverse,
    axisLine: { lineStyle: { color: tokens.control } },
    axisTick: { show: false },
    axisLabel: { ...ink(tokens.text, 11), hideOverlap: true, rotate, ...cut },
  };
}

/** A calendar with ISO labels. */
export function timeAxis({ tokens }: Scene, more: JsonObject = {}): JsonObject {
  return {
    type: 'time',
    axisLine: { lineStyle: { color: tokens.control } },
    axisTick: { show: true, lineStyle: { color: tokens.control } },
    splitLine: { show: false },
    axisLabel: {
      ...ink(tokens.textMuted, 11),
      hideOverlap: true,
      formatter: {
        year: '{yyyy}',
        month: '{yyyy}-{MM}',
        day: '{MM}-{dd}',
        hour: '{HH}:{mm}',
        minute: '{HH}:{mm}',
        second: '{HH}:{mm}:{ss}',
        millisecond: '{ss}.{SSS}',
      },
    },
    ...more,
  };
}

/** A number line for places, not figures: no unit of the measure. */
export function numberAxis(scene: Scene, room: AxisRoom, more: JsonObject = {}): JsonObject {
  const plain = { notation: 'plain', decimals: null, prefix: '', suffix: '' };
  return valueAxis(scene, room, {
    axisLine: { show: true, lineStyle: { color: scene.tokens.control } },
    splitLine: { show: false },
    axisLabel: {
      ...ink(scene.tokens.textMuted, 11),
      hideOverlap: true,
      formatter: { named: 'short', format: plain, locale: { ...scene.look.locale } },
    },
    ...more,
  });
}
