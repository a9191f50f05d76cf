import { CloseButton } from '@mantine/core';
import { useStore } from 'zustand';
import { CellInspector } from '../../grid/CellInspector.tsx';
import { viewStore } from '../../store/view-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './Inspector.module.css';
import { inspectorStore } from './inspector-store.ts';
import { ResultProfile } from '../../grid/ResultProfile.tsx';

/** The panel at the right: one cell's whole value, or one column's profile. */
export function Inspector() {
  const inspected = useStore(inspectorStore, (store) => store.inspected);
  return (
    <aside className={classes.panel} aria-label="Inspector">
      <header className={classes.head}>
        <h3>{inspected === undefined ? 'Inspector' : { cell: 'Cell', profile: 'Column' }[inspected.kind]}</h3>
        <CloseButton
          size="sm"
          aria-label="Close the inspector"
          onClick={() => {
            viewStore.setState({ inspectorOpen: false });
          }}
        />
      </header>
      <div className={classes.body}>
        {inspected === undefined && (
          <EmptyState title="Nothing chosen">
            Press Enter on a cell to see its whole value, or choose “Profile” in a column’s menu.
          </EmptyState>
        )}
        {inspected?.kind === 'cell' && (
          <CellInspector place={inspected.place} column={inspected.column} row={inspected.row} />
        )}
        {inspected?.kind === 'profile' && <ResultProfile view={inspected.view} column={inspected.column} />}
      </div>
    </aside>
  );
}
