import type { TextRange } from '../core/error.ts';

/** Finds the place an engine message points at with its `LINE 2: … ^` excerpt, as offsets into the statement. */
export function rangeFromExcerpt(message: string, statement: string): TextRange | undefined {
  const match = /^LINE (\d+): (.*)\n( *)\^/m.exec(message);
  if (match === null) return undefined;
  const [, line = '1', excerpt = '', indent = ''] = match;
  const lineStart = startOfLine(statement, Number(line));
  const lineText = statement.slice(lineStart).split('\n', 1)[0] ?? '';
  const shown = excerpt.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const cut = excerpt.length - excerpt.replace(/^\.\.\./, '').length;
  const column = indent.length - `LINE ${line}: `.length - cut;
  const found = lineText.indexOf(shown);
  if (found < 0 || column < 0) return undefined;
  return tokenAt(statement, lineStart + found + column);
}

/** The word, quoted name or single character that starts at a position. */
export function tokenAt(statement: string, position: number): TextRange | undefined {
  if (!Number.isInteger(position) || position < 0 || position > statement.length) return undefined;
  const token = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_$]+|[^\s])/u.exec(statement.slice(position));
  return { start: position, end: position + (token?.[0].length ?? 1) };
}

/** The engine's parser counts characters, its binder counts UTF-8 bytes; we count UTF-16 units. */
export function toUtf16(text: string, position: number, unit: 'characters' | 'bytes'): number {
  let counted = 0;
  let offset = 0;
  for (const character of text) {
    if (counted >= position) break;
    counted += unit === 'characters' ? 1 : utf8Length(character);
    offset += character.length;
  }
  return offset;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return start;
    start = next + 1;
  }
  return start;
}
