import type { Snapshot, SnapshotBound, TableSample } from '../syntax/query.ts';
import { beginsAsOf } from './clause-start.ts';
import type { Parser } from './parser.ts';

/** Reads `SNAPSHOT SINCE 1`, `SNAPSHOT AS OF 2`, `SNAPSHOT BETWEEN 1 AND TAIL`, or one of them without its first word. */
export function readSnapshot(parser: Parser): Snapshot | undefined {
  const { start } = parser;
  const said = parser.accept('SNAPSHOT');
  if (said ? parser.accept('SINCE') : beginsSince(parser) && parser.accept('SINCE')) {
    const first = readBound(parser);
    return { kind: 'since', span: parser.spanFrom(start), start: first };
  }
  if (said ? parser.accept('AS', 'OF') : beginsAsOf(parser) && parser.accept('AS', 'OF')) {
    const end = readBound(parser);
    return { kind: 'as-of', span: parser.spanFrom(start), end };
  }
  if (parser.accept('BETWEEN')) {
    const first = readBound(parser);
    parser.expect('between the two snapshots', 'AND');
    const end = readBound(parser);
    return { kind: 'between', span: parser.spanFrom(start), start: first, end };
  }
  if (said) throw parser.unexpected('SINCE, AS OF or BETWEEN behind SNAPSHOT', ['SINCE', 'BETWEEN']);
  return undefined;
}

const beginsSince = (parser: Parser) =>
  ['number', 'string', 'variable', 'parameter'].includes(parser.peek().kind) ||
  ['HEAD', 'TAIL'].includes(parser.peek().symbol);

function readBound(parser: Parser): SnapshotBound {
  const { token } = parser;
  const word = parser.acceptOne('HEAD', 'TAIL');
  if (word !== undefined) return { kind: word === 'HEAD' ? 'head' : 'tail', span: parser.place(token) };
  if (token.kind === 'word' && parser.peek().symbol !== '(')
    throw parser.unexpected('a snapshot id, HEAD, TAIL or a @variable', ['HEAD', 'TAIL']);
  return { kind: 'id', value: parser.operand() };
}

/** Reads `TABLESAMPLE (10 PERCENT)` and `TABLESAMPLE (100 ROWS)`. */
export function readSample(parser: Parser): TableSample | undefined {
  const { start } = parser;
  if (!parser.accept('TABLESAMPLE')) return undefined;
  const opening = parser.expect('behind TABLESAMPLE', '(');
  const { token } = parser;
  if (token.kind !== 'number') throw parser.unexpected('a number in TABLESAMPLE');
  parser.advance();
  const unit = parser.expectOne('behind the size of the sample', 'PERCENT', 'ROWS') === 'ROWS' ? 'rows' : 'percent';
  parser.close(opening);
  const seed = parser.accept('REPEATABLE')
    ? parser.bracketed('behind REPEATABLE', () => parser.wholeNumber('a whole number'))[0]
    : undefined;
  return { span: parser.spanFrom(start), unit, size: Number(token.value), ...(seed !== undefined && { seed }) };
}
