import type {
  CloseCursor,
  Deallocate,
  DeclareCursor,
  Execute,
  Fetch,
  Prepare,
  Raise,
  Use,
} from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readType } from '../type.ts';

/** Reads `DECLARE name CURSOR FOR query`. */
export function readDeclare(parser: Parser): DeclareCursor {
  const { start } = parser;
  parser.advance();
  const name = parser.name('a name of the cursor');
  while (parser.acceptOne('BINARY', 'INSENSITIVE', 'NO', 'SCROLL') !== undefined);
  parser.expect('behind the name', 'CURSOR');
  if (parser.acceptOne('WITH', 'WITHOUT') !== undefined) parser.expect('behind WITH', 'HOLD');
  parser.expect('behind CURSOR', 'FOR');
  const query = parser.query();
  return { kind: 'declare-cursor', span: parser.spanFrom(start), name, query };
}

/** Reads `FETCH [NEXT|n|ALL] [IN|FROM] name`. */
export function readFetch(parser: Parser): Fetch {
  const { start } = parser;
  parser.advance();
  const count = readCount(parser);
  parser.acceptOne('FROM', 'IN');
  const name = parser.name('a name of a cursor');
  return { kind: 'fetch', span: parser.spanFrom(start), name, count };
}

function readCount(parser: Parser): number | 'all' {
  const named = parser.peek().kind === 'end' || parser.peek().symbol === ';';
  if (named) return 1;
  if (['PRIOR', 'FIRST', 'LAST', 'ABSOLUTE', 'RELATIVE', 'BACKWARD', '-'].includes(parser.token.symbol)) {
    throw parser.fault(parser.token, 'A cursor goes forward only.', 'Write FETCH 10 FROM name.');
  }
  if (parser.accept('NEXT')) return 1;
  const forward = parser.accept('FORWARD');
  if (parser.accept('ALL')) return 'all';
  if (parser.token.kind === 'number') return parser.wholeNumber('a whole number');
  if (!forward && !parser.is('FROM') && !parser.is('IN'))
    throw parser.unexpected('a number, ALL or FROM behind FETCH', ['FROM', 'ALL', 'NEXT']);
  return 1;
}

/** Reads `CLOSE name` and `CLOSE ALL`. */
export function readClose(parser: Parser): CloseCursor {
  const { start } = parser;
  parser.advance();
  const name = parser.accept('ALL') ? 'all' : parser.name('a name of a cursor, or ALL');
  return { kind: 'close-cursor', span: parser.spanFrom(start), name };
}

/** Reads `PREPARE name [(type, …)] AS statement`. */
export function readPrepare(parser: Parser): Prepare {
  const { start } = parser;
  parser.advance();
  const name = parser.name('a name of the prepared statement');
  const types = parser.is('(') ? parser.bracketed('', () => readType(parser)) : [];
  parser.expect('behind the name', 'AS');
  const statement = parser.statement();
  return { kind: 'prepare', span: parser.spanFrom(start), name, types, statement };
}

/** Reads `EXECUTE name [(value, …)]`. */
export function readExecute(parser: Parser): Execute {
  const { start } = parser;
  parser.advance();
  const name = parser.name('a name of a prepared statement');
  const values = parser.accept('(', ')') || !parser.is('(') ? [] : parser.bracketed('', () => parser.expression());
  return { kind: 'execute', span: parser.spanFrom(start), name, arguments: values };
}

/** Reads `DEALLOCATE [PREPARE] name` and `DEALLOCATE ALL`. */
export function readDeallocate(parser: Parser): Deallocate {
  const { start } = parser;
  parser.advance();
  if (parser.peek().kind === 'word' || parser.peek().kind === 'quoted') parser.accept('PREPARE');
  const name = parser.accept('ALL') ? 'all' : parser.name('a name of a prepared statement, or ALL');
  return { kind: 'deallocate', span: parser.spanFrom(start), name };
}

/** Reads `RAISE [EXCEPTION] ['message']`. */
export function readRaise(parser: Parser): Raise {
  const { start } = parser;
  parser.advance();
  parser.accept('EXCEPTION');
  const silent = parser.ended || parser.is(';') || parser.is('END') || parser.is('$$');
  if (silent) return { kind: 'raise', span: parser.spanFrom(start) };
  const message = parser.expression();
  return { kind: 'raise', span: parser.spanFrom(start), message };
}

/** Reads `USE [DATABASE|SCHEMA] name`. */
export function readUse(parser: Parser): Use {
  const { start } = parser;
  parser.advance();
  if (parser.peek().kind === 'word' || parser.peek().kind === 'quoted')
    parser.acceptOne('DATABASE', 'SCHEMA', 'NAMESPACE');
  const name = parser.qualifiedName('a name of a database or schema');
  return { kind: 'use', span: parser.spanFrom(start), name };
}
