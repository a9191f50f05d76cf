import { type RefObject, useMemo } from 'react';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { splitStatements, type StatementRange } from '../../../../src/dialect/split.ts';
import type { SqlEditorHandle } from '../../../editor/editor-handle.ts';
import { savedQueriesStore } from '../../../store/saved-queries.ts';
import { type QueryTab, updateTab, viewStore } from '../../../store/view-state.ts';
import { useServices } from '../../services.ts';

/** What a query tab can do; its buttons, keys and the palette all end here. */
export interface QueryActions {
  runRanges(ranges: readonly StatementRange[]): void;
  /** The selection, or the statement at the cursor. */
  run(): void;
  runAll(): void;
  explain(): void;
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
    const start = (ranges: readonly StatementRange[], explain: boolean) => {
      const current = tab();
      if (current === undefined) return;
      const parameters = new Map(Object.entries(current.parameters));
      runner.run({ script: current.text, ranges, parameters, explain }).catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      });
    };
    const chosen = (): readonly StatementRange[] => {
      const text = tab()?.text ?? '';
      const selection = editor.current?.getSelection();
      if (selection !== undefined && selection.end > selection.start) {
        return splitStatements(text.slice(selection.start, selection.end)).map((range) => ({
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
        start(ranges, false);
      },
      run: () => {
        start(chosen(), false);
      },
      runAll: () => {
        start(splitStatements(tab()?.text ?? ''), false);
      },
      explain: () => {
        start(chosen(), true);
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
        const text = tab()?.text ?? '';
        await host.call('project.writeQuery', { name, text });
        updateTab(id, 'query', { saved: { name, text }, title: name });
        savedQueriesStore.setState({ queries: await host.call('project.queries') });
      },
    };
  }, [id, kind, editor, host, runners, messages]);
}
