import { type languages, Range } from 'monaco-editor/editor/editor.api.js';
import { markersOf } from '../documents.ts';
import { toRange } from '../ranges.ts';

/** The fixes of what is underlined at the cursor. */
export const quickFixProvider: languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const actions = markersOf(model).flatMap((marker): languages.CodeAction[] => {
      const { fix } = marker;
      if (fix === undefined || !Range.areIntersectingOrTouching(toRange(model, marker.range), range)) return [];
      const edits = fix.edits.map((edit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: toRange(model, edit.range), text: edit.text },
      }));
      return [{ title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits } }];
    });
    return { actions, dispose: () => undefined };
  },
};
