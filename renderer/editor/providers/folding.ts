import { languages } from 'monaco-editor/editor/editor.api.js';
import { foldingParts } from '../../../src/dialect/folding.ts';
import { statementsIn } from '../documents.ts';

/** Folding by statement, bracket and block comment. */
export const foldingProvider: languages.FoldingRangeProvider = {
  provideFoldingRanges(model) {
    return foldingParts(model.getValue(), statementsIn(model)).map(({ start, end, kind }) => {
      const last = model.getPositionAt(end);
      const lines = {
        start: model.getPositionAt(start).lineNumber,
        end: kind === 'bracket' ? last.lineNumber - 1 : last.lineNumber,
      };
      return kind === 'comment' ? { ...lines, kind: languages.FoldingRangeKind.Comment } : lines;
    });
  },
};
