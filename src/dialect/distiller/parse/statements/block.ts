import type { Block, Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** Reads `$$ BEGIN … EXCEPTION WHEN OTHERS THEN … END $$`, closed also by `$$ END`. */
export function readBlock(parser: Parser): Block {
  const { start, token: opening } = parser;
  parser.advance();
  parser.expect('behind $$', 'BEGIN');
  parser.accept(';');
  const statements = readStatements(parser, opening);
  const exception = parser.is('EXCEPTION') ? readException(parser, opening) : undefined;
  if (!parser.accept('$$', 'END')) {
    parser.expect('at the end of the block', 'END');
    if (!parser.accept('$$')) throw parser.unexpected('$$ behind END of the block', ['$$']);
  }
  return { kind: 'block', span: parser.spanFrom(start), statements, ...(exception !== undefined && { exception }) };
}

/** A block inside a block may stand without `$$`. */
function readInner(parser: Parser): Block {
  const { start, token: opening } = parser;
  parser.advance();
  const statements = readStatements(parser, opening);
  const exception = parser.is('EXCEPTION') ? readException(parser, opening) : undefined;
  parser.expect('at the end of the block', 'END');
  return { kind: 'block', span: parser.spanFrom(start), statements, ...(exception !== undefined && { exception }) };
}

function readException(parser: Parser, opening: Parser['token']): Statement[] {
  parser.advance();
  parser.expect('behind EXCEPTION', 'WHEN');
  parser.expectOne('behind WHEN', 'OTHERS', 'OTHER');
  parser.expect('behind OTHERS', 'THEN');
  return readStatements(parser, opening);
}

const closes = (parser: Parser) => parser.is('END') || parser.is('EXCEPTION') || parser.sees('$$', 'END');

function readStatements(parser: Parser, opening: Parser['token']): Statement[] {
  const statements: Statement[] = [];
  while (!closes(parser)) {
    if (parser.ended) {
      throw parser.fault(opening, 'The block that begins here is never closed.', 'Close it with END $$;.');
    }
    if (['IF', 'WHILE', 'LOOP', 'FOR'].includes(parser.token.symbol)) {
      throw parser.fault(
        parser.token,
        `Blocks have no ${parser.token.symbol}.`,
        "Narrow the statement itself: INSERT INTO t SELECT … WHERE @found = 'true'.",
      );
    }
    statements.push(isInner(parser) ? parser.nested(readInner) : parser.statement());
    if (!parser.is(';') && !closes(parser) && parser.token.kind !== 'end')
      throw parser.unexpected('“;” behind the statement');
    while (parser.accept(';'));
  }
  return statements;
}

/** BEGIN of a block, unlike that of a transaction, is followed by a statement. */
function isInner(parser: Parser): boolean {
  const { symbol, kind } = parser.peek();
  return parser.is('BEGIN') && kind !== 'end' && ![';', 'WORK', 'TRANSACTION', '$$', 'END'].includes(symbol);
}
