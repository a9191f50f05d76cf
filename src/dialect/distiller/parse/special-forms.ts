import type { Expression } from '../syntax/expression.ts';
import { readCase } from './case.ts';
import { readExtract, readOverlay, readPosition, readSubstring, readTrim } from './call-syntax.ts';
import { readInterval } from './interval.ts';
import { opensQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { readType } from './type.ts';
import { readTypedArray } from './typed-array.ts';

/** Reads a form at its keyword; `undefined` when the word is a plain name or function there. */
type FormReader = (parser: Parser) => Expression | undefined;

const constant =
  (make: (span: Expression['span']) => Expression): FormReader =>
  (parser) => {
    if (parser.peek().symbol === '.') return undefined;
    const { start } = parser;
    parser.advance();
    return make(parser.spanFrom(start));
  };

const timeLiteral =
  (type: 'date' | 'timestamp'): FormReader =>
  (parser) => {
    if (parser.peek().kind !== 'string') return undefined;
    const { start } = parser;
    parser.advance();
    const value = parser.string('a text');
    return { kind: 'time-literal', span: parser.spanFrom(start), type, value };
  };

const withoutBrackets: FormReader = (parser) => {
  if (parser.peek().symbol === '(' || parser.peek().symbol === '.') return undefined;
  const { start } = parser;
  const name = parser.advance().value.toLowerCase();
  const span = parser.spanFrom(start);
  return { kind: 'call', span, name, nameSpan: span, distinct: false, arguments: [], orderBy: [] };
};

const cast =
  (attempt: boolean): FormReader =>
  (parser) => {
    if (parser.peek().symbol !== '(') return undefined;
    const { start } = parser;
    parser.advance();
    const opening = parser.advance();
    const value = parser.expression();
    if (!parser.is('AS')) throw parser.unexpected('AS and a type', ['AS']);
    parser.advance();
    const type = readType(parser);
    parser.close(opening);
    return { kind: 'cast', span: parser.spanFrom(start), value, type, attempt };
  };

const exists: FormReader = (parser) => {
  if (!opensQuery(parser, 1)) return undefined;
  const { start } = parser;
  parser.advance();
  const opening = parser.advance();
  const query = parser.query();
  parser.close(opening);
  return { kind: 'exists', span: parser.spanFrom(start), query };
};

/** The forms with a syntax of their own, by the upper-cased word they begin with. */
export const specialForms: ReadonlyMap<string, FormReader> = new Map<string, FormReader>([
  ['NULL', constant((span) => ({ kind: 'null', span }))],
  ['TRUE', constant((span) => ({ kind: 'boolean', span, value: true }))],
  ['FALSE', constant((span) => ({ kind: 'boolean', span, value: false }))],
  ['DATE', timeLiteral('date')],
  ['TIMESTAMP', timeLiteral('timestamp')],
  ['TIMESTAMP_NTZ', timeLiteral('timestamp')],
  ['TIMESTAMP_LTZ', timeLiteral('timestamp')],
  ['CURRENT_DATE', withoutBrackets],
  ['CURRENT_TIMESTAMP', withoutBrackets],
  ['LOCALTIMESTAMP', withoutBrackets],
  ['CURRENT_USER', withoutBrackets],
  ['SESSION_USER', withoutBrackets],
  ['INTERVAL', readInterval],
  ['CASE', readCase],
  ['CAST', cast(false)],
  ['TRY_CAST', cast(true)],
  ['EXISTS', exists],
  ['EXTRACT', readExtract],
  ['TRIM', readTrim],
  ['SUBSTRING', readSubstring],
  ['SUBSTR', readSubstring],
  ['POSITION', readPosition],
  ['OVERLAY', readOverlay],
  ['ARRAY', readTypedArray],
]);
