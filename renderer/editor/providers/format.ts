import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../../src/core/error.ts';
import { formatEdits } from '../../../src/dialect/format/format.ts';
import { dialectOf } from '../documents.ts';
import { toOffsets, toRange } from '../ranges.ts';

function edits(model: editor.ITextModel, within?: TextRange): languages.TextEdit[] {
  return formatEdits(model.getValue(), dialectOf(model))
    .filter((edit) => within === undefined || (edit.start <= within.end && edit.end >= within.start))
    .map((edit) => ({ range: toRange(model, edit), text: edit.text }));
}

/** Formats every statement of a document. */
export const formattingProvider: languages.DocumentFormattingEditProvider = {
  displayName: 'SQL',
  provideDocumentFormattingEdits: (model) => edits(model),
};

/** Formats the statements that a selection touches. */
export const rangeFormattingProvider: languages.DocumentRangeFormattingEditProvider = {
  displayName: 'SQL',
  provideDocumentRangeFormattingEdits: (model, range) => edits(model, toOffsets(model, range)),
};
