import { createStore } from 'zustand/vanilla';
import type { ColumnInfo } from '../../../src/engine/types.ts';
import type { CellPlace } from '../../../src/results/row-source.ts';
import type { ResultView } from '../../../src/results/result-view.ts';
import { viewStore } from '../../store/view-state.ts';

/** What the inspector shows. */
export type Inspected =
  | { readonly kind: 'cell'; readonly place: CellPlace; readonly column: ColumnInfo; readonly row: number }
  | { readonly kind: 'profile'; readonly view: ResultView; readonly column: number };

export const inspectorStore = createStore<{ readonly inspected: Inspected | undefined }>()(() => ({
  inspected: undefined,
}));

/** Shows something in the inspector and opens it. */
export function inspect(inspected: Inspected): void {
  inspectorStore.setState({ inspected });
  viewStore.setState({ inspectorOpen: true });
}
