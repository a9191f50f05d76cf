import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type CatalogShape, emptyCatalog } from '../../src/dialect/catalog-shape.ts';
import type { Marker } from '../../src/dialect/markers.ts';

/** What the language's providers need to know of a document beside its text. */
interface DocumentFacts {
  readonly catalog: () => CatalogShape;
  /** What is underlined at the moment, with its fixes. */
  readonly markers: readonly Marker[];
}

const facts = new WeakMap<editor.ITextModel, DocumentFacts>();

/** Tells the providers what a document is written against. */
export function describeDocument(model: editor.ITextModel, known: DocumentFacts): void {
  facts.set(model, known);
}

export function catalogOf(model: editor.ITextModel): CatalogShape {
  return facts.get(model)?.catalog() ?? emptyCatalog;
}

export function markersOf(model: editor.ITextModel): readonly Marker[] {
  return facts.get(model)?.markers ?? [];
}
