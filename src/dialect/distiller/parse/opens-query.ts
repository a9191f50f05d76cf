import type { Parser } from './parser.ts';

const continuing = new Set([
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'MINUS',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'SORT',
  'CLUSTER',
  'DISTRIBUTE',
  ')',
]);

/** Whether a bracket `ahead` tokens on holds a query: `(SELECT …)`, `((SELECT …) UNION …)`. */
export function opensQuery(parser: Parser, ahead = 0): boolean {
  if (parser.peek(ahead).symbol !== '(') return false;
  let depth = ahead + 1;
  while (parser.peek(depth).symbol === '(') depth++;
  if (!beginsQuery(parser, depth)) return false;
  for (let inner = depth - 1; inner > ahead; inner--) {
    if (!continuing.has(parser.behindMatch(parser.peek(inner)).symbol)) return false;
  }
  return true;
}

/** Whether a query without brackets begins `ahead` tokens on. */
export function beginsQuery(parser: Parser, ahead = 0): boolean {
  const next = parser.peek(ahead + 1);
  switch (parser.peek(ahead).symbol) {
    case 'SELECT':
    case 'WITH':
      return true;
    case 'VALUES':
      return next.symbol === '(' || next.kind === 'number' || next.kind === 'string';
    case 'TABLE':
    case 'FROM':
      return next.kind === 'word' || next.kind === 'quoted';
    default:
      return false;
  }
}
