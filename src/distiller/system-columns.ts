import type { NamePart } from '../dialect/distiller/syntax/expression.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import { walk } from '../dialect/distiller/syntax/walk.ts';

const systemColumnNames = new Set(['_acp_batchid', '_acp_system_metadata']);

/** Where a piece names a system column first; `undefined` where it names none. */
export function systemColumnIn(piece: unknown): Span | undefined {
  let found: Span | undefined;
  walk(piece, (node) => {
    if (node.kind === 'name' && 'parts' in node && Array.isArray(node.parts)) {
      const parts = node.parts as readonly NamePart[]; // a name's parts
      found ??= parts.find(({ text }) => systemColumnNames.has(text.toLowerCase()))?.span;
    }
    return found === undefined;
  });
  return found;
}
