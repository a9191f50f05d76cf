import type { Insert } from '../../syntax/statement.ts';
import { opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';
import { readTrailingQuery } from './trailing-query.ts';

/** Reads INSERT INTO and INSERT OVERWRITE with all their spellings. */
export function readInsert(parser: Parser): Insert {
  const { start } = parser;
  parser.advance();
  const overwrite = parser.expectOne('behind INSERT', 'INTO', 'OVERWRITE') === 'OVERWRITE';
  if (overwrite) parser.accept('INTO');
  if (isKeyword(parser, 'TABLE')) parser.advance();
  const audience = isKeyword(parser, 'AUDIENCE');
  if (audience) parser.advance();
  const target = parser.qualifiedName(audience ? 'a name of the audience' : 'a table name');
  const columns = parser.is('(') && !opensQuery(parser) ? parser.bracketed('', () => parser.name('a column name')) : [];
  if (parser.is('PARTITION')) {
    throw parser.fault(parser.token, 'Tables have no partitions.', 'Remove PARTITION (…) and select its columns too.');
  }
  const query = readTrailingQuery(parser);
  return { kind: 'insert', span: parser.spanFrom(start), target, columns, overwrite, audience, query };
}

/** Whether the word introduces the target rather than being its name. */
const isKeyword = (parser: Parser, word: string) => {
  const next = parser.peek();
  if (!parser.is(word)) return false;
  return (
    next.kind === 'quoted' ||
    (next.kind === 'word' && !['SELECT', 'WITH', 'VALUES', 'AS', 'FROM'].includes(next.symbol))
  );
};
