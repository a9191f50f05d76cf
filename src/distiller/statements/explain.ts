import { type Sql, sql } from '../../core/sql.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { reading, runTranslated } from '../run-sql.ts';
import { translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

export const explainHandler: Handler<'explain'> = {
  async run({ statement, analyze, format }, place) {
    if (statement.kind !== 'query') throw faultAt(place, statement.span, 'Only queries can be explained.');
    const { sql: query, notices } = await translateQuery(statement.query, place);
    const form: Sql =
      format === 'json'
        ? analyze
          ? sql`(ANALYZE, FORMAT json) `
          : sql`(FORMAT json) `
        : analyze
          ? sql`ANALYZE `
          : sql``;
    return reading(runTranslated(sql`EXPLAIN ${form}${query}`, place), notices);
  },
};
