import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type CatalogShape, emptyCatalog } from '../../src/dialect/catalog-shape.ts';
import { readableText } from '../../src/dialect/distiller/editor/readable-text.ts';
import { distillerShape } from '../../src/dialect/distiller/editor/vocabulary.ts';
import type { Marker } from '../../src/dialect/markers.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import { type SqlDialect, statementsOf } from '../../src/dialect/sql-dialect.ts';

/** What the language's providers need to know of a document beside its text. */
interface DocumentFacts {
  readonly dialect: SqlDialect;
  readonly catalog: () => CatalogShape;
  /** What is underlined at the moment, with its fixes. */
  readonly markers: readonly Marker[];
}

const facts = new WeakMap<editor.ITextModel, DocumentFacts>();

/** Tells the providers what a document is written against. */
export function describeDocument(model: editor.ITextModel, known: DocumentFacts): void {
  facts.set(model, known);
}

/** What a document's language offers: the tables there are, and the functions of its dialect. */
export function catalogOf(model: editor.ITextModel): CatalogShape {
  const known = facts.get(model);
  const catalog = known?.catalog() ?? emptyCatalog;
  return known?.dialect === 'distiller' ? distillerShape(catalog) : catalog;
}

export function dialectOf(model: editor.ITextModel): SqlDialect {
  return facts.get(model)?.dialect ?? 'duckdb';
}

/** A document's text as the helpers for writing read it: plain SQL, offset by offset. */
export function readableOf(model: editor.ITextModel): string {
  const text = model.getValue();
  return dialectOf(model) === 'distiller' ? readableText(text) : text;
}

/** The statements of a document. */
export function statementsIn(model: editor.ITextModel): readonly StatementRange[] {
  return statementsOf(model.getValue(), dialectOf(model));
}

export function markersOf(model: editor.ITextModel): readonly Marker[] {
  return facts.get(model)?.markers ?? [];
}
