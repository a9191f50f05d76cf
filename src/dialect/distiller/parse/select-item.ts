import type { SelectItem } from '../syntax/query.ts';
import { beginsClause } from './clause-start.ts';
import type { Parser } from './parser.ts';
import { readStar } from './star.ts';

/** Reads what stands between SELECT and FROM. */
export function readSelectItems(parser: Parser): SelectItem[] {
  return parser.commaList(() => readSelectItem(parser));
}

function readSelectItem(parser: Parser): SelectItem {
  const { start, previous } = parser;
  if (previous?.symbol === ',' && (parser.is('FROM') || parser.ended)) {
    throw parser.fault(
      previous,
      'Behind this comma a select item is missing.',
      'Remove the comma, or write a column behind it.',
    );
  }
  const star = readStar(parser);
  if (star !== undefined) {
    if (parser.is('EXCLUDE') || parser.sees('REPLACE', '(')) throw parser.unexpected('“,” or FROM behind the star');
    return { span: parser.spanFrom(start), value: star };
  }
  const value = parser.expression();
  if (parser.accept('AS')) {
    if (parser.is('(')) {
      const aliases = parser.bracketed('', () => parser.name('a column name'));
      return { span: parser.spanFrom(start), value, aliases };
    }
    const alias = parser.anyName('a column name behind AS');
    return { span: parser.spanFrom(start), value, alias };
  }
  const { token } = parser;
  if (token.kind !== 'quoted' && (token.kind !== 'word' || beginsClause(parser))) {
    return { span: parser.spanFrom(start), value };
  }
  const alias = parser.takeBareAlias();
  return { span: parser.spanFrom(start), value, alias };
}
