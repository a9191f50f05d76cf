import { formatDialect, spark } from 'sql-formatter';
import { readTokens } from '../distiller/parse/lexer.ts';

/** Formats one statement of Data Distiller; blocks, and what the formatter would change in more than blanks, stay as they are. */
export function formatDistiller(statement: string): string {
  const before = readTokens(statement).tokens;
  if (before.some(({ kind }) => kind === 'block' || kind === 'hint')) return statement;
  let text: string;
  try {
    text = formatDialect(statement, { dialect: spark, tabWidth: 2, keywordCase: 'upper' });
  } catch {
    return statement; // the formatter reads less of the dialect than we do
  }
  const after = readTokens(text).tokens;
  const same =
    before.length === after.length &&
    before.every(({ kind, symbol, value }, index) => {
      const other = after[index];
      return other?.kind === kind && other.symbol === symbol && (kind === 'word' || other.value === value);
    });
  return same && comments(statement) === comments(text) ? text : statement;
}

/** How many comments there are: none may be lost. */
function comments(text: string): number {
  return text.match(/--|\/\*|#/g)?.length ?? 0;
}
