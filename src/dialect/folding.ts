import type { TextRange } from '../core/error.ts';
import { readScript } from './script.ts';
import type { StatementRange } from './split.ts';

/** A part of a script that can be folded away; offsets into the script. */
export interface FoldingPart extends TextRange {
  readonly kind: 'statement' | 'bracket' | 'comment';
}

/** Statements (those of DuckDB's dialect unless given), brackets and block comments that go over more than one line, in the order of their beginnings. */
export function foldingParts(text: string, statements?: readonly StatementRange[]): FoldingPart[] {
  const script = readScript(text);
  const { tokens } = script;
  const parts: FoldingPart[] = (statements ?? script.statements).map(({ start, end }) => ({
    start,
    end,
    kind: 'statement',
  }));
  const open: number[] = [];
  for (const token of tokens) {
    const character = token.kind === 'punctuation' ? (text[token.start] ?? '') : '';
    if (token.kind === 'comment') parts.push({ start: token.start, end: token.end, kind: 'comment' });
    else if ('([{'.includes(character) && character !== '') open.push(token.start);
    else if (')]}'.includes(character) && character !== '') {
      const start = open.pop();
      if (start !== undefined) parts.push({ start, end: token.end, kind: 'bracket' });
    } else if (character === ';') open.length = 0;
  }
  return parts
    .filter(({ start, end }) => text.slice(start, end).includes('\n'))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
