import { useEffect } from 'react';
import { useStore } from 'zustand';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { openDialog } from '../../../store/dialogs.ts';
import { viewStore } from '../../../store/view-state.ts';
import { useServices } from '../../services.ts';
import type { QueryActions } from './use-query-actions.ts';

/** Puts a tab's actions under the window's commands while the tab is the active one. */
export function useQueryCommands(id: string, actions: QueryActions): void {
  const { commands, runners, messages } = useServices();
  const active = useStore(viewStore, ({ activeTab }) => activeTab === id);
  useEffect(() => {
    if (!active) return undefined;
    const { store } = runners.of(id);
    const idle = () => !store.getState().running;
    const dialect = () => {
      const tab = viewStore.getState().tabs[id];
      return tab?.kind === 'query' ? tab.dialect : 'duckdb';
    };
    const save = () => {
      const tab = viewStore.getState().tabs[id];
      const known = tab?.kind === 'query' ? tab.saved?.name : undefined;
      if (known === undefined) openDialog('saveQuery');
      else
        actions.saveAs(known).catch((error: unknown) => {
          messages.fail(toStillhouseError(error));
        });
    };
    return commands.register({
      'query.run': { run: actions.run, enabled: idle },
      'query.runAll': { run: actions.runAll, enabled: idle },
      'query.explain': { run: actions.explain, enabled: idle },
      'query.showSql': { run: actions.showSql, enabled: () => idle() && dialect() === 'distiller' },
      'query.showAs': { run: actions.showAs, enabled: idle },
      'query.dialect': {
        run: () => {
          actions.setDialect(dialect() === 'duckdb' ? 'distiller' : 'duckdb');
        },
      },
      'query.cancel': { run: actions.cancel, enabled: () => store.getState().running },
      'query.format': { run: actions.format },
      'query.save': { run: save },
      'edit.undo': { run: () => actions.editor.current?.undo() },
      'edit.redo': { run: () => actions.editor.current?.redo() },
      'edit.find': { run: () => actions.editor.current?.find() },
    });
  }, [active, id, actions, commands, runners, messages]);
}
