import { type Sql, sql } from '../../core/sql.ts';
import type { Explain } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { reading, runTranslated } from '../run-sql.ts';
import type { Place } from '../place.ts';
import { shown } from '../shown.ts';
import { translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

export const explainHandler: Handler<'explain'> = {
  async run(explain, place) {
    const { statement, notices } = await explained(explain, place);
    return reading(runTranslated(statement, place), notices);
  },
  show: async (explain, place) => shown(explain, [(await explained(explain, place)).statement]),
};

async function explained({ statement, analyze, format }: Explain, place: Place) {
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
  return { statement: sql`EXPLAIN ${form}${query}`, notices };
}
