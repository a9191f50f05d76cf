import type { Query } from '../../syntax/query.ts';
import { opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';

/** Reads `AS query`, `AS (query)` or the query alone. Brackets round the whole are not kept. */
export function readTrailingQuery(parser: Parser): Query {
  parser.accept('AS');
  if (!opensQuery(parser)) return parser.query();
  const query = parser.query();
  const { body } = query;
  const bare =
    body.kind === 'nested' && query.with.length === 0 && query.orderBy.length === 0 && query.limit === undefined;
  return bare && query.offset === undefined ? body.query : query;
}
