import { contrastRatio } from '../../src/theme/contrast.ts';
import { palettes, rampColor } from '../../src/theme/palette.ts';
import { type ThemeName, tokens } from '../../src/theme/tokens.ts';

/** The colours of code, as `#RRGGBB`; each reads at 4.5:1 on the editor's ground. */
export interface CodeColors {
  readonly keyword: string;
  readonly type: string;
  readonly function: string;
  readonly string: string;
  readonly number: string;
  readonly parameter: string;
  readonly comment: string;
  readonly operator: string;
}

/** Which hue of the data palette stands for which kind of word. */
const hues = { keyword: 0, type: 4, function: 5, string: 2, number: 3, parameter: 1 } as const;

/** The code colours of a theme, taken from its data palette so that both belong together. */
export function codeColors(theme: ThemeName): CodeColors {
  const { ground, text, textMuted } = tokens[theme];
  const hue = (index: number) => readableColor(palettes[theme].categorical[index] ?? text, text, ground);
  return {
    keyword: hue(hues.keyword),
    type: hue(hues.type),
    function: hue(hues.function),
    string: hue(hues.string),
    number: hue(hues.number),
    parameter: hue(hues.parameter),
    comment: textMuted,
    operator: textMuted,
  };
}

/** A hue moved towards the text colour, in steps of 5 %, until it reads on the ground. */
function readableColor(color: string, text: string, ground: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = rampColor([color, text], share);
    if (contrastRatio(mixed, ground) >= 4.5) return mixed;
  }
  return text;
}
