import type { FunctionItem, FromItem, LateralView, QueryItem, TableItem } from '../syntax/query.ts';
import type { NamePart } from '../syntax/expression.ts';
import { readCall } from './call.ts';
import { beginsAsOf, beginsClauseBehindTable } from './clause-start.ts';
import { readJoins } from './join.ts';
import { opensQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';
import { readSample, readSnapshot } from './snapshot.ts';
import { readValues } from './values.ts';

/** Reads one relation with all its joins. */
export function readFrom(parser: Parser): FromItem {
  return readJoins(parser, parser.nested(readRelation), readRelation);
}

function readRelation(parser: Parser): FromItem {
  const { start } = parser;
  if (parser.is('(') && !opensQuery(parser)) return readNestedJoin(parser);
  const lateral = parser.is('LATERAL') && parser.peek().symbol !== 'VIEW' && parser.accept('LATERAL');
  if (parser.is('(')) {
    const opening = parser.advance();
    const query = parser.query();
    parser.close(opening);
    const alias = readAlias(parser);
    return { kind: 'query', span: parser.spanFrom(start), query, lateral, ...alias } satisfies QueryItem;
  }
  if (parser.is('VALUES') && parser.peek().kind !== 'word') {
    const values = readValues(parser);
    const alias = readAlias(parser);
    return { kind: 'values', span: parser.spanFrom(start), values, ...alias };
  }
  if (parser.token.kind === 'parameter' || parser.token.kind === 'variable') {
    throw parser.fault(parser.token, 'A variable holds a value, not a table.', 'Write the name of the table itself.');
  }
  const name = parser.qualifiedName(`a table name${parser.behind}`);
  if (parser.is('(')) return readFunction(parser, name, lateral, start);
  return readTable(parser, name, start);
}

function readNestedJoin(parser: Parser): FromItem {
  const opening = parser.advance();
  const inside = parser.nested(readFrom);
  parser.close(opening);
  if (
    parser.is('AS') ||
    parser.token.kind === 'quoted' ||
    (parser.token.kind === 'word' && !beginsClauseBehindTable(parser))
  ) {
    throw parser.fault(parser.token, 'A join in brackets takes no name.', 'Write (SELECT * FROM …) AS name instead.');
  }
  return inside;
}

function readFunction(parser: Parser, name: readonly NamePart[], lateral: boolean, start: number): FunctionItem {
  const call = readCall(parser, name, start);
  const alias = readAlias(parser);
  return { kind: 'function', span: parser.spanFrom(start), call, lateral, ...alias };
}

function readTable(parser: Parser, name: readonly NamePart[], start: number): TableItem {
  parser.accept('*');
  let snapshot = readSnapshot(parser);
  let approximate = parser.accept('WITHAPPROXIMATE');
  let sample = readSample(parser);
  const alias = readAlias(parser);
  snapshot ??= readSnapshot(parser);
  approximate ||= parser.accept('WITHAPPROXIMATE');
  sample ??= readSample(parser);
  if (parser.sees('PIVOT', '(') || parser.is('UNPIVOT')) {
    throw parser.fault(
      parser.token,
      `${parser.token.symbol} is not known.`,
      'Write one sum(CASE WHEN … THEN … END) for each column, or stack(…) for each row.',
    );
  }
  return {
    kind: 'table',
    span: parser.spanFrom(start),
    name,
    ...alias,
    ...(snapshot !== undefined && { snapshot }),
    ...(sample !== undefined && { sample }),
    ...(approximate && { approximate }),
  };
}

interface Alias {
  readonly alias?: NamePart;
  readonly columns: readonly NamePart[];
}

function readAlias(parser: Parser): Alias {
  if (beginsAsOf(parser)) return { columns: [] };
  let alias: NamePart | undefined;
  if (parser.accept('AS')) {
    if (parser.is('(')) return { columns: readColumns(parser) };
    alias = parser.name('a name behind AS');
  } else {
    const { token } = parser;
    if (token.kind !== 'quoted' && (token.kind !== 'word' || beginsClauseBehindTable(parser))) return { columns: [] };
    alias = parser.takeBareAlias();
  }
  return { alias, columns: parser.is('(') ? readColumns(parser) : [] };
}

const readColumns = (parser: Parser) => parser.bracketed('', () => parser.name('a column name'));

/** Reads `LATERAL VIEW [OUTER] explode(x) t AS a, b`, none or several. */
export function readLateralViews(parser: Parser): LateralView[] {
  const views: LateralView[] = [];
  while (parser.sees('LATERAL', 'VIEW')) views.push(readLateralView(parser));
  return views;
}

function readLateralView(parser: Parser): LateralView {
  const { start } = parser;
  parser.expect('behind the table', 'LATERAL', 'VIEW');
  const outer = parser.accept('OUTER');
  const callStart = parser.start;
  const name = parser.qualifiedName('a function name behind LATERAL VIEW');
  if (!parser.is('(')) throw parser.unexpected('“(” behind the function name');
  const call = readCall(parser, name, callStart);
  const table = isName(parser) ? parser.takeBareAlias() : undefined;
  const named = parser.accept('AS') || isName(parser);
  const columns = !named
    ? []
    : parser.is('(')
      ? readColumns(parser)
      : parser.commaList(() => parser.name('a column name'));
  return { span: parser.spanFrom(start), outer, call, ...(table !== undefined && { table }), columns };
}

const isName = (parser: Parser) =>
  parser.token.kind === 'quoted' || (parser.token.kind === 'word' && !beginsClauseBehindTable(parser));
