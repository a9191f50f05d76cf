import type { Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { statementWords } from '../words.ts';
import { readAlter } from './alter.ts';
import { readAnalyze } from './analyze.ts';
import { readBlock } from './block.ts';
import { readCopy } from './copy.ts';
import { readCreate } from './create.ts';
import { readDescribe, readExplain } from './describe.ts';
import { readDrop } from './drop.ts';
import { readInsert } from './insert.ts';
import { readUpdateModel } from './model.ts';
import { readQueryOrInsert } from './query-statement.ts';
import { readSet } from './set.ts';
import {
  readClose,
  readDeallocate,
  readDeclare,
  readExecute,
  readFetch,
  readPrepare,
  readRaise,
  readUse,
} from './session.ts';
import { readShow } from './show.ts';
import { readTransaction } from './transaction.ts';
import { readUnsupported } from './unsupported.ts';

type StatementReader = (parser: Parser) => Statement;

const readers: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['SELECT', readQueryOrInsert],
  ['WITH', readQueryOrInsert],
  ['VALUES', readQueryOrInsert],
  ['TABLE', readQueryOrInsert],
  ['FROM', readQueryOrInsert],
  ['(', readQueryOrInsert],
  ['CREATE', readCreate],
  ['INSERT', readInsert],
  ['DROP', readDrop],
  ['ALTER', readAlter],
  ['SET', readSet],
  ['SHOW', readShow],
  ['DESCRIBE', readDescribe],
  ['DESC', readDescribe],
  ['EXPLAIN', readExplain],
  ['ANALYZE', readAnalyze],
  ['COPY', readCopy],
  ['USE', readUse],
  ['UPDATE', readUpdateModel],
  ['DECLARE', readDeclare],
  ['FETCH', readFetch],
  ['CLOSE', readClose],
  ['PREPARE', readPrepare],
  ['EXECUTE', readExecute],
  ['DEALLOCATE', readDeallocate],
  ['RAISE', readRaise],
  ['BEGIN', readTransaction],
  ['START', readTransaction],
  ['COMMIT', readTransaction],
  ['END', readTransaction],
  ['ROLLBACK', readTransaction],
  ['ABORT', readTransaction],
  ['$$', readBlock],
]);

/** Reads one statement of any kind; its semicolon stays. */
export function readStatement(parser: Parser): Statement {
  const reader = readers.get(parser.token.symbol);
  if (reader !== undefined) return reader(parser);
  const unsupported = readUnsupported(parser);
  if (unsupported !== undefined) return unsupported;
  if (parser.ended && parser.previous === undefined) {
    throw parser.fault(parser.token, 'The statement is empty.', 'Write a query such as SELECT * FROM table.');
  }
  throw parser.unexpected('a statement', statementWords);
}
