import type { editor } from 'monaco-editor/editor/editor.api.js';
import { rangeAt, type StatementRange } from '../../src/dialect/split.ts';
import { statementsOf } from '../../src/dialect/sql-dialect.ts';
import { dialectOf, statementsIn } from './documents.ts';
import { toOffsets } from './ranges.ts';

/** What the user asked to run. */
export type RunKind = 'all' | 'selection' | 'statement';

/** The selected statements when text is selected, else the one at the cursor; `[]` in an empty script. */
export function rangesToRun(
  view: editor.ICodeEditor,
  model: editor.ITextModel,
): { readonly kind: RunKind; readonly ranges: readonly StatementRange[] } {
  const selection = view.getSelection();
  const text = model.getValue();
  if (selection !== null && !selection.isEmpty()) {
    const { start, end } = toOffsets(model, selection);
    const ranges = statementsOf(text.slice(start, end), dialectOf(model)).map((range) => ({
      start: range.start + start,
      end: range.end + start,
    }));
    return { kind: 'selection', ranges };
  }
  const statement = statementAtCursor(view, model);
  return { kind: 'statement', ranges: statement === undefined ? [] : [statement] };
}

export function statementAtCursor(view: editor.ICodeEditor, model: editor.ITextModel): StatementRange | undefined {
  const position = view.getPosition();
  return position === null ? undefined : rangeAt(statementsIn(model), model.getOffsetAt(position));
}

export function allStatements(model: editor.ITextModel): readonly StatementRange[] {
  return statementsIn(model);
}
