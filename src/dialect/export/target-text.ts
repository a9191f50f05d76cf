import type { ExportTarget } from './target.ts';

/** Whether a backslash in a text literal takes the meaning off what follows it. */
function escapesByBackslash(target: ExportTarget): boolean {
  return target !== 'postgresql' && target !== 'trino';
}

/** The first offset at or behind `at` that is no literal, quoted name or comment; `at` itself where none begins there. */
export function skipQuoted(text: string, at: number, target: ExportTarget): number {
  const first = text[at] ?? '';
  if (/['"`]/.test(first)) return quotedEnd(text, at, first, escapesByBackslash(target));
  if (text.startsWith('--', at)) return lineEnd(text, at);
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at;
}

function quotedEnd(text: string, start: number, quote: string, backslash: boolean): number {
  for (let at = start + 1; at < text.length; at++) {
    if (backslash && quote === "'" && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return text.length;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The closing bracket that belongs to the opening one at an offset; the text's end where there is none. */
export function closingBracket(text: string, open: number, target: ExportTarget): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const behind = skipQuoted(text, at, target);
    if (behind > at) {
      at = behind - 1;
      continue;
    }
    if (/[([{]/.test(text[at] ?? '')) depth++;
    if (/[)\]}]/.test(text[at] ?? '') && --depth === 0) return at;
  }
  return text.length;
}

/** Cuts a text at the commas that stand in no bracket. */
export function splitArguments(text: string, target: ExportTarget): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const behind = skipQuoted(text, at, target);
    if (behind > at) {
      at = behind - 1;
      continue;
    }
    if (/[([{]/.test(text[at] ?? '')) depth++;
    if (/[)\]}]/.test(text[at] ?? '')) depth--;
    // `STRUCT<a, b>` is the one bracket that is also an operator
    if (text[at] === '<' && /(?:ARRAY|STRUCT|MAP)$/i.test(text.slice(Math.max(0, at - 6), at))) depth++;
    if (text[at] === '>' && depth > 0 && closesType(text.slice(from, at))) depth--;
    if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from).trim();
  if (last !== '' || parts.length > 0) parts.push(last);
  return parts;
}

function closesType(before: string): boolean {
  const opened = before.match(/\b(?:ARRAY|STRUCT|MAP)</gi)?.length ?? 0;
  const closed = before.match(/[A-Z0-9)]>/gi)?.length ?? 0;
  return opened > closed;
}

/** Every call of a text: the function's name as it stands, and where it begins. Names behind a dot keep what is before it. */
export function callsOf(
  text: string,
  target: ExportTarget,
): { readonly name: string; readonly start: number; readonly open: number }[] {
  const found: { name: string; start: number; open: number }[] = [];
  const word = /[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*/uy;
  for (let at = 0; at < text.length; at++) {
    const behind = skipQuoted(text, at, target);
    if (behind > at) {
      at = behind - 1;
      continue;
    }
    word.lastIndex = at;
    const name = word.exec(text)?.[0];
    if (name === undefined) continue;
    const open = at + name.length;
    if (text[open] === '(') found.push({ name, start: at, open });
    at = open - 1;
  }
  return found;
}

/** An expression that the translator laid out over several lines on one; queries stay as they are. */
export function onOneLine(text: string, target: ExportTarget): string {
  if (!text.includes('\n') || /\bSELECT\b/i.test(text)) return text;
  let line = '';
  for (let at = 0; at < text.length; at++) {
    const behind = skipQuoted(text, at, target);
    if (behind > at) {
      line += text.slice(at, behind);
      at = behind - 1;
    } else if (/\s/.test(text[at] ?? '')) {
      if (!/[\s([]$/.test(line)) line += ' ';
    } else line = (/[)\]]/.test(text[at] ?? '') ? line.trimEnd() : line) + (text[at] ?? '');
  }
  return line;
}
