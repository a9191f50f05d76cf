import type { StatementRange } from '../../split.ts';
import { readTokens } from './lexer.ts';
import type { Token } from './token.ts';

/** Cuts a script at its semicolons, but not inside `$$ BEGIN … END $$`. Never fails. */
export function splitDistiller(script: string): StatementRange[] {
  const { tokens } = readTokens(script);
  const ranges: StatementRange[] = [];
  let start: number | undefined;
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === 'end' || (token.symbol === ';' && depth === 0)) {
      const end = tokens[at - 1]?.end ?? 0;
      if (start !== undefined) ranges.push({ start, end });
      start = undefined;
    } else {
      start ??= token.start;
      depth = Math.max(0, depth + levelChange(tokens, at, depth));
    }
  });
  return ranges;
}

/** By how much the token opens or closes blocks. */
function levelChange(tokens: readonly Token[], at: number, depth: number): number {
  const symbol = tokens[at]?.symbol;
  const before = tokens[at - 1]?.symbol;
  const next = tokens[at + 1]?.symbol;
  if (symbol === '$$') {
    if (next === 'BEGIN') return 1;
    // END behind `$$` closes by itself; `$$` behind END has been closed by it.
    return 0;
  }
  if (depth === 0) return 0;
  if (symbol === 'END') {
    return before === '$$' || next === '$$' || before === ';' || before === 'BEGIN' || before === 'THEN' ? -1 : 0;
  }
  const beginsInner = symbol === 'BEGIN' && (before === ';' || before === 'BEGIN' || before === 'THEN');
  return beginsInner && next !== ';' && next !== 'WORK' && next !== 'TRANSACTION' ? 1 : 0;
}
