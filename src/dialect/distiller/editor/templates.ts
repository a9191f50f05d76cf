import type { TextRange } from '../../../core/error.ts';
import { readSqlFile } from '../../sql-file.ts';
import { readTokens } from '../parse/lexer.ts';

/** A saved query as its file holds it; another one names it with `#name`. */
export interface Template {
  readonly name: string;
  readonly text: string;
}

/** Whether a text may name saved queries at all. */
export function mayNameTemplates(text: string): boolean {
  return text.includes('#');
}

/** The saved query of a name; letter case decides only between two. */
export function findTemplate(name: string, templates: readonly Template[]): Template | undefined {
  const folded = name.toLowerCase();
  return (
    templates.find((template) => template.name === name) ??
    templates.find((template) => template.name.toLowerCase() === folded)
  );
}

/** A text with those of the saved queries it names, and of those they name; missing ones are left out. */
export function namedTexts(text: string, templates: readonly Template[]): readonly string[] {
  const texts = [text];
  const seen = new Set<Template>();
  // An array's iterator meets what is pushed on the way.
  for (const reader of texts) {
    if (!mayNameTemplates(reader)) continue;
    for (const { kind, value } of readTokens(reader).tokens) {
      const found = kind === 'template' ? findTemplate(value, templates) : undefined;
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      texts.push(readSqlFile(found.text).text);
    }
  }
  return texts;
}

/** A saved query that can be named, with what to insert for it. */
export interface TemplateChoice {
  readonly name: string;
  readonly insert: string;
  readonly text: string;
}

/** The saved queries that can stand where `#` and part of a name stand before `position`; `undefined` elsewhere. */
export function templateChoices(
  text: string,
  position: number,
  templates: readonly Template[],
): { readonly replace: TextRange; readonly choices: readonly TemplateChoice[] } | undefined {
  const typed = /#`?[\p{L}\p{N}_]*$/u.exec(text.slice(text.lastIndexOf('\n', position - 1) + 1, position))?.[0];
  if (typed === undefined) return undefined;
  const start = position - typed.length;
  const around = readTokens(text).tokens.find((token) => token.start <= start && start < token.end);
  if (around?.kind === 'string') return undefined;
  const end = around?.kind === 'template' ? Math.max(position, around.end) : position;
  return { replace: { start, end }, choices: choicesOf(templates) };
}

function choicesOf(templates: readonly Template[]): readonly TemplateChoice[] {
  return templates.flatMap(({ name, text: content }) => {
    const { dialect, text } = readSqlFile(content);
    const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
    const insert = isPlain ? `#${name}` : `#\`${name.replaceAll('`', '``')}\``;
    return dialect === 'distiller' ? [{ name, insert, text }] : [];
  });
}

/** The saved query that is named at a position. */
export function templateNamedAt(
  text: string,
  position: number,
  templates: readonly Template[],
): { readonly range: TextRange; readonly text: string } | undefined {
  if (!mayNameTemplates(text)) return undefined;
  const token = readTokens(text).tokens.find(({ start, end }) => start <= position && position <= end);
  const found = token?.kind === 'template' ? findTemplate(token.value, templates) : undefined;
  if (token === undefined || found === undefined) return undefined;
  return { range: { start: token.start, end: token.end }, text: readSqlFile(found.text).text };
}
