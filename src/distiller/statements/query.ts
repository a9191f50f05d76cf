import { sql, type Sql } from '../../core/sql.ts';
import type { Query } from '../../dialect/distiller/syntax/query.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { isOn } from '../state.ts';
import type { Place } from '../place.ts';
import { reading, runTranslated } from '../run-sql.ts';
import { shown } from '../shown.ts';
import { contextFor, type Translation, translateQuery } from '../translate.ts';
import { createTableFrom, showTableFrom, type TableFromQuery } from './create-table.ts';
import type { Handler } from './handler.ts';

/** A query as it runs: with nested columns as JSON text where `auto_to_json` is on. */
async function shownQuery(query: Query, place: Place): Promise<Translation> {
  const translated = await translateQuery(query, place);
  const { columns } = translated;
  if (!isOn(place.state, 'auto_to_json') || columns === undefined) return translated;
  const nested = columns.filter(({ type }) => type.kind === 'list' || type.kind === 'struct' || type.kind === 'map');
  if (nested.length === 0) return translated;
  return { ...translated, sql: await nestedAsJson(query, translated, place) };
}

async function nestedAsJson(query: Query, { sql: inner, columns = [] }: Translation, place: Place): Promise<Sql> {
  const context = await contextFor([], place);
  const { span } = query;
  const scope = {
    relations: [{ alias: undefined, path: [], columns }],
    parameters: new Map(),
    aliases: new Map(),
    commonTables: new Map(),
    windows: new Map(),
  };
  const items = columns.map(({ name, type }) => {
    if (type.kind !== 'list' && type.kind !== 'struct' && type.kind !== 'map') return nameSql(name);
    const value = { kind: 'name', span, parts: [{ text: name, quoted: true, span }] } as const;
    const call = {
      kind: 'call',
      span,
      name: 'to_json',
      nameSpan: span,
      distinct: false,
      arguments: [value],
      orderBy: [],
    } as const;
    return sql`${context.expression(call, scope).sql} AS ${nameSql(name)}`;
  });
  const list = items.reduce((all, item) => sql`${all}, ${item}`);
  return sql`SELECT ${list}\nFROM (\n${inner}\n)`;
}

/** The table that `SELECT … INTO` makes. */
function tableInto(query: Query): TableFromQuery | undefined {
  if (query.body.kind !== 'select' || query.body.into === undefined) return undefined;
  const { into, ...body } = query.body;
  return { name: into.name, temporary: into.temporary, query: { ...query, body } };
}

export const queryHandler: Handler<'query'> = {
  async run(statement, place) {
    const table = tableInto(statement.query);
    if (table !== undefined) return createTableFrom(table, place);
    const { sql: translated, notices } = await shownQuery(statement.query, place);
    return reading(runTranslated(translated, place), notices);
  },
  async show(statement, place) {
    const table = tableInto(statement.query);
    const engine = await (table === undefined
      ? shownQuery(statement.query, place).then(({ sql: translated }) => translated)
      : showTableFrom(table, place));
    return shown(statement, [engine]);
  },
};
