import type { Query } from '../../syntax/query.ts';
import type { Copy } from '../../syntax/statement.ts';
import { beginsQuery, opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';
import { readTrailingQuery } from './trailing-query.ts';

const formats = ['parquet', 'csv', 'json'] as const;

/** Reads `COPY query TO 'path' [WITH FORMAT 'csv']`. */
export function readCopy(parser: Parser): Copy {
  const { start } = parser;
  parser.advance();
  const query = opensQuery(parser) || beginsQuery(parser) ? readTrailingQuery(parser) : readTable(parser);
  parser.expect('behind the query', 'TO');
  const path = parser.string('a path in quotes behind TO');
  const format = readFormat(parser);
  return { kind: 'copy', span: parser.spanFrom(start), query, path, format };
}

function readTable(parser: Parser): Query {
  const { start } = parser;
  const name = parser.qualifiedName('a query or a table name behind COPY');
  const span = parser.spanFrom(start);
  return { span, with: [], recursive: false, body: { kind: 'table', span, name }, orderBy: [] };
}

function readFormat(parser: Parser): Copy['format'] {
  if (!parser.accept('WITH')) return 'parquet';
  const bracket = parser.is('(') ? parser.advance() : undefined;
  parser.expect('behind WITH', 'FORMAT');
  const { value } = parser.token;
  const format = formats.find((known) => known === value.toLowerCase());
  if (format === undefined) throw parser.unexpected("'parquet', 'csv' or 'json' behind FORMAT", formats);
  parser.advance();
  if (bracket !== undefined) parser.close(bracket);
  return format;
}
