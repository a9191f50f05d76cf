/** The three looks of the product. `contrast` is white on black. */
export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The colours with a meaning, as `#RRGGBB`. Text colours reach 4.5:1 and `control` 3:1 on both grounds. */
export interface Tokens {
  /** What grids, editors and charts lie on. */
  readonly ground: string;
  /** What panels, bars and menus lie on. */
  readonly panel: string;
  /** Hairlines that separate; never the only sign of a control. */
  readonly border: string;
  /** Outlines of inputs and buttons. */
  readonly control: string;
  readonly text: string;
  readonly textMuted: string;
  /** Action and selection, nothing else. */
  readonly accent: string;
  /** Text on a fill of `accent`. */
  readonly onAccent: string;
  /** Fill behind selected rows; `text` reads on it. */
  readonly selection: string;
  readonly good: string;
  readonly warning: string;
  readonly bad: string;
}

export const tokens: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    ground: '#FFFFFF',
    panel: '#F7F7F5',
    border: '#DDE1E6',
    control: '#828C99',
    text: '#1B2430',
    textMuted: '#55606E',
    accent: '#A4551F',
    onAccent: '#FFFFFF',
    selection: '#F6E9DF',
    good: '#1E6F42',
    warning: '#8A5A00',
    bad: '#B3261E',
  },
  dark: {
    ground: '#16181C',
    panel: '#1D2025',
    border: '#31363E',
    control: '#6F7885',
    text: '#E6E9EE',
    textMuted: '#A0A9B5',
    accent: '#E0935A',
    onAccent: '#16181C',
    selection: '#3A2A1E',
    good: '#63C28B',
    warning: '#E0B040',
    bad: '#F2847C',
  },
  contrast: {
    ground: '#000000',
    panel: '#000000',
    border: '#8A93A0',
    control: '#C2C9D2',
    text: '#FFFFFF',
    textMuted: '#D5DAE1',
    accent: '#FFB072',
    onAccent: '#000000',
    selection: '#4A2B12',
    good: '#6EE7A5',
    warning: '#FFD54A',
    bad: '#FF9C94',
  },
};

/** CSS font stacks; both first choices are bundled with the product. */
export const fonts = {
  interface: "'Inter Variable', system-ui, sans-serif",
  code: "'JetBrains Mono Variable', ui-monospace, monospace",
} as const;
