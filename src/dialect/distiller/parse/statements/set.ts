import type { SetVariable, Statement } from '../../syntax/statement.ts';
import { beginsQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';

/** Reads `SET @name = …`, `SET key = value` and `SET key`. */
export function readSet(parser: Parser): Statement {
  const { start } = parser;
  parser.advance();
  if (parser.token.kind === 'variable') return readVariable(parser, start);
  if (parser.ended || parser.is(';')) return { kind: 'show', span: parser.spanFrom(start), what: 'all' };
  parser.acceptOne('SESSION', 'LOCAL');
  const key = readKey(parser);
  if (parser.acceptOne('=', 'TO') === undefined && key !== 'timezone') {
    if (!endsStatement(parser)) throw parser.unexpected(`= behind the setting ${key}`, ['=', 'TO']);
    return { kind: 'set-setting', span: parser.spanFrom(start), key };
  }
  const value = readValue(parser, key);
  return { kind: 'set-setting', span: parser.spanFrom(start), key, value };
}

const endsStatement = (parser: Parser) => parser.ended || parser.is(';') || parser.is('END') || parser.is('$$');

function readVariable(parser: Parser, start: number): SetVariable {
  const name = parser.advance().value;
  if (parser.acceptOne('=', ':=') === undefined) throw parser.unexpected(`= behind @${name}`, ['=']);
  const value = beginsQuery(parser) ? parser.query() : parser.expression();
  return { kind: 'set-variable', span: parser.spanFrom(start), name, value };
}

function readKey(parser: Parser): string {
  if (parser.accept('TIME', 'ZONE')) return 'timezone';
  const parts = [parser.anyName('the name of a setting').text];
  while (parser.accept('.')) parts.push(parser.anyName('a name behind the dot').text);
  return parts.join('.');
}

/** A text in quotes, or everything up to the end of the statement. */
function readValue(parser: Parser, key: string): string {
  const { start } = parser;
  if (parser.ended || parser.is(';')) throw parser.unexpected(`a value of the setting ${key}`);
  if (parser.token.kind === 'string' && (parser.peek().kind === 'end' || parser.peek().symbol === ';')) {
    return parser.advance().value;
  }
  while (parser.token.kind !== 'end' && !parser.is(';')) parser.advance();
  return parser.rawFrom(start);
}
