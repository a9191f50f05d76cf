import type { Expression, NamePart } from '../syntax/expression.ts';
import type { FromItem, LateralView, Select } from '../syntax/query.ts';
import { readFrom, readLateralViews } from './from.ts';
import { readGroupBy } from './group.ts';
import type { Parser } from './parser.ts';
import { readSelectItems } from './select-item.ts';
import { readWindow } from './window.ts';

/** Reads SELECT up to QUALIFY; ORDER BY and LIMIT belong to the query around it. */
export function readSelect(parser: Parser): Select {
  const { start } = parser;
  parser.expect('at the start of the query', 'SELECT');
  const hint = readHint(parser);
  const distinct = readDistinct(parser);
  const items = readSelectItems(parser);
  const into = readInto(parser);
  const { from, lateralViews } = readSources(parser);
  const where = readClause(parser, 'WHERE');
  const groupBy = parser.sees('GROUP') ? readGroupBy(parser) : undefined;
  const having = readClause(parser, 'HAVING');
  let qualify = readClause(parser, 'QUALIFY');
  const windows = parser.is('WINDOW') ? readWindows(parser) : [];
  qualify ??= readClause(parser, 'QUALIFY');
  return {
    kind: 'select',
    span: parser.spanFrom(start),
    distinct,
    items,
    ...(into !== undefined && { into }),
    from,
    lateralViews,
    ...(where !== undefined && { where }),
    ...(groupBy !== undefined && { groupBy }),
    ...(having !== undefined && { having }),
    ...(qualify !== undefined && { qualify }),
    windows,
    ...(hint !== undefined && { hint }),
  };
}

function readHint(parser: Parser): Select['hint'] {
  const { start, token } = parser;
  if (token.kind !== 'hint') return undefined;
  while (parser.token.kind === 'hint') parser.advance();
  return parser.spanFrom(start);
}

function readDistinct(parser: Parser): boolean {
  if (parser.sees('DISTINCT', 'ON')) {
    throw parser.fault(
      parser.token,
      'DISTINCT ON is not known.',
      'Number the rows in a subquery by row_number() OVER (PARTITION BY … ORDER BY …) and keep those numbered 1.',
    );
  }
  if (parser.accept('DISTINCT')) return true;
  if (parser.is('ALL') && !['.', ',', 'FROM', 'AS'].includes(parser.peek().symbol)) parser.advance();
  return false;
}

function readInto(parser: Parser): Select['into'] {
  if (!parser.is('INTO')) return undefined;
  const { start } = parser;
  parser.advance();
  const temporary = parser.acceptOne('TEMP', 'TEMPORARY') !== undefined;
  parser.accept('TABLE');
  const name = parser.qualifiedName('a table name behind INTO');
  return { name, temporary, span: parser.spanFrom(start) };
}

function readSources(parser: Parser): {
  readonly from: readonly FromItem[];
  readonly lateralViews: readonly LateralView[];
} {
  if (!parser.accept('FROM')) return { from: [], lateralViews: [] };
  const from = parser.commaList(() => readFrom(parser));
  return { from, lateralViews: readLateralViews(parser) };
}

const readClause = (parser: Parser, keyword: string): Expression | undefined =>
  parser.accept(keyword) ? parser.expression() : undefined;

/** Reads `WINDOW name AS (…), …`. */
export function readWindows(parser: Parser): Select['windows'] {
  parser.expect('before the named windows', 'WINDOW');
  return parser.commaList(() => {
    const name: NamePart = parser.name('the name of a window behind WINDOW');
    parser.expect('behind the name of the window', 'AS');
    return { name, window: readWindow(parser) };
  });
}
