import type { Expression, IsExpression } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';
import { opensQuery } from './opens-query.ts';

type Operand = () => Expression;

/** Reads IS, IN, LIKE or BETWEEN behind a value; `undefined` when none stands there. */
export function readPredicate(parser: Parser, value: Expression, operand: Operand): Expression | undefined {
  if (parser.is('IS')) return readIs(parser, value, operand);
  const word = parser.is('NOT') ? parser.peek().symbol : parser.token.symbol;
  const read = predicates[word];
  if (read === undefined || parser.token.kind === 'number') return undefined;
  const negated = parser.accept('NOT');
  parser.advance();
  return read(parser, value, negated, operand);
}

type PredicateReader = (parser: Parser, value: Expression, negated: boolean, operand: Operand) => Expression;

const like =
  (operator: 'LIKE' | 'ILIKE' | 'RLIKE'): PredicateReader =>
  (parser, value, negated, operand) => {
    const word = parser.peek().symbol === '(' ? parser.acceptOne('ANY', 'SOME', 'ALL') : undefined;
    const patterns = word === undefined ? [operand()] : parser.bracketed(`behind ${word}`, () => parser.expression());
    const escape = parser.accept('ESCAPE') ? parser.string('a character in quotes behind ESCAPE') : undefined;
    const span = { start: value.span.start, end: parser.spanFrom(0).end };
    return {
      kind: 'like',
      span,
      negated,
      operator,
      value,
      patterns,
      ...(word !== undefined && { quantifier: word === 'ALL' ? 'all' : 'any' }),
      ...(escape !== undefined && { escape }),
    };
  };

const readIn: PredicateReader = (parser, value, negated) => {
  const span = () => ({ start: value.span.start, end: parser.spanFrom(0).end });
  if (opensQuery(parser)) {
    const opening = parser.advance();
    const query = parser.query();
    parser.close(opening);
    return { kind: 'in-query', span: span(), negated, value, query };
  }
  const items = parser.bracketed('behind IN', () => parser.expression());
  return { kind: 'in-list', span: span(), negated, value, items };
};

const readBetween: PredicateReader = (parser, value, negated, operand) => {
  const low = operand();
  parser.expect('between the two bounds of BETWEEN', 'AND');
  const high = operand();
  return { kind: 'between', span: { start: value.span.start, end: high.span.end }, negated, value, low, high };
};

const predicates: Readonly<Partial<Record<string, PredicateReader>>> = {
  IN: readIn,
  LIKE: like('LIKE'),
  ILIKE: like('ILIKE'),
  RLIKE: like('RLIKE'),
  REGEXP: like('RLIKE'),
  BETWEEN: readBetween,
};

const tests = { NULL: 'null', TRUE: 'true', FALSE: 'false', UNKNOWN: 'unknown' } as const satisfies Record<
  string,
  IsExpression['test']
>;

function readIs(parser: Parser, value: Expression, operand: Operand): Expression {
  parser.advance();
  const negated = parser.accept('NOT');
  if (parser.accept('DISTINCT', 'FROM')) {
    const right = operand();
    const span = { start: value.span.start, end: right.span.end };
    return { kind: 'distinct-from', span, negated, left: value, right };
  }
  const word = parser.acceptOne('NULL', 'TRUE', 'FALSE', 'UNKNOWN');
  if (word === undefined) {
    const behind = negated ? 'IS NOT' : 'IS';
    throw parser.unexpected(`NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM behind ${behind}`, Object.keys(tests));
  }
  const span = { start: value.span.start, end: parser.spanFrom(0).end };
  return { kind: 'is', span, negated, value, test: tests[word] };
}
