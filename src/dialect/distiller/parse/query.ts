import type { CommonTable, Query, QueryBody, SetOperation } from '../syntax/query.ts';
import type { Expression, SortItem } from '../syntax/expression.ts';
import type { Span } from '../syntax/span.ts';
import { opensQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { readSelect, readWindows } from './select.ts';
import { readSortItems } from './sort.ts';
import { readValues } from './values.ts';

/** The tables of a WITH clause. */
export interface WithClause {
  readonly with: readonly CommonTable[];
  readonly recursive: boolean;
}

/** Reads a query with its WITH, ORDER BY and LIMIT. */
export function readQuery(parser: Parser): Query {
  const { start } = parser;
  const clause = readWith(parser);
  return readQueryBehind(parser, clause, start);
}

/** Reads a query behind its WITH clause. */
export function readQueryBehind(parser: Parser, clause: WithClause, start: number): Query {
  const body = readUnion(parser);
  const tail = readTail(parser);
  const { windows, ...rest } = tail;
  const complete: QueryBody =
    windows === undefined || body.kind !== 'select' ? body : { ...body, windows: [...body.windows, ...windows] };
  return { span: parser.spanFrom(start), ...clause, body: complete, ...rest };
}

/** Reads `WITH name AS (query), …`, or nothing. */
export function readWith(parser: Parser): WithClause {
  if (!parser.accept('WITH')) return { with: [], recursive: false };
  const recursive = parser.is('RECURSIVE') && parser.peek().symbol !== 'AS' && parser.accept('RECURSIVE');
  const tables = parser.commaList(() => {
    const name = parser.name('the name of a query behind WITH');
    const columns =
      parser.is('(') && !opensQuery(parser) ? parser.bracketed('', () => parser.name('a column name')) : [];
    parser.accept('AS');
    const opening = parser.expect(`behind “${name.text}” of WITH`, '(');
    const query = parser.query();
    parser.close(opening);
    return { name, columns, query };
  });
  return { with: tables, recursive };
}

function readUnion(parser: Parser): QueryBody {
  const { start } = parser;
  let left = readIntersect(parser);
  for (let links = 0; ; links++) {
    parser.limitChain(links);
    const word = parser.acceptOne('UNION', 'EXCEPT', 'MINUS');
    if (word === undefined) return left;
    const operator = word === 'MINUS' ? 'EXCEPT' : word;
    left = readRight(parser, operator, left, start, readIntersect);
  }
}

/** INTERSECT binds more tightly than the others. */
function readIntersect(parser: Parser): QueryBody {
  const { start } = parser;
  let left = readTerm(parser);
  for (let links = 0; parser.accept('INTERSECT'); links++) {
    parser.limitChain(links);
    left = readRight(parser, 'INTERSECT', left, start, readTerm);
  }
  return left;
}

function readRight(
  parser: Parser,
  operator: SetOperation['operator'],
  left: QueryBody,
  start: number,
  read: (parser: Parser) => QueryBody,
): SetOperation {
  const all = parser.acceptOne('ALL', 'DISTINCT') === 'ALL';
  if (parser.sees('BY', 'NAME')) {
    throw parser.fault(
      parser.token,
      `${operator} matches columns by their order.`,
      'Name the columns in the same order on both sides.',
    );
  }
  const right = read(parser);
  return { kind: 'set', span: parser.spanFrom(start), operator, all, left, right };
}

function readTerm(parser: Parser): QueryBody {
  const { start } = parser;
  if (parser.is('SELECT')) return readSelect(parser);
  if (parser.is('VALUES')) return readValues(parser);
  if (parser.accept('TABLE')) {
    const name = parser.qualifiedName('a table name behind TABLE');
    return { kind: 'table', span: parser.spanFrom(start), name };
  }
  if (parser.is('(')) {
    const opening = parser.advance();
    const query = parser.query();
    parser.close(opening);
    return { kind: 'nested', span: parser.spanFrom(start), query };
  }
  if (parser.is('FROM')) {
    throw parser.fault(parser.token, 'A query begins with SELECT, not with FROM.', 'Write SELECT … FROM ….');
  }
  throw parser.unexpected('a query', ['SELECT', 'WITH', 'VALUES']);
}

interface Tail {
  readonly orderBy: readonly SortItem[];
  readonly placement?: Span;
  readonly limit?: Expression;
  readonly offset?: Expression;
  readonly windows?: ReturnType<typeof readWindows>;
}

function readTail(parser: Parser): Tail {
  const orderBy = parser.accept('ORDER', 'BY') ? readSortItems(parser) : [];
  const placement = readPlacement(parser);
  const windows = parser.is('WINDOW') ? readWindows(parser) : undefined;
  let offset = readOffset(parser);
  const limit = readLimit(parser);
  offset ??= readOffset(parser);
  return {
    orderBy,
    ...(placement !== undefined && { placement }),
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
    ...(windows !== undefined && { windows }),
  };
}

function readPlacement(parser: Parser): Span | undefined {
  const { start } = parser;
  for (;;) {
    if (parser.accept('SORT', 'BY')) readSortItems(parser);
    else if (parser.accept('CLUSTER', 'BY') || parser.accept('DISTRIBUTE', 'BY')) {
      parser.commaList(() => parser.expression());
    } else return parser.start === start ? undefined : parser.spanFrom(start);
  }
}

function readLimit(parser: Parser): Expression | undefined {
  if (!parser.accept('LIMIT')) return undefined;
  if (parser.accept('ALL')) return undefined;
  const limit = parser.expression();
  if (parser.is(',')) throw parser.fault(parser.token, 'LIMIT takes one number.', 'Write LIMIT count OFFSET start.');
  return limit;
}

function readOffset(parser: Parser): Expression | undefined {
  if (!parser.accept('OFFSET')) return undefined;
  const offset = parser.expression();
  parser.acceptOne('ROW', 'ROWS');
  return offset;
}
