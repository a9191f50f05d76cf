import type { CreateView } from '../dialect/distiller/syntax/statement.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import { walk } from '../dialect/distiller/syntax/walk.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import type { Place } from './place.ts';
import { systemColumnIn } from './system-columns.ts';

/**
 * What a statement reads of the project's history is looked up when it runs. A view would keep what it found on the day it
 * was made, so this fails where its query needs such a thing.
 */
export function requireLasting({ query }: CreateView, place: Place): void {
  const found = lookedUp(query) ?? systemColumn(query);
  if (found === undefined) return;
  throw faultAt(
    place,
    found.span,
    `A view cannot hold ${found.what}: it would keep the rows of today.`,
    'Make a table with CREATE TABLE … AS, or write it in the queries that read the view’s tables.',
    'capability',
  );
}

interface LookedUp {
  readonly what: string;
  readonly span: Span;
}

const functions = new Set(['history_meta', 'table_exists']);

function lookedUp(query: CreateView['query']): LookedUp | undefined {
  let found: LookedUp | undefined;
  walk(query, (node) => {
    if (found !== undefined) return false;
    if (node.kind === 'table' && 'snapshot' in node) {
      found = { what: 'a SNAPSHOT', span: (node.snapshot as { readonly span: Span }).span }; // a table's snapshot
    } else if (node.kind === 'table' && 'approximate' in node) found = { what: 'WITHAPPROXIMATE', span: node.span };
    else if (node.kind === 'call' && 'name' in node && functions.has(String(node.name)))
      found = { what: String(node.name), span: node.span };
    return undefined;
  });
  return found;
}

function systemColumn(query: CreateView['query']): LookedUp | undefined {
  const span = systemColumnIn(query);
  return span === undefined ? undefined : { what: 'system columns', span };
}
