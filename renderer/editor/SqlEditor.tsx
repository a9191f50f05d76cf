import { editor } from 'monaco-editor/editor/editor.api.js';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { CatalogShape } from '../../src/dialect/catalog-shape.ts';
import type { Template } from '../../src/dialect/distiller/editor/templates.ts';
import type { Marker } from '../../src/dialect/markers.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { createHandle, type SqlEditorHandle } from './editor-handle.ts';
import { type EditorViewState, type OpenEditor, openEditor } from './open-editor.ts';
import type { RunKind } from './run-ranges.ts';
import { themeId } from './themes.ts';
import styles from './SqlEditor.module.css';

export interface SqlEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The catalog as it is now; asked on every suggestion. */
  readonly catalog: () => CatalogShape;
  /** The project's saved queries, which Data Distiller SQL may name. */
  readonly templates: readonly Template[];
  /** Errors of the last run, underlined until the next; offsets into `text`. */
  readonly markers?: readonly Marker[];
  readonly themeName: ThemeName;
  /** The dialect of the text. */
  readonly dialect: SqlDialect;
  /** The user asked to run; the ranges are whole statements. */
  readonly onRun: (kind: RunKind, ranges: readonly StatementRange[]) => void;
  /** Read once, when the editor opens. */
  readonly viewState?: EditorViewState | undefined;
  readonly onViewState?: (state: EditorViewState) => void;
  /** The window's palette was asked for while the editor had the keys. */
  readonly onPalette: () => void;
  /** What the editor is, for screen readers. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly ref?: Ref<SqlEditorHandle>;
}

const noMarkers: readonly Marker[] = [];

/** The SQL editor. It fills its parent; load it lazily, since the editor library comes with it. */
export function SqlEditor(props: SqlEditorProps) {
  const { text, markers = noMarkers, themeName, dialect, viewState, ref } = props;
  const { label = 'SQL editor. Control M lets Tab leave it.', placeholder = '' } = props;
  const holder = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenEditor>(null);
  const changed = useEffectEvent(props.onChange);
  const asked = useEffectEvent(props.onRun);
  const moved = useEffectEvent((state: EditorViewState) => props.onViewState?.(state));
  const catalog = useEffectEvent(props.catalog);
  const templates = useEffectEvent(() => props.templates);
  const palette = useEffectEvent(props.onPalette);
  const open = useEffectEvent((element: HTMLElement) =>
    openEditor(element, {
      text,
      label,
      placeholder,
      themeName,
      dialect,
      viewState,
      catalog: () => catalog(),
      templates: () => templates(),
      onChange: (value) => changed(value),
      onRun: (kind, ranges) => asked(kind, ranges),
      onViewState: (state) => moved(state),
      onPalette: () => palette(),
    }),
  );

  useEffect(() => {
    if (holder.current === null) return undefined;
    const current = open(holder.current);
    opened.current = current;
    return () => {
      opened.current = null;
      current.dispose();
    };
  }, []);
  useEffect(() => opened.current?.setText(text), [text]);
  useEffect(() => opened.current?.setDialect(dialect), [dialect]);
  useEffect(() => opened.current?.setMarkers(markers), [markers]);
  useEffect(() => opened.current?.check(), [props.templates]);
  useEffect(() => {
    editor.setTheme(themeId(themeName));
  }, [themeName]);
  useImperativeHandle(ref, () => createHandle(() => opened.current), []);

  return <div ref={holder} className={`monaco-component ${styles.editor ?? ''}`} />;
}
