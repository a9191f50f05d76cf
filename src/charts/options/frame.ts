import { fonts } from '../../theme/tokens.ts';
import type { Description } from '../describe.ts';
import { chartTitle } from '../words/titles.ts';
import { ink } from './ink.ts';
import type { JsonObject } from './json.ts';
import type { Scene } from './scene.ts';
import { textWidth } from './text-width.ts';

/** Longest motion, in milliseconds. */
const motion = 120;

/** What stands around the marks. */
export interface Frame {
  readonly option: JsonObject;
  readonly tooltip: JsonObject;
  /** The caption, if there is one; axis titles are added to it. */
  readonly titles: readonly JsonObject[];
  /** Where the marks may begin, in pixels from above. */
  readonly top: number;
}

/** What a builder adds to the frame. */
export interface Picture {
  readonly titles?: readonly JsonObject[];
  readonly tooltip?: JsonObject;
  readonly parts: JsonObject;
}

/** The whole option. */
export function framed(frame: Frame, { titles = [], tooltip = {}, parts }: Picture): JsonObject {
  return {
    ...frame.option,
    title: [...frame.titles, ...titles],
    tooltip: { ...frame.tooltip, ...tooltip },
    ...parts,
  };
}

/** What all charts have: ground, type, motion, accessible text, tooltip and, in exports, the caption. */
export function frameOf(scene: Scene, description: Description): Frame {
  const { look, tokens, palette } = scene;
  const caption = look.captioned ? captionOf(scene, description) : { titles: [], top: 8 };
  return {
    ...caption,
    option: {
      backgroundColor: tokens.ground,
      color: palette.categorical,
      textStyle: { fontFamily: fonts.interface, fontSize: 12, color: tokens.text },
      animation: look.animated,
      animationDuration: motion,
      animationDurationUpdate: motion,
      stateAnimation: { duration: look.animated ? motion : 0 },
      useUTC: true,
      aria: { enabled: true, label: { enabled: true, description: description.summary } },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: tokens.panel,
      borderColor: tokens.control,
      textStyle: ink(tokens.text, 12),
      transitionDuration: look.animated ? motion / 1000 : 0,
      formatter: { named: 'tooltip' },
    },
  };
}

function captionOf({ chart, look, tokens }: Scene, { sentence, notes }: Description): Pick<Frame, 'titles' | 'top'> {
  const width = look.width - 16;
  const words = [sentence, ...notes].join(' ');
  const lines = Math.ceil(textWidth(words, 12) / width);
  const title: JsonObject = {
    text: chartTitle(chart),
    subtext: words,
    left: 8,
    top: 12,
    padding: 0,
    itemGap: 6,
    textStyle: { ...ink(tokens.text, 16), fontWeight: 600, width, overflow: 'truncate' },
    subtextStyle: { ...ink(tokens.textMuted, 12), lineHeight: 18, width, overflow: 'break' },
  };
  return { titles: [title], top: 12 + 24 + lines * 18 + 12 };
}
