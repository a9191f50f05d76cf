import { editor, type IDisposable, Range } from 'monaco-editor/editor/editor.api.js';
import { rangeAt, type StatementRange } from '../../src/dialect/split.ts';
import { statementsIn } from './documents.ts';
import styles from './SqlEditor.module.css';

/** More statements than this get no run sign of their own; the one at the cursor always does. */
const markedStatements = 1000;

/** Shows which statement the cursor is in, and a sign beside every statement that runs it. */
export function markStatements(
  view: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  onRun: (statement: StatementRange) => void,
): IDisposable & { update(): void } {
  const decorations = view.createDecorationsCollection();
  let starts = new Map<number, StatementRange>();

  const update = () => {
    const statements = statementsIn(model);
    const position = view.getPosition();
    const current = position === null ? undefined : rangeAt(statements, model.getOffsetAt(position));
    const marked = statements.length > markedStatements ? statements.filter((each) => each === current) : statements;
    starts = new Map(marked.map((statement) => [model.getPositionAt(statement.start).lineNumber, statement]));
    decorations.set([
      ...[...starts].map(([line, statement]) => runSign(line, statement === current)),
      ...(current === undefined ? [] : [sideBar(model, current)]),
    ]);
  };

  update();
  const listeners = [
    view.onDidChangeCursorPosition(update),
    model.onDidChangeContent(update),
    view.onMouseDown(({ target }) => {
      if (target.type !== editor.MouseTargetType.GUTTER_GLYPH_MARGIN) return;
      const statement = starts.get(target.position.lineNumber);
      if (statement !== undefined) onRun(statement);
    }),
  ];
  return {
    update,
    dispose() {
      for (const listener of listeners) listener.dispose();
      decorations.clear();
    },
  };
}

function runSign(line: number, isCurrent: boolean): editor.IModelDeltaDecoration {
  return {
    range: new Range(line, 1, line, 1),
    options: {
      glyphMarginClassName: `${styles.run ?? ''} ${isCurrent ? (styles.current ?? '') : ''}`,
      glyphMarginHoverMessage: { value: 'Run this statement' },
    },
  };
}

function sideBar(model: editor.ITextModel, { start, end }: StatementRange): editor.IModelDeltaDecoration {
  const [first, last] = [model.getPositionAt(start).lineNumber, model.getPositionAt(end).lineNumber];
  return {
    range: new Range(first, 1, last, 1),
    options: { isWholeLine: true, linesDecorationsClassName: styles.statement ?? '' },
  };
}
