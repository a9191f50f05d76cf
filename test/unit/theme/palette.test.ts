import { describe, expect, test } from 'vitest';
import { contrastRatio, luminance, textOn } from '../../../src/theme/contrast.ts';
import { cssVariables } from '../../../src/theme/css.ts';
import { palettes, rampColor, seriesColor } from '../../../src/theme/palette.ts';
import { themeNames, tokens } from '../../../src/theme/tokens.ts';
import { deltaE2000, seenLab, type Sight } from './color-vision.ts';

const sights: readonly Sight[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'];
const pairs = (colors: readonly string[]) =>
  colors.flatMap((first, index) => colors.slice(index + 1).map((second) => [first, second] as const));

describe('the measures themselves', () => {
  test('contrast follows WCAG', () => {
    expect(contrastRatio('#FFFFFF', '#000000')).toBeCloseTo(21, 10);
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.478, 3);
  });

  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  ] as const)('ΔE2000 gives the published value for %j', (first, second, published) => {
    expect(deltaE2000(first, second)).toBeCloseTo(published, 3);
  });

  test('red and green of one lightness fall together in deuteranopia', () => {
    const distance = (sight: Sight) => deltaE2000(seenLab('#A05A2C', sight), seenLab('#6B7A1E', sight));
    expect(distance('deuteranopia')).toBeLessThan(distance('normal') / 2);
  });
});

describe.each(themeNames)('the %s theme', (name) => {
  const palette = palettes[name];
  const { ground, panel, ...ink } = tokens[name];
  const grounds = [ground, panel];

  test.each(palette.categorical)('series colour %s stands out from both grounds', (color) => {
    for (const behind of grounds) expect(contrastRatio(color, behind)).toBeGreaterThanOrEqual(3);
  });

  test.each(sights)('series colours stay apart in %s', (sight) => {
    for (const [first, second] of pairs(palette.categorical)) {
      expect(deltaE2000(seenLab(first, sight), seenLab(second, sight)), `${first} ${second}`).toBeGreaterThan(10);
    }
  });

  test('the neutral is seen and is none of the hues', () => {
    for (const behind of grounds) expect(contrastRatio(palette.neutral, behind)).toBeGreaterThanOrEqual(3);
    expect(palette.categorical).not.toContain(palette.neutral);
  });

  test('the sequential ramp moves away from the ground, step by visible step', () => {
    const away = palette.sequential.map((color) => contrastRatio(color, ground));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    palette.sequential.slice(1).forEach((color, index) => {
      const before = palette.sequential[index] ?? '';
      for (const sight of sights) expect(deltaE2000(seenLab(before, sight), seenLab(color, sight))).toBeGreaterThan(5);
    });
  });

  test('the diverging ramp is closest to the ground in its middle and its ends differ for everyone', () => {
    const away = palette.diverging.map((color) => contrastRatio(color, ground));
    expect(away.indexOf(Math.min(...away))).toBe((palette.diverging.length - 1) / 2);
    const [low, high] = [palette.diverging[0] ?? '', palette.diverging.at(-1) ?? ''];
    for (const sight of sights) expect(deltaE2000(seenLab(low, sight), seenLab(high, sight))).toBeGreaterThan(20);
  });

  test('text can be read and controls can be seen', () => {
    const { border, control, onAccent, selection, ...text } = ink;
    for (const behind of grounds) {
      for (const color of Object.values(text)) expect(contrastRatio(color, behind)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(control, behind)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(border, behind)).toBeGreaterThan(1.2);
    }
    expect(contrastRatio(onAccent, ink.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(ink.text, selection)).toBeGreaterThanOrEqual(7);
  });

  test('every token and hue has its CSS variable', () => {
    const variables = cssVariables(name);
    expect(variables['--sh-text-muted']).toBe(tokens[name].textMuted);
    expect(variables['--sh-series-1']).toBe(palette.categorical[0]);
    expect(variables['--sh-font-code']).toContain('JetBrains Mono');
    expect(Object.keys(variables)).toHaveLength(Object.keys(tokens[name]).length + palette.categorical.length + 3);
  });
});

test('series colours repeat and ramps mix between their stops', () => {
  const { categorical, sequential } = palettes.light;
  expect(seriesColor(palettes.light, categorical.length)).toBe(categorical[0]);
  expect(rampColor(sequential, 0)).toBe(sequential[0]);
  expect(rampColor(sequential, 1)).toBe(sequential.at(-1));
  expect(rampColor(['#000000', '#FFFFFF'], 0.5)).toBe('#808080');
  expect(luminance(rampColor(sequential, 0.4))).toBeGreaterThan(luminance(rampColor(sequential, 0.6)));
});

test('text takes the side that reads better', () => {
  expect(textOn('#1060A6')).toBe('#FFFFFF');
  expect(textOn('#F4E64F')).toBe('#000000');
});
