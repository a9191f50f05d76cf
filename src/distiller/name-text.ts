import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';

/** The name inside a text such as `'db.schema.table'`; back-ticks may stand round its parts. */
export function parseNameText(text: string): QualifiedName {
  const span = { start: 0, end: 0 };
  return text.split('.').map((part) => ({ text: part.trim().replaceAll('`', ''), quoted: true, span }));
}

/** Where a name stands, from its first part to its last. */
export function spanOf(name: QualifiedName): Span {
  return { start: name[0]?.span.start ?? 0, end: name.at(-1)?.span.end ?? 0 };
}
