import type { Expression } from '../syntax/expression.ts';
import type { Values } from '../syntax/query.ts';
import type { Parser } from './parser.ts';

/** Reads `VALUES (1, 'a'), (2, 'b')`; a row of one value may stand without brackets. */
export function readValues(parser: Parser): Values {
  const { start } = parser;
  parser.expect('before the rows', 'VALUES');
  const rows = parser.commaList(() => rowOf(parser.expression()));
  return { kind: 'values', span: parser.spanFrom(start), rows };
}

function rowOf(written: Expression): readonly Expression[] {
  if (written.kind === 'row') return written.items;
  return [written.kind === 'parentheses' ? written.value : written];
}
