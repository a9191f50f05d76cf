import type { TextRange } from '../../core/error.ts';
import type { ExportNote } from './contract.ts';
import { type ExportTarget, targetName } from './target.ts';

/** Line and column of an offset, counted from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Where something stands, as words: `line 3, column 5`. */
export function placeWords(text: string, { start }: TextRange): string {
  const { line, column } = placeOf(text, start);
  return `line ${line}, column ${column}`;
}

/** What is the matter with a thing, in a word or two. */
export const severityWords: Readonly<Record<ExportNote['severity'], string>> = {
  missing: 'Not translated',
  check: 'Check',
};

/** A note as a line of text; places as words. */
export function noteLine({ severity, what, advice }: ExportNote, places: readonly string[]): string {
  const where = places.length === 0 ? '' : ` (${places.join('; ')})`;
  return `${severityWords[severity]}: ${what}${where}: ${advice}`;
}

/** The first sentence about an export: how much of it is to be looked at. */
export function exportSummary(notes: readonly ExportNote[], target: ExportTarget): string {
  const missing = notes.filter(({ severity }) => severity === 'missing').length;
  const differing = notes.length - missing;
  const name = targetName(target);
  if (notes.length === 0) return `${name} knows everything in it.`;
  if (missing === 0) return `Translated for ${name}; ${counted(differing)} may differ there.`;
  const rest = differing === 0 ? '' : `, and ${differing} more may differ`;
  return `${counted(missing)} could not be translated for ${name}${rest}.`;
}

function counted(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`;
}
