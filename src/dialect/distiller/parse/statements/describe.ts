import type { Describe, Explain } from '../../syntax/statement.ts';
import { beginsQuery, opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';

/** Reads `DESCRIBE [TABLE] [EXTENDED] name` and `DESCRIBE query`. */
export function readDescribe(parser: Parser): Describe {
  const { start } = parser;
  parser.advance();
  if (isWord(parser, 'QUERY')) parser.advance();
  const query = opensQuery(parser) || (beginsQuery(parser) && !parser.is('TABLE') && !parser.is('FROM'));
  if (query) return { kind: 'describe', target: parser.query(), extended: false, span: parser.spanFrom(start) };
  if (isWord(parser, 'TABLE')) parser.advance();
  const extended = isWord(parser, 'EXTENDED') || isWord(parser, 'FORMATTED');
  if (extended) parser.advance();
  const target = parser.qualifiedName('a table name or a query behind DESCRIBE');
  return { kind: 'describe', span: parser.spanFrom(start), target, extended };
}

/** Whether the word stands before a name or query rather than being one. */
const isWord = (parser: Parser, word: string) =>
  parser.is(word) && (parser.peek().kind === 'word' || parser.peek().kind === 'quoted' || parser.peek().symbol === '(');

/** Reads `EXPLAIN [FORMAT TEXT|JSON] [ANALYZE] statement`, and PostgreSQL's `EXPLAIN (FORMAT JSON, ANALYZE) statement`. */
export function readExplain(parser: Parser): Explain {
  const { start } = parser;
  parser.advance();
  let format: Explain['format'] = 'text';
  let analyze = false;
  const bracket = parser.is('(') && !opensQuery(parser) ? parser.advance() : undefined;
  for (;;) {
    if (parser.accept('FORMAT')) {
      format = parser.expectOne('behind FORMAT', 'TEXT', 'JSON') === 'JSON' ? 'json' : 'text';
    } else if (parser.is('ANALYZE') && parser.peek().symbol !== 'TABLE') {
      parser.advance();
      analyze = true;
    } else if (parser.acceptOne('EXTENDED', 'FORMATTED', 'COST', 'CODEGEN', 'VERBOSE') === undefined) break;
    if (bracket !== undefined && !parser.accept(',')) break;
  }
  if (bracket !== undefined) parser.close(bracket);
  const statement = parser.statement();
  return { kind: 'explain', span: parser.spanFrom(start), format, analyze, statement };
}
