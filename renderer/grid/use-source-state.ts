import { useCallback, useSyncExternalStore } from 'react';
import type { RowSource, SourceState } from '../../src/results/row-source.ts';

/** The state of a source, followed as it changes. */
export function useSourceState(source: RowSource): SourceState {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  return useSyncExternalStore(subscribe, () => source.state());
}
