import type { languages } from 'monaco-editor/editor/editor.api.js';
import { templateNamedAt } from '../../../src/dialect/distiller/editor/templates.ts';
import { sqlMarkdown } from '../../../src/dialect/hover/describe.ts';
import { hover } from '../../../src/dialect/hover/hover.ts';
import { readDocument, templatesOf } from '../documents.ts';
import { toRange } from '../ranges.ts';

/** What functions, tables, columns and words mean, on pointing at them. */
export const hoverProvider: languages.HoverProvider = {
  async provideHover(model, position) {
    const offset = model.getOffsetAt(position);
    const template = templateNamedAt(model.getValue(), offset, templatesOf(model));
    if (template !== undefined)
      return { range: toRange(model, template.range), contents: [{ value: sqlMarkdown(template.text) }] };
    const { text, catalog } = await readDocument(model);
    const found = hover(text, offset, catalog);
    if (found === undefined) return null;
    return { range: toRange(model, found.range), contents: [{ value: found.markdown }] };
  },
};
