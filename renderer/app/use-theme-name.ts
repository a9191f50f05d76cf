import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { settingsStore } from '../store/settings.ts';
import { applyTheme, resolveTheme } from './theme.ts';

/** The theme to show, also set on the document. */
export function useThemeName(): ThemeName {
  const choice = useStore(settingsStore, (settings) => settings.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  const theme = resolveTheme(choice, systemIsDark);
  useEffect(() => {
    applyTheme(theme);
  }, [theme]);
  return theme;
}
