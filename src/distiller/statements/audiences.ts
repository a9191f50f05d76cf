import type { Started } from '../../catalog/session/handle.ts';
import { readAudiences } from '../../audiences/audience-store.ts';
import { identifier, joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Option, QualifiedName } from '../../dialect/distiller/syntax/statement.ts';
import { withReader } from '../../engine/with-reader.ts';
import type { Place } from '../place.ts';
import { relationName } from '../relation-name.ts';
import { done, runToEnd } from '../run-sql.ts';
import { shown } from '../shown.ts';
import { translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

/** Whether a name stands for an audience of the project. */
export async function isAudience(name: QualifiedName, { services }: Place): Promise<boolean> {
  const wanted = relationName(name).at(-1)?.toLowerCase();
  const audiences = await withReader(services.engine, readAudiences);
  return audiences.some((audience) => audience.name.toLowerCase() === wanted);
}

/** Runs a statement of the audience engine, whose query is translated already. */
export async function runAudienceText(statement: Sql, notices: readonly string[], place: Place): Promise<Started> {
  const { result, outcome } = await runToEnd(statement, place);
  return result.columns.length === 0 ? done(outcome, notices) : { kind: 'done', result, outcome };
}

const optionSql = ({ key, value }: Option): Sql => sql`${identifier(key)} = ${literal(value)}`;

export const createAudienceHandler: Handler<'create-audience'> = {
  async run({ name, options, query }, place) {
    const { sql: translated, notices } = await translateQuery(query, place);
    const list = joinSql(options.map(optionSql), ', ');
    return runAudienceText(
      sql`CREATE AUDIENCE ${relation(relationName(name))} WITH (${list}) AS (\n${translated}\n)`,
      notices,
      place,
    );
  },
  show: async (statement, place) =>
    shown(statement, [(await translateQuery(statement.query, place)).sql], audienceWords),
};

/** Beside the query of an audience's members. */
export const audienceWords = 'Stillhouse makes the audience’s members of the rows of this query.';

export const createNamespaceHandler: Handler<'create-namespace'> = {
  show: (statement) => Promise.resolve(shown(statement, [], 'Stillhouse keeps namespaces with the project.')),
  run: ({ name, options }, place) =>
    runAudienceText(
      sql`CREATE NAMESPACE ${identifier(name.text)} WITH (${joinSql(options.map(optionSql), ', ')})`,
      [],
      place,
    ),
};
