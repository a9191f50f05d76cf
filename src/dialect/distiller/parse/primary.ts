import type { Expression, NamePart } from '../syntax/expression.ts';
import { readCall } from './call.ts';
import { opensQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { specialForms } from './special-forms.ts';
import { isReservedWord } from './words.ts';

/** Reads a literal, a name, a call, a form with syntax of its own, or what stands in brackets. */
export function readPrimary(parser: Parser): Expression {
  const { token, start } = parser;
  switch (token.kind) {
    case 'number': {
      parser.advance();
      // The lexer lets these suffixes alone pass.
      const suffix = token.symbol as '' | 'L' | 'S' | 'Y' | 'F' | 'D' | 'BD';
      return { kind: 'number', span: parser.spanFrom(start), digits: token.value, suffix };
    }
    case 'string': {
      const value = parser.string('a text');
      return { kind: 'string', span: parser.spanFrom(start), value };
    }
    case 'binary':
      parser.advance();
      return { kind: 'binary-literal', span: parser.spanFrom(start), hex: token.value };
    case 'variable':
      parser.advance();
      return { kind: 'variable', span: parser.spanFrom(start), name: token.value };
    case 'parameter':
      parser.advance();
      return { kind: 'parameter', span: parser.spanFrom(start), name: token.value };
    case 'word':
      return readWord(parser);
    case 'quoted':
      return readNameOrCall(parser);
    default:
      if (token.symbol === '(') return readBracket(parser);
      throw parser.unexpected(`an expression${parser.behind}`);
  }
}

function readWord(parser: Parser): Expression {
  const { symbol } = parser.token;
  const special = specialForms.get(symbol)?.(parser);
  if (special !== undefined) return special;
  if (isReservedWord(symbol) && !callableKeyword(parser) && !(symbol === 'END' && endIsName(parser))) {
    throw parser.unexpected(`an expression${parser.behind}`);
  }
  return readNameOrCall(parser);
}

/** `rlike(a, b)`: operators that are functions too. */
const callableKeyword = (parser: Parser) =>
  ['LIKE', 'ILIKE', 'RLIKE'].includes(parser.token.symbol) && parser.peek().symbol === '(';

/** `SELECT start, end FROM t`: END where nothing can end. */
const endIsName = (parser: Parser) =>
  [',', '.', 'FROM', '=', '<>', '<', '<=', '>', '>=', '-', '+'].includes(parser.peek().symbol);

function readNameOrCall(parser: Parser): Expression {
  const { start } = parser;
  const parts: NamePart[] = [parser.takeName()];
  while (parser.is('.') && parser.peek().symbol !== '*') {
    parser.advance();
    parts.push(parser.anyName('a name behind the dot'));
  }
  if (parser.is('(')) return readCall(parser, parts, start);
  if (parser.sees('.', '*')) {
    throw parser.fault(
      parser.peek(),
      '“.*” stands for several columns and cannot be part of an expression.',
      'Write it as a select item of its own.',
    );
  }
  return { kind: 'name', span: parser.spanFrom(start), parts };
}

function readBracket(parser: Parser): Expression {
  const { start } = parser;
  if (opensQuery(parser)) {
    const opening = parser.advance();
    const query = parser.query();
    parser.close(opening);
    return { kind: 'subquery', span: parser.spanFrom(start), query };
  }
  const opening = parser.advance();
  const items = parser.commaList(() => parser.expression());
  parser.close(opening);
  const span = parser.spanFrom(start);
  const [value] = items;
  return items.length === 1 && value !== undefined
    ? { kind: 'parentheses', span, value }
    : { kind: 'row', span, items };
}
