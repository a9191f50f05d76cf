import type { languages } from 'monaco-editor/editor/editor.api.js';
import { hover } from '../../../src/dialect/hover/hover.ts';
import { catalogOf, readableOf } from '../documents.ts';
import { toRange } from '../ranges.ts';

/** What functions, tables, columns and words mean, on pointing at them. */
export const hoverProvider: languages.HoverProvider = {
  provideHover(model, position) {
    const found = hover(readableOf(model), model.getOffsetAt(position), catalogOf(model));
    if (found === undefined) return null;
    return { range: toRange(model, found.range), contents: [{ value: found.markdown }] };
  },
};
