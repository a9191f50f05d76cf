import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { cssVariables } from '../../src/theme/css.ts';
import { fonts, type ThemeName, tokens } from '../../src/theme/tokens.ts';

/** What the user chose; `system` follows the operating system between light and dark. */
export type ThemeChoice = ThemeName | 'system';

/** The theme to show for a choice. */
export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): ThemeName {
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}

/** Sets a theme's colours on the document, where all our style sheets read them. */
export function applyTheme(theme: ThemeName): void {
  const { style, dataset } = document.documentElement;
  for (const [name, value] of Object.entries(cssVariables(theme))) style.setProperty(name, value);
  style.setProperty('color-scheme', theme === 'light' ? 'light' : 'dark');
  dataset.theme = theme;
}

/** Mantine in our type, sizes and colours. */
export function mantineTheme(theme: ThemeName) {
  return createTheme({
    fontFamily: fonts.interface,
    fontFamilyMonospace: fonts.code,
    fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
    defaultRadius: 6,
    primaryColor: 'copper',
    primaryShade: { light: 6, dark: 6 },
    autoContrast: true,
    luminanceThreshold: 0.3,
    black: tokens[theme].onAccent === '#FFFFFF' ? '#000000' : tokens[theme].onAccent,
    colors: { copper: shades(tokens[theme].accent) },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Button: { defaultProps: { size: 'compact-sm' } },
      TextInput: { defaultProps: { size: 'xs' } },
      NumberInput: { defaultProps: { size: 'xs' } },
      Select: { defaultProps: { size: 'xs', allowDeselect: false } },
      TagsInput: { defaultProps: { size: 'xs' } },
      MultiSelect: { defaultProps: { size: 'xs' } },
      Checkbox: { defaultProps: { size: 'xs' } },
      SegmentedControl: { defaultProps: { size: 'xs' } },
      Loader: { defaultProps: { role: 'status' } },
      Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
      Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
      Modal: {
        defaultProps: {
          closeButtonProps: { 'aria-label': 'Close' },
          transitionProps: { duration: 100 },
          overlayProps: { opacity: 0.4 },
        },
      },
    },
  });
}

/** Mantine's own surfaces and texts, taken from our tokens. */
export function mantineVariables(theme: ThemeName): CSSVariablesResolver {
  const token = tokens[theme];
  const variables = {
    '--mantine-color-body': token.ground,
    '--mantine-color-text': token.text,
    '--mantine-color-dimmed': token.textMuted,
    '--mantine-color-default': token.ground,
    '--mantine-color-default-hover': token.panel,
    '--mantine-color-default-color': token.text,
    '--mantine-color-default-border': token.control,
    '--mantine-color-placeholder': token.textMuted,
    '--mantine-color-error': token.bad,
    '--mantine-color-anchor': token.accent,
    '--mantine-primary-color-filled': token.accent,
    '--mantine-primary-color-contrast': token.onAccent,
    '--mantine-primary-color-light': token.selection,
    '--mantine-primary-color-light-color': token.accent,
  };
  return () => ({ variables: {}, light: variables, dark: variables });
}

/** Every shade is the accent itself: one accent, for action and selection only. */
function shades(accent: string): MantineColorsTuple {
  return [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent];
}
