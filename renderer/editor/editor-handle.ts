import type { TextRange } from '../../src/core/error.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import { toOffsets, toRange } from './ranges.ts';
import type { OpenEditor } from './open-editor.ts';
import { statementAtCursor } from './run-ranges.ts';

/** What the window may ask of an editor: for menus, the palette and the toolbar. */
export interface SqlEditorHandle {
  focus(): void;
  /** The selected range; empty at the cursor. */
  getSelection(): TextRange | undefined;
  /** Selects a range and scrolls to it. */
  select(range: TextRange): void;
  statementAtCursor(): StatementRange | undefined;
  /** Puts text in place of the selection. */
  insertText(text: string): void;
  /** Formats every statement. */
  format(): Promise<void>;
  undo(): void;
  redo(): void;
  find(): void;
  /** Runs the checks again after the catalog changed. */
  check(): void;
}

/** The handle of an editor that may not be there yet. */
export function createHandle(opened: () => OpenEditor | null): SqlEditorHandle {
  const trigger = (command: string) => opened()?.view.trigger('window', command, null);
  return {
    focus: () => opened()?.view.focus(),
    getSelection() {
      const current = opened();
      const selection = current?.view.getSelection();
      return current === null || selection == null ? undefined : toOffsets(current.model, selection);
    },
    select(range) {
      const current = opened();
      if (current === null) return;
      const selection = toRange(current.model, range);
      current.view.setSelection(selection);
      current.view.revealRangeInCenterIfOutsideViewport(selection);
    },
    statementAtCursor() {
      const current = opened();
      return current === null ? undefined : statementAtCursor(current.view, current.model);
    },
    insertText(text) {
      const current = opened();
      const selection = current?.view.getSelection();
      if (current === null || selection == null) return;
      current.view.pushUndoStop();
      current.view.executeEdits('insert', [{ range: selection, text, forceMoveMarkers: true }]);
      current.view.pushUndoStop();
      current.view.focus();
    },
    async format() {
      await opened()?.view.getAction('editor.action.formatDocument')?.run();
    },
    undo: () => trigger('undo'),
    redo: () => trigger('redo'),
    find: () => trigger('actions.find'),
    check: () => opened()?.check(),
  };
}
