import { editor, KeyCode, KeyMod } from 'monaco-editor/editor/editor.api.js';
import type { CatalogShape } from '../../src/dialect/catalog-shape.ts';
import type { Template } from '../../src/dialect/distiller/editor/templates.ts';
import { lintScript } from '../../src/dialect/lint/lint.ts';
import type { Marker } from '../../src/dialect/markers.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { debounce } from './debounce.ts';
import { distillerSupport, loadDistillerSupport } from './distiller-support.ts';
import { describeDocument } from './documents.ts';
import { editorOptions } from './editor-options.ts';
import { languageIds } from './languages.ts';
import { showMarkers } from './marker-display.ts';
import { setUpMonaco } from './monaco.ts';
import { allStatements, rangesToRun, type RunKind } from './run-ranges.ts';
import { markStatements } from './statement-marks.ts';
import { themeId } from './themes.ts';

/** Scroll position, selections and folds, as plain data to keep and hand back. */
export type EditorViewState = editor.ICodeEditorViewState;

export interface EditorSetup {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly themeName: ThemeName;
  readonly dialect: SqlDialect;
  readonly viewState: EditorViewState | undefined;
  readonly catalog: () => CatalogShape;
  /** The project's saved queries, which Data Distiller SQL may name. */
  readonly templates: () => readonly Template[];
  readonly onChange: (text: string) => void;
  readonly onRun: (kind: RunKind, ranges: readonly StatementRange[]) => void;
  readonly onViewState: (state: EditorViewState) => void;
  /** The window's palette was asked for by its key, which the editor would keep for itself. */
  readonly onPalette: () => void;
}

/** An editor on the page. */
export interface OpenEditor {
  readonly view: editor.IStandaloneCodeEditor;
  readonly model: editor.ITextModel;
  /** Replaces the text, which can be undone; a text that the editor itself gave out is an echo and changes nothing. */
  setText(text: string): void;
  /** Underlines what came of running; the checks' own findings stay. */
  setMarkers(markers: readonly Marker[]): void;
  /** Reads the text as another dialect from now on. */
  setDialect(dialect: SqlDialect): void;
  /** Checks the text again, for example after the catalog changed. */
  check(): void;
  dispose(): void;
}

const checkDelay = 300;
const viewStateDelay = 400;
/** How many changes may be under way to the owner of the text and back. */
const longestEcho = 50;
/** Longer scripts are not checked while typing. */
const longestChecked = 200_000;

/** Opens an editor in an element; the caller disposes it. */
export function openEditor(element: HTMLElement, setup: EditorSetup): OpenEditor {
  setUpMonaco();
  editor.setTheme(themeId(setup.themeName));
  const model = editor.createModel(setup.text, languageIds[setup.dialect]);
  let dialect = setup.dialect;
  const view = editor.create(element, {
    ...editorOptions,
    model,
    ariaLabel: setup.label,
    placeholder: setup.placeholder,
  });
  let echoes: string[] = [];
  let told: readonly Marker[] = [];
  let found: readonly Marker[] = [];
  const findFaults = (text: string): readonly Marker[] => {
    if (dialect === 'duckdb') return lintScript(text, setup.catalog());
    const support = distillerSupport();
    if (support !== undefined) return support.checkDistillerScript(text, setup.templates());
    loadDistillerSupport().then(
      () => {
        if (!model.isDisposed()) checking.ask();
      },
      () => undefined, // only underlines are missing; running tells
    );
    return [];
  };
  const describe = () => describeDocument(model, { ...setup, dialect, markers: [...told, ...found] });
  const check = () => {
    const text = model.getValue();
    found = text.length > longestChecked ? [] : findFaults(text);
    showMarkers(model, 'check', found);
    describe();
  };
  const checking = debounce(check, checkDelay);
  const keeping = debounce(() => {
    const state = view.saveViewState();
    if (state !== null) setup.onViewState(state);
  }, viewStateDelay);

  describe();
  checking.ask();
  if (setup.viewState !== undefined) view.restoreViewState(setup.viewState);
  addActions(view, model, setup);
  const marks = markStatements(view, model, (statement) => setup.onRun('statement', [statement]));
  const disposables = [
    marks,
    model.onDidChangeContent(() => {
      const text = model.getValue();
      echoes = [...echoes.slice(-longestEcho), text];
      setup.onChange(text);
      checking.ask();
      keeping.ask();
    }),
    view.onDidChangeCursorSelection(() => keeping.ask()),
    view.onDidScrollChange(() => keeping.ask()),
    view.onDidChangeHiddenAreas(() => keeping.ask()),
  ];

  return {
    view,
    model,
    setText(text) {
      const echo = echoes.lastIndexOf(text);
      if (echo >= 0) echoes = echoes.slice(echo + 1);
      if (echo >= 0 || model.getValue() === text) return;
      view.pushUndoStop();
      view.executeEdits('outside', [{ range: model.getFullModelRange(), text }]);
      view.pushUndoStop();
    },
    setMarkers(markers) {
      told = markers;
      showMarkers(model, 'run', markers);
      describe();
    },
    setDialect(wanted) {
      if (wanted === dialect) return;
      dialect = wanted;
      editor.setModelLanguage(model, languageIds[dialect]);
      describe();
      marks.update();
      check();
    },
    check,
    dispose() {
      keeping.flush();
      checking.cancel();
      for (const disposable of disposables) disposable.dispose();
      view.dispose();
      model.dispose();
    },
  };
}

function addActions(
  view: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  { onRun, onPalette }: Pick<EditorSetup, 'onRun' | 'onPalette'>,
): void {
  view.addAction({
    id: 'window.palette',
    label: 'Command palette',
    keybindings: [KeyMod.CtrlCmd | KeyCode.KeyK],
    run: onPalette,
  });
  view.addAction({
    id: 'sql.run',
    label: 'Run statement or selection',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    contextMenuOrder: 1,
    run() {
      const { kind, ranges } = rangesToRun(view, model);
      if (ranges.length > 0) onRun(kind, ranges);
    },
  });
  view.addAction({
    id: 'sql.run-all',
    label: 'Run all statements',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    contextMenuOrder: 2,
    run() {
      const ranges = allStatements(model);
      if (ranges.length > 0) onRun('all', ranges);
    },
  });
}
