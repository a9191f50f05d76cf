import type { CallExpression, Expression, NamePart, SortItem, StringLiteral } from '../syntax/expression.ts';
import { beginsQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { readSortItems } from './sort.ts';
import { readStar } from './star.ts';
import { readOver } from './window.ts';
import { timeUnit } from './words.ts';

/** Reads a call behind its name, with all that may stand behind the brackets. */
export function readCall(parser: Parser, parts: readonly NamePart[], start: number): CallExpression {
  const nameSpan = parser.spanFrom(start);
  const name = parts.map(({ text }) => text.toLowerCase()).join('.');
  const opening = parser.advance();
  const distinct = parser.accept('DISTINCT');
  if (!distinct && parser.is('ALL') && parser.peek().kind !== 'operator') parser.advance();
  const given = parser.is(')') ? [] : parser.commaList(() => readArgument(parser));
  let nulls = readNulls(parser);
  let orderBy: SortItem[] = parser.accept('ORDER', 'BY') ? readSortItems(parser) : [];
  nulls ??= readNulls(parser);
  parser.close(opening);
  if (parser.accept('WITHIN', 'GROUP')) orderBy = readWithinGroup(parser);
  const filter = parser.is('FILTER') && parser.peek().symbol === '(' ? readFilter(parser) : undefined;
  nulls ??= readNulls(parser);
  const over = parser.accept('OVER') ? readOver(parser) : undefined;
  return {
    kind: 'call',
    span: parser.spanFrom(start),
    name,
    nameSpan,
    distinct,
    arguments: withTimeUnit(name, given),
    orderBy,
    ...(filter !== undefined && { filter }),
    ...(nulls !== undefined && { nulls }),
    ...(over !== undefined && { over }),
  };
}

function readArgument(parser: Parser): Expression {
  if (beginsQuery(parser) && (parser.is('SELECT') || parser.is('WITH'))) {
    const { start } = parser;
    const query = parser.query();
    return { kind: 'subquery', span: parser.spanFrom(start), query };
  }
  const special = readStar(parser) ?? readLambda(parser);
  if (special !== undefined) return special;
  const { start } = parser;
  const value = parser.expression();
  if (parser.is('=>')) {
    throw parser.fault(parser.token, 'Arguments are given by their place, not by name.', 'Remove the name and “=>”.');
  }
  if (!parser.accept('AS')) return value;
  const alias = parser.anyName('a name behind AS');
  return { kind: 'aliased', span: parser.spanFrom(start), value, alias };
}

/** `x -> …`, `(x, y) -> …`. */
function readLambda(parser: Parser): Expression | undefined {
  const { start } = parser;
  if (parser.peek().symbol === '->' && isParameter(parser, 0)) {
    const parameters = [parser.takeName()];
    return readBody(parser, parameters, start);
  }
  if (!parser.is('(') || parser.behindMatch(parser.token).symbol !== '->') return undefined;
  const parameters = parser.bracketed('before the parameters', () => parser.name('the name of a parameter'));
  return readBody(parser, parameters, start);
}

const isParameter = (parser: Parser, ahead: number) => ['word', 'quoted'].includes(parser.peek(ahead).kind);

function readBody(parser: Parser, parameters: readonly NamePart[], start: number): Expression {
  parser.expect('behind the parameters', '->');
  const body = parser.expression();
  return { kind: 'lambda', span: parser.spanFrom(start), parameters, body };
}

function readNulls(parser: Parser): 'ignore' | 'respect' | undefined {
  if (parser.accept('IGNORE', 'NULLS')) return 'ignore';
  return parser.accept('RESPECT', 'NULLS') ? 'respect' : undefined;
}

function readWithinGroup(parser: Parser): SortItem[] {
  const opening = parser.expect('behind WITHIN GROUP', '(');
  parser.expect('in WITHIN GROUP', 'ORDER', 'BY');
  const items = readSortItems(parser);
  parser.close(opening);
  return items;
}

function readFilter(parser: Parser): Expression {
  parser.advance();
  const opening = parser.advance();
  parser.expect('in FILTER', 'WHERE');
  const condition = parser.expression();
  parser.close(opening);
  return condition;
}

const unitFirst = new Set(['timestampadd', 'timestampdiff', 'dateadd', 'datediff', 'date_add', 'date_diff']);

/** The unit in `timestampdiff(HOUR, a, b)` is a word, not a column. */
function withTimeUnit(name: string, given: readonly Expression[]): readonly Expression[] {
  const [first, ...rest] = given;
  if (given.length !== 3 || !unitFirst.has(name) || first?.kind !== 'name' || first.parts.length !== 1) return given;
  const unit = timeUnit(first.parts[0]?.text ?? '');
  if (unit === undefined) return given;
  const literal: StringLiteral = { kind: 'string', span: first.span, value: unit };
  return [literal, ...rest];
}
