import { beginsWithTemplate } from './template-name.ts';
import type { Token } from './token.ts';

/** Pages copied from the web bring spaces of no width. */
const blankPattern = /(?:[\s\u200b-\u200d\u2060]+|--[^\n]*)+/y;

const restOfLine = /[^\S\n]*(?:\n|$)/y;

/** What stands between two tokens. */
interface Blank {
  readonly end: number;
  /** Where a comment begins that is never closed. */
  readonly open?: number;
  /** Where a hint begins that ends at `end`. */
  readonly hint?: number;
}

/** Steps over spaces and comments, or over one hint; `before` is the token on the left. */
export function skipBlank(text: string, start: number, before: Token | undefined): Blank {
  let end = start;
  for (;;) {
    const from = end;
    blankPattern.lastIndex = end;
    if (blankPattern.test(text)) end = blankPattern.lastIndex;
    const character = text.charAt(end);
    if (character === '/' && text.startsWith('/*', end)) {
      const hint = text.startsWith('/*+', end) && (before?.symbol === 'SELECT' || before?.kind === 'hint');
      if (hint && from > start) return { end };
      const close = endOfComment(text, end);
      if (close === undefined) return { end: text.length, open: end };
      if (hint) return { end: close, hint: end };
      end = close;
    } else if (
      (character === '#' && startsLine(text, end) && !beginsWithTemplate(text, end)) ||
      (character === '/' && endsStatement(before) && standsAlone(text, end))
    ) {
      const line = text.indexOf('\n', end);
      end = line < 0 ? text.length : line;
    }
    if (end === from) return { end };
  }
}

function endOfComment(text: string, start: number): number | undefined {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return undefined;
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[^\S\n]/.test(text.charAt(before))) before--;
  return before < 0 || text.charAt(before) === '\n';
}

function standsAlone(text: string, at: number): boolean {
  restOfLine.lastIndex = at + 1;
  return startsLine(text, at) && restOfLine.test(text);
}

const endsStatement = (token: Token | undefined) =>
  token === undefined || token.symbol === ';' || token.symbol === '$$' || token.symbol === 'END';
