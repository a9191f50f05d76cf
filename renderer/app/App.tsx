import { MantineProvider } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { useMemo } from 'react';
import { Frame } from './frame/Frame.tsx';
import { type Services, ServicesContext } from './services.ts';
import { mantineTheme, mantineVariables } from './theme.ts';
import { useThemeName } from './use-theme-name.ts';

/** The window: theme, services, frame. */
export function App({ services }: { readonly services: Services }) {
  const theme = useThemeName();
  const still = useReducedMotion();
  const [look, variables] = useMemo(() => [mantineTheme(theme), mantineVariables(theme)] as const, [theme]);
  return (
    <MantineProvider
      theme={look}
      cssVariablesResolver={variables}
      forceColorScheme={theme === 'light' ? 'light' : 'dark'}
      env={still ? 'test' : 'default'}
    >
      <ServicesContext value={services}>
        <Notifications position="bottom-right" limit={4} autoClose={6000} />
        <Frame />
      </ServicesContext>
    </MantineProvider>
  );
}
