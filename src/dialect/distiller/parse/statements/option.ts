import type { Option } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** Reads `(key = value, …)`; the list may be empty or end in a comma. */
export function readOptions(parser: Parser, where: string): Option[] {
  const opening = parser.expect(where, '(');
  const options: Option[] = [];
  while (!parser.is(')')) {
    options.push(readOption(parser));
    if (!parser.accept(',')) break;
  }
  parser.close(opening);
  return options;
}

function readOption(parser: Parser): Option {
  const { start } = parser;
  const key = readKey(parser);
  parser.expect(`behind the option ${key}`, '=');
  const value = readValue(parser, key);
  if (!parser.is('(')) return { span: parser.spanFrom(start), key, value };
  const list = readArguments(parser);
  return { span: parser.spanFrom(start), key, value, arguments: list };
}

function readKey(parser: Parser): string {
  if (parser.token.kind === 'string') return parser.string('an option').toLowerCase();
  const parts = [parser.anyName('the name of an option').text];
  while (parser.accept('.')) parts.push(parser.anyName('a name behind the dot').text);
  return parts.join('.').toLowerCase();
}

/** A text in quotes, a number with its sign, or words joined by dots. */
function readValue(parser: Parser, key: string): string {
  const { start, token } = parser;
  if (token.kind === 'string') return parser.string('a value');
  const what = `a value of the option ${key}`;
  if (parser.acceptOne('-', '+') !== undefined) {
    if (parser.token.kind !== 'number') throw parser.unexpected('a number behind the sign');
  } else if (!['number', 'word', 'quoted', 'variable', 'parameter'].includes(token.kind)) {
    throw parser.unexpected(what);
  }
  if (parser.token.kind === 'quoted') return parser.advance().value;
  parser.advance();
  while (parser.accept('.')) parser.anyName('a name behind the dot');
  return parser.rawFrom(start);
}

function readArguments(parser: Parser): string[] {
  const opening = parser.advance();
  const list = parser.is(')')
    ? []
    : parser.commaList(() => {
        const { start, token } = parser;
        const { kind } = parser.expression();
        return kind === 'string' || token.kind === 'quoted' ? token.value : parser.rawFrom(start);
      });
  parser.close(opening);
  return list;
}
