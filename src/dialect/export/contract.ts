import type { TextRange } from '../../core/error.ts';
import type { ExportTarget } from './target.ts';

/** Something of a statement that does not simply carry over. */
export interface ExportNote {
  /** `missing` stands in the result as it was and will fail or mislead there; `check` is translated, but may differ. */
  readonly severity: 'missing' | 'check';
  /** The function or construct, as the user knows it. */
  readonly what: string;
  /** One sentence: what is the matter, and what to do. */
  readonly advice: string;
  /** Where it stands in the statement that was given, in the text's order; empty where that is not known. */
  readonly ranges: readonly TextRange[];
}

/** One place of what becomes a note. */
export interface Finding extends Omit<ExportNote, 'ranges'> {
  readonly range?: TextRange;
}

/** A statement in another dialect; `undefined` text where it cannot be said there at all. */
export interface ExportedStatement {
  readonly text: string | undefined;
  readonly notes: readonly ExportNote[];
}

/** What came of the translator: the text, or why and where it stopped, in UTF-16 offsets of the text it was given. */
export type Translation =
  { readonly text: string } | { readonly failure: string; readonly range?: TextRange | undefined };

/** Says DuckDB's SQL in a target's words by rule; the package that does it is loaded by the shells. */
export type TranslateText = (text: string, target: ExportTarget) => Translation;
