import type { Expression, IntervalLiteral, IntervalPart } from '../syntax/expression.ts';
import type { Span } from '../syntax/span.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import { timeUnit } from './words.ts';

/** Reads an interval of any spelling; `undefined` when the word is a name. */
export function readInterval(parser: Parser): IntervalLiteral | undefined {
  if (!beginsValue(parser)) return undefined;
  const { start } = parser;
  parser.advance();
  const parts: IntervalPart[] = [];
  do {
    const { token } = parser;
    const value = readValue(parser);
    const unit = readUnit(parser, value);
    if (unit === undefined) parts.push(...writtenParts(parser, token, value));
    else parts.push({ value, unit, ...readTo(parser) });
  } while (parts.at(-1)?.to === undefined && goesOn(parser));
  return { kind: 'interval', span: parser.spanFrom(start), parts };
}

const unitWords = ['YEARS', 'MONTHS', 'WEEKS', 'DAYS', 'HOURS', 'MINUTES', 'SECONDS'];

const isSign = ({ symbol }: Token) => symbol === '-' || symbol === '+';
const isUnit = ({ kind, value }: Token) => kind === 'word' && timeUnit(value) !== undefined;

function beginsValue(parser: Parser): boolean {
  const [first, second] = [parser.peek(1), parser.peek(2)];
  if (isSign(first)) return second.kind === 'string' || (second.kind === 'number' && isUnit(parser.peek(3)));
  if (first.symbol === '(') return isUnit(parser.behindMatch(first));
  if (['string', 'number', 'variable', 'parameter'].includes(first.kind)) return true;
  return (first.kind === 'word' || first.kind === 'quoted') && isUnit(second);
}

const goesOn = (parser: Parser) =>
  ['number', 'string'].includes(parser.token.kind)
    ? isUnit(parser.peek())
    : isSign(parser.token) && parser.peek().kind === 'number' && isUnit(parser.peek(2));

function readValue(parser: Parser): Expression {
  const { start } = parser;
  const operator = parser.acceptOne('-', '+');
  if (operator !== undefined) {
    const value = readValue(parser);
    return { kind: 'unary', span: parser.spanFrom(start), operator, value };
  }
  const { token } = parser;
  if (token.symbol === '(') {
    const opening = parser.advance();
    const value = parser.expression();
    parser.close(opening);
    return { kind: 'parentheses', span: parser.spanFrom(start), value };
  }
  if (token.kind === 'word' || token.kind === 'quoted') {
    const parts = [parser.takeName()];
    return { kind: 'name', span: parser.spanFrom(start), parts };
  }
  parser.advance();
  const span = parser.spanFrom(start);
  switch (token.kind) {
    case 'number':
      return { kind: 'number', span, digits: token.value, suffix: '' };
    case 'variable':
    case 'parameter':
      return { kind: token.kind, span, name: token.value };
    default:
      return { kind: 'string', span, value: token.value };
  }
}

function readUnit(parser: Parser, value: Expression): string | undefined {
  const unit = parser.token.kind === 'word' ? timeUnit(parser.token.value) : undefined;
  if (unit !== undefined) parser.advance();
  else if (textOf(value) === undefined) {
    throw parser.unexpected('a unit such as DAY behind the number of the interval', unitWords);
  }
  return unit;
}

function readTo(parser: Parser): { readonly to?: string } {
  if (!parser.accept('TO')) return {};
  const to = timeUnit(parser.token.value);
  if (parser.token.kind !== 'word' || to === undefined) throw parser.unexpected('a unit such as MONTH behind TO');
  parser.advance();
  return { to };
}

const textOf = (value: Expression): string | undefined => {
  if (value.kind === 'string') return value.value;
  const text = value.kind === 'unary' && value.operator !== '~' ? textOf(value.value) : undefined;
  return text === undefined || value.kind !== 'unary' ? undefined : `${value.operator}${text}`;
};

/** `'2 hours 5 minutes'`: the units stand inside the text. */
function writtenParts(parser: Parser, token: Token, value: Expression): IntervalPart[] {
  const text = (textOf(value) ?? '').trim().replace(/^interval\s+/i, '');
  const pattern = /\s*([-+]?\s*\d+(?:\.\d+)?)\s*([a-z]+)\s*/iy;
  const parts: IntervalPart[] = [];
  while (pattern.lastIndex < text.length) {
    const [, amount = '', word = ''] = pattern.exec(text) ?? [];
    const unit = timeUnit(word);
    if (unit === undefined) throw withoutUnit(parser, token);
    const span: Span = value.span;
    parts.push({ value: { kind: 'string', span, value: amount.replace(/\s/g, '') }, unit });
  }
  if (parts.length === 0) throw withoutUnit(parser, token);
  return parts;
}

const withoutUnit = (parser: Parser, token: Token) =>
  parser.fault(
    token,
    'The interval lacks a unit.',
    "For example INTERVAL '7' DAY, INTERVAL 2 HOURS, INTERVAL '1 day 2 hours'.",
  );
