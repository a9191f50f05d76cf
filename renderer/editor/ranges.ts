import { type editor, type IRange, Range } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../src/core/error.ts';

/** Offsets of a document as the editor's lines and columns. */
export function toRange(model: editor.ITextModel, { start, end }: TextRange): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** Lines and columns as offsets into the document. */
export function toOffsets(model: editor.ITextModel, range: IRange): TextRange {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return {
    start: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    end: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  };
}
