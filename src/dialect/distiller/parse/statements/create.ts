import type { CreateAudience, CreateDatabase, CreateNamespace, CreateView, Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readCreateTable } from './create-table.ts';
import type { CreateWords } from './create-words.ts';
import { readIfNotExists } from './if-exists.ts';
import { readCreateModel } from './model.ts';
import { readOptions } from './option.ts';
import { readTrailingQuery } from './trailing-query.ts';
import { skipAs } from './unsupported.ts';

/** Reads every CREATE. */
export function readCreate(parser: Parser): Statement {
  const { start } = parser;
  parser.advance();
  const orReplace = parser.accept('OR', 'REPLACE');
  parser.accept('GLOBAL');
  const temporary = parser.acceptOne('TEMP', 'TEMPORARY') !== undefined;
  const words = { start, orReplace, temporary };
  const { token } = parser;
  switch (token.symbol) {
    case 'TABLE':
      return readCreateTable(parser, words);
    case 'VIEW':
      return readCreateView(parser, words);
    case 'DATABASE':
      return readCreateDatabase(parser, start);
    case 'SCHEMA':
      parser.advance();
      return {
        kind: 'create-schema',
        ifNotExists: readIfNotExists(parser),
        name: parser.qualifiedName('a schema name'),
        span: parser.spanFrom(start),
      };
    case 'AUDIENCE':
      return readCreateAudience(parser, start);
    case 'NAMESPACE':
      return readCreateNamespace(parser, start);
    case 'MODEL':
      return readCreateModel(parser, words);
    case 'FUNCTION':
    case 'INDEX':
    case 'SEQUENCE':
    case 'EXTERNAL':
    case 'MATERIALIZED':
    case 'ROLE':
    case 'USER':
    case 'TYPE':
    case 'MACRO':
    case 'TRIGGER':
    case 'PROCEDURE':
    case 'EXTENSION':
    case 'CATALOG':
      parser.advance();
      return skipAs(parser, start, `CREATE ${token.symbol}`);
    default:
      throw parser.unexpected('TABLE, VIEW, DATABASE, SCHEMA, AUDIENCE, NAMESPACE or MODEL behind CREATE', [
        'TABLE',
        'VIEW',
        'DATABASE',
        'SCHEMA',
        'AUDIENCE',
        'NAMESPACE',
        'MODEL',
      ]);
  }
}

function readCreateView(parser: Parser, { start, orReplace, temporary }: CreateWords): CreateView {
  parser.advance();
  const ifNotExists = readIfNotExists(parser);
  const name = parser.qualifiedName('a view name');
  const columns = parser.is('(') ? parser.bracketed('', () => parser.name('a column name')) : [];
  if (!parser.is('AS')) throw parser.unexpected('AS and a query behind the view', ['AS']);
  const query = readTrailingQuery(parser);
  return { kind: 'create-view', span: parser.spanFrom(start), name, orReplace, ifNotExists, temporary, columns, query };
}

function readCreateDatabase(parser: Parser, start: number): CreateDatabase {
  parser.advance();
  const ifNotExists = readIfNotExists(parser);
  const name = parser.qualifiedName('a database name');
  const options = parser.accept('WITH') ? readOptions(parser, 'behind WITH') : [];
  return { kind: 'create-database', span: parser.spanFrom(start), name, ifNotExists, options };
}

function readCreateAudience(parser: Parser, start: number): CreateAudience {
  parser.advance();
  const name = parser.qualifiedName('a name for the audience');
  parser.expect('behind the audience', 'WITH');
  const options = readOptions(parser, 'behind WITH');
  if (!parser.is('AS')) throw parser.unexpected('AS and a query behind the options', ['AS']);
  const query = readTrailingQuery(parser);
  return { kind: 'create-audience', span: parser.spanFrom(start), name, options, query };
}

function readCreateNamespace(parser: Parser, start: number): CreateNamespace {
  parser.advance();
  const name = parser.name('a name for the namespace');
  const options = parser.accept('WITH') ? readOptions(parser, 'behind WITH') : [];
  return { kind: 'create-namespace', span: parser.spanFrom(start), name, options };
}
