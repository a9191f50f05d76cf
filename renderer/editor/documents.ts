import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type CatalogShape, emptyCatalog } from '../../src/dialect/catalog-shape.ts';
import type { Template } from '../../src/dialect/distiller/editor/templates.ts';
import type { Marker } from '../../src/dialect/markers.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import { type SqlDialect, statementsOf } from '../../src/dialect/sql-dialect.ts';
import { loadDistillerSupport } from './distiller-support.ts';

/** What the language's providers need to know of a document beside its text. */
interface DocumentFacts {
  readonly dialect: SqlDialect;
  readonly catalog: () => CatalogShape;
  /** The project's saved queries, which may be named in the text. */
  readonly templates: () => readonly Template[];
  /** What is underlined at the moment, with its fixes. */
  readonly markers: readonly Marker[];
}

const facts = new WeakMap<editor.ITextModel, DocumentFacts>();

/** Tells the providers what a document is written against. */
export function describeDocument(model: editor.ITextModel, known: DocumentFacts): void {
  facts.set(model, known);
}

/** A document as the helpers for writing read it. */
export interface ReadableDocument {
  /** Plain SQL, offset by offset. */
  readonly text: string;
  /** The tables there are, and the functions of the document's dialect. */
  readonly catalog: CatalogShape;
}

/** Reads a document as it is now; the first of a dialect waits for what reads it. */
export async function readDocument(model: editor.ITextModel): Promise<ReadableDocument> {
  const isOther = dialectOf(model) === 'distiller';
  const support = isOther ? await loadDistillerSupport() : undefined;
  const [text, catalog] = [model.getValue(), facts.get(model)?.catalog() ?? emptyCatalog];
  return support === undefined
    ? { text, catalog }
    : { text: support.readableText(text), catalog: support.distillerShape(catalog) };
}

export function dialectOf(model: editor.ITextModel): SqlDialect {
  return facts.get(model)?.dialect ?? 'duckdb';
}

/** The saved queries that may be named in a document; none in DuckDB's dialect. */
export function templatesOf(model: editor.ITextModel): readonly Template[] {
  const known = facts.get(model);
  return known?.dialect === 'distiller' ? known.templates() : [];
}

/** The statements of a document. */
export function statementsIn(model: editor.ITextModel): readonly StatementRange[] {
  return statementsOf(model.getValue(), dialectOf(model));
}

export function markersOf(model: editor.ITextModel): readonly Marker[] {
  return facts.get(model)?.markers ?? [];
}
