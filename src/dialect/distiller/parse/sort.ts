import type { SortItem } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';

/** Reads what stands behind ORDER BY. */
export function readSortItems(parser: Parser): SortItem[] {
  return parser.commaList(() => readSortItem(parser));
}

function readSortItem(parser: Parser): SortItem {
  const { start } = parser;
  const value = parser.expression();
  const descending = readDirection(parser);
  const nulls = readNullPlace(parser);
  return { span: parser.spanFrom(start), value, descending, ...(nulls !== undefined && { nulls }) };
}

function readDirection(parser: Parser): boolean {
  if (parser.accept('USING')) return parser.expectOne('behind USING', '<', '>') === '>';
  return parser.acceptOne('ASC', 'DESC') === 'DESC';
}

function readNullPlace(parser: Parser): 'first' | 'last' | undefined {
  if (!parser.accept('NULLS')) return undefined;
  return parser.expectOne('behind NULLS', 'FIRST', 'LAST') === 'FIRST' ? 'first' : 'last';
}
