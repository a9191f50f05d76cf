import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '../../../renderer/styles/global.css';
import { createRoot } from 'react-dom/client';
import { applyTheme, mantineTheme, mantineVariables } from '../../../renderer/app/theme.ts';
import { ResultGrid } from '../../../renderer/grid/ResultGrid.tsx';
import type { ResultView } from '../../../src/results/result-view.ts';

/** Somewhere to show things, as large as the results of a query in a full window. */
export interface Stage {
  readonly element: HTMLElement;
  /** Takes away what is shown. */
  clear(): void;
}

export function openStage(): Stage {
  const element = document.createElement('div');
  element.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 1160px; height: 560px; overflow: hidden';
  document.body.append(element);
  return {
    element,
    clear() {
      element.remove();
    },
  };
}

/** Shows a result in the app's own grid, header profiles and all. */
export function showGrid(view: ResultView): Stage {
  const stage = openStage();
  applyTheme('light');
  const root = createRoot(stage.element);
  root.render(
    <MantineProvider theme={mantineTheme('light')} cssVariablesResolver={mantineVariables('light')}>
      <ResultGrid view={view} state={undefined} onState={() => undefined} />
    </MantineProvider>,
  );
  return {
    element: stage.element,
    clear() {
      root.unmount();
      stage.clear();
    },
  };
}
