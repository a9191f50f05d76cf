import type { FrameBound, WindowFrame, WindowSpecification } from '../syntax/query.ts';
import type { Parser } from './parser.ts';
import { readSortItems } from './sort.ts';

/** Reads what stands behind OVER: a window's name, or its specification in brackets. */
export function readOver(parser: Parser): WindowSpecification {
  if (parser.is('(')) return readWindow(parser);
  const { start } = parser;
  const name = parser.name('a window name or “(” behind OVER');
  return { span: parser.spanFrom(start), name, bare: true, partitionBy: [], orderBy: [] };
}

/** Reads `(name PARTITION BY … ORDER BY … ROWS …)`. */
export function readWindow(parser: Parser): WindowSpecification {
  const { start } = parser;
  const opening = parser.expect('before the window', '(');
  const named = parser.token.kind === 'quoted' || (parser.token.kind === 'word' && !beginsPart(parser));
  const name = named ? parser.name('the name of a window') : undefined;
  const partitionBy =
    parser.accept('PARTITION', 'BY') || parser.accept('DISTRIBUTE', 'BY')
      ? parser.commaList(() => parser.expression())
      : [];
  const orderBy = parser.accept('ORDER', 'BY') || parser.accept('SORT', 'BY') ? readSortItems(parser) : [];
  const frame = parser.is('ROWS') || parser.is('RANGE') ? readFrame(parser) : undefined;
  if (parser.is('GROUPS')) {
    throw parser.fault(parser.token, 'A window frame counts ROWS or has a RANGE, not GROUPS.', 'Write ROWS or RANGE.');
  }
  parser.close(opening);
  return {
    span: parser.spanFrom(start),
    ...(name !== undefined && { name }),
    bare: false,
    partitionBy,
    orderBy,
    ...(frame !== undefined && { frame }),
  };
}

const beginsPart = (parser: Parser) =>
  ['PARTITION', 'DISTRIBUTE', 'ORDER', 'SORT', 'ROWS', 'RANGE', 'GROUPS'].includes(parser.token.symbol);

function readFrame(parser: Parser): WindowFrame {
  const { start } = parser;
  const unit = parser.expectOne('before the frame', 'ROWS', 'RANGE');
  if (!parser.accept('BETWEEN')) {
    const first = readBound(parser);
    return { span: parser.spanFrom(start), unit, start: first };
  }
  const first = readBound(parser);
  parser.expect('between the two bounds of the frame', 'AND');
  const end = readBound(parser);
  return { span: parser.spanFrom(start), unit, start: first, end };
}

function readBound(parser: Parser): FrameBound {
  if (parser.accept('CURRENT', 'ROW')) return { kind: 'current-row' };
  const where = 'behind the bound of the frame';
  if (parser.accept('UNBOUNDED')) {
    const side = parser.expectOne(where, 'PRECEDING', 'FOLLOWING');
    return { kind: side === 'PRECEDING' ? 'unbounded-preceding' : 'unbounded-following' };
  }
  const value = parser.operand();
  const side = parser.expectOne(where, 'PRECEDING', 'FOLLOWING');
  return { kind: side === 'PRECEDING' ? 'preceding' : 'following', value };
}
