import { useCallback, useSyncExternalStore } from 'react';
import type { ResultView, ViewState } from '../../src/results/result-view.ts';

/** The state of a view, followed as it changes. */
export function useResultView(view: ResultView): ViewState {
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view]);
  return useSyncExternalStore(subscribe, () => view.state());
}
