import type { Expression } from '../syntax/expression.ts';
import type { GroupBy, GroupElement } from '../syntax/query.ts';
import type { Parser } from './parser.ts';

/** Reads GROUP BY with all its forms. */
export function readGroupBy(parser: Parser): GroupBy {
  const { start } = parser;
  parser.expect('before the grouping', 'GROUP', 'BY');
  if (parser.is('ALL') && !['.', ',', '('].includes(parser.peek().symbol)) {
    parser.advance();
    return { span: parser.spanFrom(start), all: true, elements: [] };
  }
  let elements = parser.commaList(() => readElement(parser));
  // `GROUP BY a, b GROUPING SETS (…)`: the list only names the columns of the sets.
  if (parser.sees('GROUPING', 'SETS')) elements = [readElement(parser)];
  const total = readWithTotal(parser);
  return { span: parser.spanFrom(start), all: false, elements, ...(total !== undefined && { with: total }) };
}

function readWithTotal(parser: Parser): 'rollup' | 'cube' | undefined {
  if (!parser.accept('WITH')) return undefined;
  return parser.expectOne('behind WITH', 'ROLLUP', 'CUBE') === 'ROLLUP' ? 'rollup' : 'cube';
}

function readElement(parser: Parser): GroupElement {
  const kind = nestedKind(parser);
  if (kind !== undefined) {
    parser.advance();
    if (kind === 'grouping-sets') parser.advance();
    return { kind, elements: parser.bracketed(`before the sets`, () => parser.nested(readInnerElement)) };
  }
  if (parser.accept('(', ')')) return { kind: 'set', items: [] };
  const value = parser.expression();
  return value.kind === 'row' ? { kind: 'set', items: value.items } : { kind: 'expression', value };
}

function readInnerElement(parser: Parser): GroupElement {
  const element = readElement(parser);
  return element.kind === 'expression' ? { kind: 'set', items: [bare(element.value)] } : element;
}

const bare = (value: Expression): Expression => (value.kind === 'parentheses' ? value.value : value);

function nestedKind(parser: Parser): 'rollup' | 'cube' | 'grouping-sets' | undefined {
  if (parser.sees('ROLLUP', '(')) return 'rollup';
  if (parser.sees('CUBE', '(')) return 'cube';
  return parser.sees('GROUPING', 'SETS') ? 'grouping-sets' : undefined;
}
