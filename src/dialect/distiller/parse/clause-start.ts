import { beginsQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { isReservedWord } from './words.ts';

/** Words that begin something behind a select item only together with what follows them; alone they are names. */
const withNext: Readonly<Partial<Record<string, (parser: Parser) => boolean>>> = {
  SORT: (parser) => parser.peek().symbol === 'BY',
  CLUSTER: (parser) => parser.peek().symbol === 'BY',
  DISTRIBUTE: (parser) => parser.peek().symbol === 'BY',
  LATERAL: (parser) => parser.peek().symbol === 'VIEW',
  WINDOW: (parser) => parser.peek(2).symbol === 'AS',
  OFFSET: (parser) => ['number', 'parameter', 'variable'].includes(parser.peek().kind) || parser.peek().symbol === '(',
  MINUS: (parser) => beginsOperand(parser),
  QUALIFY: () => true,
  FETCH: (parser) => ['FIRST', 'NEXT'].includes(parser.peek().symbol),
  TO: (parser) => parser.peek().kind === 'string',
};

const beginsOperand = (parser: Parser) =>
  beginsQuery(parser, 1) || ['(', 'ALL', 'DISTINCT'].includes(parser.peek().symbol);

/** Whether the next word begins a clause rather than being an alias of a select item. */
export function beginsClause(parser: Parser): boolean {
  const { symbol } = parser.token;
  return isReservedWord(symbol) || (withNext[symbol]?.(parser) ?? false);
}

const bound = (parser: Parser, ahead: number) => {
  const { kind, symbol } = parser.peek(ahead);
  return ['number', 'string', 'variable', 'parameter'].includes(kind) || symbol === 'HEAD' || symbol === 'TAIL';
};

const behindTable: Readonly<Partial<Record<string, (parser: Parser) => boolean>>> = {
  ...withNext,
  LATERAL: () => true,
  LEFT: () => true,
  RIGHT: () => true,
  FULL: () => true,
  SEMI: () => true,
  ANTI: () => true,
  SNAPSHOT: () => true,
  TABLESAMPLE: () => true,
  WITHAPPROXIMATE: () => true,
  SINCE: (parser) => bound(parser, 1),
  PIVOT: (parser) => parser.peek().symbol === '(',
  UNPIVOT: (parser) => parser.peek().symbol === '(' || parser.peek(2).symbol === 'NULLS',
  ASOF: (parser) => parser.peek().symbol === 'JOIN',
  POSITIONAL: (parser) => parser.peek().symbol === 'JOIN',
};

/** Whether the next word begins a clause or a join rather than being an alias of a table. */
export function beginsClauseBehindTable(parser: Parser): boolean {
  const { symbol } = parser.token;
  return isReservedWord(symbol) || (behindTable[symbol]?.(parser) ?? false);
}

/** Whether `AS OF` at the parser begins a snapshot, not an alias “of”. */
export function beginsAsOf(parser: Parser): boolean {
  return parser.sees('AS', 'OF') && bound(parser, 2);
}
