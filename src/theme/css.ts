import { palettes } from './palette.ts';
import { fonts, tokens, type ThemeName } from './tokens.ts';

/**
 * A theme as CSS custom properties: `--sh-` and the token in kebab case (`textMuted` is `--sh-text-muted`), the data
 * hues as `--sh-series-1` … and `--sh-neutral`, the font stacks as `--sh-font-interface` and `--sh-font-code`.
 */
export function cssVariables(theme: ThemeName): Readonly<Record<string, string>> {
  const palette = palettes[theme];
  const named: [string, string][] = [
    ...Object.entries({ ...tokens[theme] }).map(([token, color]): [string, string] => [cssVariableName(token), color]),
    ...palette.categorical.map((color, index): [string, string] => [`--sh-series-${index + 1}`, color]),
    ['--sh-neutral', palette.neutral],
    ...Object.entries(fonts).map(([role, stack]): [string, string] => [`--sh-font-${role}`, stack]),
  ];
  return Object.fromEntries(named);
}

function cssVariableName(token: string): string {
  return `--sh-${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}
