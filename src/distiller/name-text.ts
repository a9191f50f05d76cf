import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';

/** The name inside a text such as `'db.schema.table'`; dots do not part it within back-ticks. */
export function parseNameText(text: string): QualifiedName {
  const span = { start: 0, end: 0 };
  const parts = text.match(/(?:`(?:[^`]|``)*`|[^.`])+/g) ?? [text];
  return parts.map((part) => ({ text: withoutBackTicks(part.trim()), quoted: true, span }));
}

const withoutBackTicks = (part: string): string =>
  /^`.*`$/s.test(part) ? part.slice(1, -1).replaceAll('``', '`') : part.replaceAll('`', '');

/** Where a name stands, from its first part to its last. */
export function spanOf(name: QualifiedName): Span {
  return { start: name[0]?.span.start ?? 0, end: name.at(-1)?.span.end ?? 0 };
}
