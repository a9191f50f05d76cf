import type { ThemeName } from './tokens.ts';

/** The colours of data, as `#RRGGBB`. */
export interface Palette {
  /**
   * Okabe and Ito's hues (Color Universal Design, 2008), shifted until each reaches 3:1 against the theme's grounds and
   * any two stay ΔE2000 ≥ 10 apart in normal sight and in simulated protanopia, deuteranopia and tritanopia.
   */
  readonly categorical: readonly string[];
  /** For “Other” and “(no value)”: recedes behind the hues. */
  readonly neutral: string;
  /** Little to much; lightness changes in one direction, away from the ground. */
  readonly sequential: readonly string[];
  /** Far below to far above; the middle is close to the ground. */
  readonly diverging: readonly string[];
}

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    categorical: ['#1060A6', '#CA7800', '#14885E', '#B14F11', '#0894D3', '#AB6C99', '#404100'],
    neutral: '#828C99',
    sequential: ['#D0EDFE', '#8DD0FE', '#4CB0FA', '#2D8EDF', '#226DBB', '#214F8F', '#1E345E'],
    diverging: ['#004D8F', '#4476AC', '#7B9EC5', '#B4C7DD', '#EEF0F3', '#DEC1B4', '#C6937D', '#AC6747', '#903A03'],
  },
  dark: {
    categorical: ['#3A80DB', '#E3A314', '#14A06F', '#D8650F', '#5FBDF0', '#C37AA8', '#F4E64F'],
    neutral: '#7D8794',
    sequential: ['#1E345E', '#18508E', '#0070B6', '#0493D3', '#1CB6F0', '#64D8FF', '#BFF2FF'],
    diverging: ['#71BFFF', '#5B99CC', '#4C7496', '#3E5263', '#2D3137', '#604A39', '#906542', '#C3824A', '#F8A052'],
  },
  contrast: {
    categorical: ['#4A90F0', '#EBA71C', '#14AD78', '#E4691A', '#78CCFA', '#D084B4', '#FBF06A'],
    neutral: '#A9B2BE',
    sequential: ['#162C56', '#0A4B87', '#006FAB', '#0595CB', '#0BBCEB', '#63E1FD', '#D3FAFF'],
    diverging: ['#95D7FE', '#61A8D0', '#4B7892', '#354B58', '#1F2226', '#564430', '#8E6A3F', '#C9924E', '#FEC076'],
  },
};

/** The colour of the series at a position; colours repeat after the last hue, so pair them with labels or dashes. */
export function seriesColor(palette: Palette, index: number): string {
  return palette.categorical[index % palette.categorical.length] ?? palette.neutral;
}

/** The colour at a share 0…1 of a ramp, mixed in sRGB between its stops. */
export function rampColor(ramp: readonly string[], share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const lower = Math.min(Math.floor(place), ramp.length - 2);
  const from = ramp[lower] ?? '#000000';
  const to = ramp[lower + 1] ?? from;
  const mixed = [1, 3, 5].map((start) => {
    const low = Number.parseInt(from.slice(start, start + 2), 16);
    const high = Number.parseInt(to.slice(start, start + 2), 16);
    return Math.round(low + (high - low) * (place - lower))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('').toUpperCase()}`;
}
