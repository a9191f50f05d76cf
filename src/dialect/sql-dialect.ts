import { splitDistiller } from './distiller/parse/split.ts';
import { readScript } from './script.ts';
import type { StatementRange } from './split.ts';

/** The dialects a script can be written in. */
export const sqlDialects = ['duckdb', 'distiller'] as const;

export type SqlDialect = (typeof sqlDialects)[number];

let last: { readonly text: string; readonly statements: readonly StatementRange[] } | undefined;

/** The statements of a script in a dialect; the last script's are kept, since several features ask in turn. */
export function statementsOf(text: string, dialect: SqlDialect): readonly StatementRange[] {
  if (dialect === 'duckdb') return readScript(text).statements;
  if (last?.text !== text) last = { text, statements: splitDistiller(text) };
  return last.statements;
}
