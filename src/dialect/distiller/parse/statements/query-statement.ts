import type { Query } from '../../syntax/query.ts';
import type { Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readQueryBehind, readWith } from '../query.ts';
import { readInsert } from './insert.ts';

/** Reads a query as a statement, or `WITH … INSERT INTO …`. */
export function readQueryOrInsert(parser: Parser): Statement {
  const { start } = parser;
  const clause = readWith(parser);
  if (clause.with.length > 0 && parser.is('INSERT')) {
    const insert = readInsert(parser);
    const query: Query = {
      ...insert.query,
      with: [...clause.with, ...insert.query.with],
      recursive: clause.recursive || insert.query.recursive,
    };
    return { ...insert, span: parser.spanFrom(start), query };
  }
  const query = readQueryBehind(parser, clause, start);
  return { kind: 'query', span: parser.spanFrom(start), query };
}
