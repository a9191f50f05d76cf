import { editor, MarkerSeverity } from 'monaco-editor/editor/editor.api.js';
import type { Marker } from '../../src/dialect/markers.ts';
import { toRange } from './ranges.ts';

const severities: Readonly<Record<Marker['severity'], MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  hint: MarkerSeverity.Info,
};

/** Underlines; those of one `owner` replace its former ones and move with the text. */
export function showMarkers(model: editor.ITextModel, owner: string, markers: readonly Marker[]): void {
  editor.setModelMarkers(
    model,
    owner,
    markers.map(({ range, severity, message }) => {
      const { startLineNumber, startColumn, endLineNumber, endColumn } = toRange(model, range);
      return { startLineNumber, startColumn, endLineNumber, endColumn, severity: severities[severity], message };
    }),
  );
}
