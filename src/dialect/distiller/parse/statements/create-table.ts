import type { ColumnDefinition, CreateTable, CreateTransform, Option, Transform } from '../../syntax/statement.ts';
import { beginsQuery, opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';
import { readColumnDefinitions } from './column.ts';
import type { CreateWords } from './create-words.ts';
import { readIfNotExists } from './if-exists.ts';
import { readOptions } from './option.ts';
import { readTrailingQuery } from './trailing-query.ts';
import { readTransforms } from './transform.ts';

/** Reads CREATE TABLE with columns, options, transformers and a query, from the word TABLE on. */
export function readCreateTable(
  parser: Parser,
  { start, orReplace, temporary }: CreateWords,
): CreateTable | CreateTransform {
  parser.advance();
  const ifNotExists = readIfNotExists(parser);
  const name = parser.qualifiedName('a table name');
  const columns: ColumnDefinition[] = [];
  if (parser.is('(') && !opensQuery(parser)) columns.push(...readColumnDefinitions(parser));
  const transforms: Transform[] = [];
  const options: Option[] = [];
  for (;;) {
    if (parser.is('TRANSFORM')) transforms.push(...readTransforms(parser));
    else if (parser.is('WITH') && parser.peek().symbol === '(') options.push(...readWithOptions(parser));
    else if (parser.is('OPTIONS') || parser.is('TBLPROPERTIES')) options.push(...readWithOptions(parser));
    else if (parser.is('USING') || parser.is('COMMENT') || parser.is('LOCATION')) options.push(readWordOption(parser));
    else if (parser.sees('PARTITIONED', 'BY')) options.push(readPartitioning(parser));
    else break;
  }
  if (parser.is('LIKE')) {
    throw parser.fault(
      parser.token,
      'CREATE TABLE … LIKE is not known.',
      'Write CREATE TABLE name AS SELECT * FROM other WHERE false.',
    );
  }
  if (!parser.is('AS') && !opensQuery(parser) && !beginsQuery(parser)) {
    if (columns.length === 0)
      throw parser.unexpected('columns in brackets, WITH (…) or AS and a query', ['AS', 'WITH', 'TRANSFORM']);
    return {
      kind: 'create-table',
      span: parser.spanFrom(start),
      name,
      ifNotExists,
      orReplace,
      temporary,
      columns,
      options,
    };
  }
  const query = readTrailingQuery(parser);
  const span = parser.spanFrom(start);
  if (transforms.length > 0) return { kind: 'create-transform', span, name, ifNotExists, transforms, options, query };
  return { kind: 'create-table', span, name, ifNotExists, orReplace, temporary, columns, options, query };
}

function readWithOptions(parser: Parser): Option[] {
  const word = parser.advance().symbol;
  return readOptions(parser, `behind ${word}`);
}

/** `USING parquet`, `COMMENT '…'` and `LOCATION '…'` as options of these names. */
function readWordOption(parser: Parser): Option {
  const { start } = parser;
  const key = parser.advance().symbol.toLowerCase();
  const value = key === 'using' ? parser.anyName('a format behind USING').text : parser.string('a text in quotes');
  return { span: parser.spanFrom(start), key, value };
}

/** `PARTITIONED BY (a, b)` as the option `partitioned_by`. */
function readPartitioning(parser: Parser): Option {
  const { start } = parser;
  parser.accept('PARTITIONED', 'BY');
  const names = parser.bracketed('behind PARTITIONED BY', () => parser.anyName('a column name').text);
  return { span: parser.spanFrom(start), key: 'partitioned_by', value: '', arguments: names };
}
