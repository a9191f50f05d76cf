import type { Analyze } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** Reads ANALYZE TABLE for statistics, for a sample, and in its plain form. */
export function readAnalyze(parser: Parser): Analyze {
  const { start } = parser;
  parser.advance();
  parser.expect('behind ANALYZE', 'TABLE');
  const table = parser.qualifiedName('a table name');
  const filter = parser.accept('FILTERCONTEXT') ? readFilter(parser) : undefined;
  const purpose = readPurpose(parser);
  const alias = parser.accept('AS') ? parser.name('a name behind AS') : undefined;
  return {
    kind: 'analyze',
    span: parser.spanFrom(start),
    table,
    ...(filter !== undefined && { filter }),
    purpose,
    ...(alias !== undefined && { alias }),
  };
}

function readFilter(parser: Parser): Analyze['filter'] {
  const opening = parser.expect('behind FILTERCONTEXT', '(');
  const condition = parser.expression();
  parser.close(opening);
  return condition;
}

function readPurpose(parser: Parser): Analyze['purpose'] {
  if (parser.accept('TABLESAMPLE')) {
    parser.expect('behind TABLESAMPLE', 'SAMPLERATE');
    const { token } = parser;
    if (token.kind !== 'number') throw parser.unexpected('a number of percent behind SAMPLERATE');
    parser.advance();
    return { kind: 'sample', percent: Number(token.value) };
  }
  if (!parser.accept('COMPUTE')) return { kind: 'plain' };
  parser.expect('behind COMPUTE', 'STATISTICS');
  if (!parser.accept('FOR')) return { kind: 'statistics', columns: 'all' };
  if (parser.accept('ALL')) {
    parser.expect('behind ALL', 'COLUMNS');
    return { kind: 'statistics', columns: 'all' };
  }
  parser.expect('behind FOR', 'COLUMNS');
  const column = () => parser.qualifiedName('a column name');
  const columns = parser.is('(') ? parser.bracketed('', column) : parser.commaList(column);
  return { kind: 'statistics', columns };
}
