import { type Ref, useState } from 'react';
import { useStore } from 'zustand';
import type { ResultView } from '../../../src/results/result-view.ts';
import { type GridViewState, parseGridState } from '../../grid/grid-view-state.ts';
import { ResultGrid, type ResultGridHandle } from '../../grid/ResultGrid.tsx';
import { settingsStore } from '../../store/settings.ts';
import { inspect } from './inspector-store.ts';

export interface InspectedGridProps {
  readonly view: ResultView;
  /** Widths, pins and hidden columns as they were kept with the tab. */
  readonly kept: unknown;
  readonly onKeep: (state: GridViewState) => void;
  /** Whether small profiles may stand in the headers; few rows need none. */
  readonly profiled?: boolean;
  readonly ref: Ref<ResultGridHandle>;
}

/** A result's grid whose cells and columns open in the inspector. */
export function InspectedGrid({ view, kept, onKeep, profiled = true, ref }: InspectedGridProps) {
  const headerProfiles = useStore(settingsStore, (settings) => settings.headerProfiles);
  const rowHeight = useStore(settingsStore, ({ density }) => (density === 'comfortable' ? 34 : 28));
  const [state, setState] = useState(() => parseGridState(kept));
  return (
    <ResultGrid
      ref={ref}
      view={view}
      state={state}
      rowHeight={rowHeight}
      headerProfiles={profiled && headerProfiles}
      onState={(next) => {
        setState(next);
        onKeep(next);
      }}
      onOpenCell={(place, column, row) => {
        inspect({ kind: 'cell', place, column, row });
      }}
      onProfile={(column) => {
        inspect({ kind: 'profile', view, column });
      }}
    />
  );
}
