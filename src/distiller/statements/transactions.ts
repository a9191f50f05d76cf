import { rawSql } from '../../core/sql.ts';
import { done, runToEnd } from '../run-sql.ts';
import { shown } from '../shown.ts';
import type { Handler } from './handler.ts';

const words = {
  begin: 'Transaction open: what it changes is seen in this session only, until COMMIT.',
  commit: 'Committed.',
  rollback: 'Rolled back.',
} as const;

export const transactionHandler: Handler<'transaction'> = {
  async run({ verb }, place) {
    const { outcome } = await runToEnd(rawSql(verb.toUpperCase()), place);
    return done({ ...outcome, words: words[verb] });
  },
  show(statement, { preview }) {
    const { verb } = statement;
    if (preview !== undefined) preview.inTransaction = verb === 'begin';
    return Promise.resolve(shown(statement, [rawSql(verb.toUpperCase())]));
  },
};
