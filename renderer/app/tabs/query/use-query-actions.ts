import { type RefObject, useMemo } from 'react';
import { toStillhouseError } from '../../../../src/core/error.ts';
import type { StatementRange } from '../../../../src/dialect/split.ts';
import { type SqlDialect, statementsOf } from '../../../../src/dialect/sql-dialect.ts';
import { writeSqlFile } from '../../../../src/dialect/sql-file.ts';
import type { SqlEditorHandle } from '../../../editor/editor-handle.ts';
import { loadSavedQueries } from '../../../store/saved-queries.ts';
import { type QueryTab, updateTab, viewStore } from '../../../store/view-state.ts';
import { chooseShownDialect, shownDialectStore } from '../../../translation/shown-dialect.ts';
import { useServices } from '../../services.ts';

/** What a query tab can do; its buttons, keys and the palette all end here. */
export interface QueryActions {
  runRanges(ranges: readonly StatementRange[]): void;
  /** The selection, or the statement at the cursor. */
  run(): void;
  runAll(): void;
  explain(): void;
  /** What the engine is given for them; the tab's dialect must be one that is translated. */
  showSql(): void;
  /** The same in another dialect: the one chosen last. */
  showAs(): void;
  setDialect(dialect: SqlDialect): void;
  cancel(): void;
  format(): void;
  /** Writes the text as a `.sql` file of the project under a name. */
  saveAs(name: string): Promise<void>;
  readonly editor: RefObject<SqlEditorHandle | null>;
}

export function useQueryActions(
  id: string,
  { kind }: QueryTab,
  editor: RefObject<SqlEditorHandle | null>,
): QueryActions {
  const { host, runners, messages } = useServices();
  return useMemo(() => {
    const runner = runners.of(id);
    const tab = () => {
      const found = viewStore.getState().tabs[id];
      return found?.kind === kind ? found : undefined;
    };
    const start = (
      ranges: readonly StatementRange[],
      how: { readonly explain?: boolean; readonly show?: boolean } = {},
    ) => {
      const current = tab();
      if (current === undefined) return;
      const parameters = new Map(Object.entries(current.parameters));
      const { text: script, dialect } = current;
      runner.run({ script, ranges, parameters, dialect, explain: false, ...how }).catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      });
    };
    const dialect = () => tab()?.dialect ?? 'duckdb';
    const chosen = (): readonly StatementRange[] => {
      const text = tab()?.text ?? '';
      const selection = editor.current?.getSelection();
      if (selection !== undefined && selection.end > selection.start) {
        return statementsOf(text.slice(selection.start, selection.end), dialect()).map((range) => ({
          start: range.start + selection.start,
          end: range.end + selection.start,
        }));
      }
      const statement = editor.current?.statementAtCursor();
      return statement === undefined ? [] : [statement];
    };
    return {
      editor,
      runRanges: (ranges) => {
        start(ranges);
      },
      run: () => {
        start(chosen());
      },
      runAll: () => {
        start(statementsOf(tab()?.text ?? '', dialect()));
      },
      explain: () => {
        start(chosen(), { explain: true });
      },
      showSql: () => {
        chooseShownDialect('duckdb');
        start(chosen(), { show: true });
      },
      showAs: () => {
        chooseShownDialect(shownDialectStore.getState().other);
        start(chosen(), { show: true });
      },
      setDialect: (wanted) => {
        updateTab(id, 'query', { dialect: wanted });
      },
      cancel: () => {
        runner.cancel();
      },
      format: () => {
        editor.current?.format().catch((error: unknown) => {
          messages.fail(toStillhouseError(error));
        });
      },
      async saveAs(name) {
        const file = { text: tab()?.text ?? '', dialect: dialect() };
        await host.call('project.writeQuery', { name, text: writeSqlFile(file) });
        updateTab(id, 'query', { saved: { name, ...file }, title: name });
        await loadSavedQueries(host);
      },
    };
  }, [id, kind, editor, host, runners, messages]);
}
