import { type Token, tokenize } from './lexer.ts';

/** One statement of a script, without its semicolon; offsets into the script. */
export interface StatementRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts a script at its semicolons. Statements of nothing but comments and white space are left out. */
export function splitStatements(script: string): StatementRange[] {
  return splitTokens(script, tokenize(script));
}

/** As `splitStatements`, for a script whose tokens are at hand. */
export function splitTokens(script: string, tokens: readonly Token[]): StatementRange[] {
  const ranges: StatementRange[] = [];
  let start: number | undefined;
  let end = 0;
  for (const token of tokens) {
    if (token.kind === 'punctuation' && script[token.start] === ';') {
      if (start !== undefined) ranges.push({ start, end });
      start = undefined;
    } else if (token.kind !== 'space' && token.kind !== 'comment') {
      start ??= token.start;
      end = token.end;
    }
  }
  if (start !== undefined) ranges.push({ start, end });
  return ranges;
}

/** The statement at a position, or the one before it when the position is between two; `undefined` in an empty script. */
export function statementAt(script: string, position: number): StatementRange | undefined {
  return rangeAt(splitStatements(script), position);
}

/** As `statementAt`, for a script that is split already. */
export function rangeAt(ranges: readonly StatementRange[], position: number): StatementRange | undefined {
  const inside = ranges.find((range) => position >= range.start && position <= range.end + 1);
  return inside ?? ranges.findLast((range) => range.end < position) ?? ranges[0];
}
