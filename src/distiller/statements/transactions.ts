import { rawSql } from '../../core/sql.ts';
import { done, runToEnd } from '../run-sql.ts';
import type { Handler } from './handler.ts';

export const transactionHandler: Handler<'transaction'> = {
  async run({ verb }, place) {
    const { outcome } = await runToEnd(rawSql(verb.toUpperCase()), place);
    return done(outcome);
  },
  show: ({ verb }) => Promise.resolve([rawSql(verb.toUpperCase())]),
};
