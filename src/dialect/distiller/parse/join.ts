import type { FromItem, Join } from '../syntax/query.ts';
import type { Parser } from './parser.ts';

/** Reads all joins behind a relation; they bind from left to right. */
export function readJoins(parser: Parser, first: FromItem, relation: (parser: Parser) => FromItem): FromItem {
  let left = first;
  for (let links = 0; ; links++) {
    parser.limitChain(links);
    const { token } = parser;
    if (parser.sees('ASOF', 'JOIN') || parser.sees('POSITIONAL', 'JOIN')) {
      throw parser.fault(token, `${token.symbol} JOIN is not known.`, 'Join ON a condition of your own.');
    }
    const natural = parser.accept('NATURAL');
    const type = readType(parser);
    if (type === undefined) {
      if (natural) throw parser.unexpected('JOIN behind NATURAL', ['JOIN']);
      return left;
    }
    const lateral = parser.is('LATERAL');
    const right = parser.nested(relation);
    const condition = readCondition(parser);
    const span = { start: left.span.start, end: parser.spanFrom(0).end };
    left = { kind: 'join', span, type, natural, lateral, left, right, ...condition };
  }
}

const sides = {
  LEFT: 'left',
  RIGHT: 'right',
  FULL: 'full',
  INNER: 'inner',
  CROSS: 'cross',
  SEMI: 'semi',
  ANTI: 'anti',
} as const;

function readType(parser: Parser): Join['type'] | undefined {
  if (parser.accept('JOIN')) return 'inner';
  const word = parser.acceptOne('LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'SEMI', 'ANTI');
  if (word === undefined) return undefined;
  const kept = word === 'LEFT' ? parser.acceptOne('SEMI', 'ANTI') : undefined;
  if (kept === undefined && (word === 'LEFT' || word === 'RIGHT' || word === 'FULL')) parser.accept('OUTER');
  parser.expect(`behind ${parser.previous?.symbol ?? word}`, 'JOIN');
  return sides[kept ?? word];
}

function readCondition(parser: Parser): Pick<Join, 'on' | 'using'> {
  if (parser.accept('ON')) return { on: parser.expression() };
  if (!parser.accept('USING')) return {};
  return { using: parser.bracketed('behind USING', () => parser.name('a column name')) };
}
