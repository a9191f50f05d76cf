import type { Transaction } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

const verbs: Readonly<Partial<Record<string, Transaction['verb']>>> = {
  BEGIN: 'begin',
  START: 'begin',
  COMMIT: 'commit',
  END: 'commit',
  ROLLBACK: 'rollback',
  ABORT: 'rollback',
};

/** Reads BEGIN, START TRANSACTION, COMMIT, END, ROLLBACK and ABORT, with WORK or TRANSACTION. */
export function readTransaction(parser: Parser): Transaction {
  const { start } = parser;
  const { symbol } = parser.advance();
  if (symbol === 'START') parser.expect('behind START', 'TRANSACTION');
  else parser.acceptOne('WORK', 'TRANSACTION');
  if (symbol === 'BEGIN' && parser.token.kind === 'word' && !parser.is('END')) {
    throw parser.fault(
      parser.token,
      `“${parser.token.value}” stands where the end of BEGIN is expected.`,
      'A transaction opens with BEGIN; and a block with $$ BEGIN.',
    );
  }
  return { kind: 'transaction', span: parser.spanFrom(start), verb: verbs[symbol] ?? 'begin' };
}
