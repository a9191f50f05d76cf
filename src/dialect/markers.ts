import type { StillhouseError, TextRange } from '../core/error.ts';
import { readLexemes } from './lexeme.ts';
import type { Substituted } from './parameters/parameters.ts';

/** Something to underline in a script; offsets into the script. */
export interface Marker {
  readonly range: TextRange;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  /** A change that surely puts it right. */
  readonly fix?: Fix;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
}

/**
 * Where a statement's error goes in the script: at the place the engine told, or under the statement's first word. An
 * error of a statement with parameters points into the text with literals, which `substituted` maps back.
 */
export function errorMarker(
  error: StillhouseError,
  script: string,
  statement: TextRange,
  substituted?: Pick<Substituted, 'toSource'>,
): Marker {
  const told = error.range === undefined || substituted === undefined ? error.range : substituted.toSource(error.range);
  const [first] = readLexemes(script.slice(statement.start, statement.end));
  const inner = told ?? { start: first?.start ?? 0, end: first?.end ?? 0 };
  const limit = statement.end - statement.start;
  const start = Math.min(Math.max(inner.start, 0), Math.max(limit - 1, 0));
  const end = Math.min(Math.max(inner.end, start + 1), limit);
  return {
    range: { start: statement.start + start, end: statement.start + end },
    severity: 'error',
    message: error.remedy === undefined ? error.message : `${error.message} ${error.remedy}`,
  };
}
