import type { Query } from '../dialect/distiller/syntax/query.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import type { KnownColumn } from '../dialect/distiller/translate/typed.ts';
import type { Place } from './place.ts';

/** Tables and views have no two columns of one name, in whatever case; the engine would rename the second one. */
export function requireDistinctNames(
  columns: readonly Pick<KnownColumn, 'name'>[] | undefined,
  query: Query,
  place: Place,
): void {
  const seen = new Set<string>();
  for (const [index, { name }] of (columns ?? []).entries()) {
    const key = name.toLowerCase();
    if (seen.has(key)) {
      throw faultAt(
        place,
        itemSpan(query, index, columns?.length) ?? query.span,
        `Two columns would be called “${name}”.`,
        'Give one of them another name with AS; a join by USING gives its columns once.',
        'sql-name',
      );
    }
    seen.add(key);
  }
}

/** The item that gives a column, where each item gives one. */
function itemSpan({ body }: Query, index: number, count: number | undefined): Span | undefined {
  if (body.kind !== 'select' || body.items.length !== count) return undefined;
  return body.items[index]?.span;
}
