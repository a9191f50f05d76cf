import type { Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readIfExists } from './if-exists.ts';
import { skipAs } from './unsupported.ts';

const kinds = { TABLE: 'table', VIEW: 'view', DATABASE: 'database', SCHEMA: 'schema', AUDIENCE: 'audience' } as const;

/** Reads every DROP. */
export function readDrop(parser: Parser): Statement {
  const { start } = parser;
  parser.advance();
  if (parser.accept('MODEL')) return readDropModel(parser, start);
  const temporary = parser.peek().symbol === 'TABLE' || parser.peek().symbol === 'VIEW';
  if (temporary) parser.acceptOne('TEMP', 'TEMPORARY');
  const word = parser.acceptOne('TABLE', 'VIEW', 'DATABASE', 'SCHEMA', 'AUDIENCE');
  if (word === undefined) {
    const { symbol, kind } = parser.token;
    if (kind !== 'word' || !droppedElsewhere.has(symbol)) {
      throw parser.unexpected('TABLE, VIEW, DATABASE, SCHEMA, AUDIENCE or MODEL behind DROP', [
        ...Object.keys(kinds),
        'MODEL',
      ]);
    }
    parser.advance();
    return skipAs(parser, start, `DROP ${symbol}`);
  }
  const ifExists = readIfExists(parser);
  const what = kinds[word];
  const name = parser.qualifiedName(`a name of the ${what} to drop`);
  if (parser.is(',')) {
    throw parser.fault(parser.token, `DROP takes one ${what}.`, 'Write a DROP for each of them.');
  }
  const manner = parser.acceptOne('RESTRICT', 'CASCADE', 'PURGE');
  return {
    kind: 'drop',
    span: parser.spanFrom(start),
    what,
    name,
    ifExists,
    cascade: manner === 'CASCADE',
    purge: manner === 'PURGE',
  };
}

const droppedElsewhere = new Set([
  'FUNCTION',
  'INDEX',
  'SEQUENCE',
  'NAMESPACE',
  'MATERIALIZED',
  'ROLE',
  'USER',
  'TYPE',
  'MACRO',
  'TRIGGER',
  'PROCEDURE',
  'EXTENSION',
  'CATALOG',
]);

function readDropModel(parser: Parser, start: number): Statement {
  const ifExists = readIfExists(parser);
  const name = parser.qualifiedName('a name of the model to drop');
  const version = parser.token.kind === 'number' ? parser.wholeNumber('a version, a whole number') : undefined;
  return {
    kind: 'drop-model',
    span: parser.spanFrom(start),
    name,
    ifExists,
    ...(version !== undefined && { version }),
  };
}
