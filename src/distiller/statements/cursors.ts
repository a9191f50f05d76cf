import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Fetch } from '../../dialect/distiller/syntax/statement.ts';
import { counted } from '../../modules/words.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { countOf, done, reading, runToEnd, runTranslated } from '../run-sql.ts';
import type { Place } from '../place.ts';
import { shown } from '../shown.ts';
import type { Cursor } from '../state.ts';
import { translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

const cursorTable = (name: string) => relation(['temp', 'main', `~cursor ${name.toLowerCase()}`]);

/** The rows are computed once, into a temporary table, so that fetching does not hold the session up. */
export const declareCursorHandler: Handler<'declare-cursor'> = {
  async run({ name, query }, place) {
    const { cursors } = place.state;
    const key = name.text.toLowerCase();
    if (cursors.has(key))
      throw faultAt(place, name.span, `The cursor “${name.text}” is open already.`, `CLOSE ${name.text} first.`);
    const { sql: translated, notices } = await translateQuery(query, place);
    await runToEnd(cursorSql(key, translated), place);
    const rows = counted(await countOf(cursorTable(key), place), 'row');
    cursors.set(key, { position: 0 });
    return done({ kind: 'other', words: `The cursor “${name.text}” is open on ${rows}.` }, notices);
  },
  async show(statement, place) {
    const key = statement.name.text.toLowerCase();
    const { sql: translated } = await translateQuery(statement.query, place);
    place.state.cursors.set(key, { position: 0 });
    return shown(statement, [cursorSql(key, translated)]);
  },
};

const cursorSql = (key: string, rows: Sql): Sql => sql`CREATE OR REPLACE TEMP TABLE ${cursorTable(key)} AS\n${rows}`;

export const fetchHandler: Handler<'fetch'> = {
  async run(fetch, place) {
    const { name, count } = fetch;
    const cursor = requireCursor(fetch, place);
    const rows = fetchSql(fetch, cursor);
    const all = await countOf(cursorTable(name.text), place);
    cursor.position = count === 'all' ? all : Math.min(all, cursor.position + count);
    return reading(runTranslated(rows, place), []);
  },
  show(fetch, place) {
    const cursor = requireCursor(fetch, place);
    const rows = fetchSql(fetch, cursor);
    cursor.position += fetch.count === 'all' ? 0 : fetch.count;
    return Promise.resolve(shown(fetch, [rows], 'Continues where the cursor stands.'));
  },
};

function requireCursor({ name }: Fetch, place: Place): Cursor {
  const cursor = place.state.cursors.get(name.text.toLowerCase());
  if (cursor !== undefined) return cursor;
  throw faultAt(
    place,
    name.span,
    `There is no open cursor “${name.text}”.`,
    `DECLARE ${name.text} CURSOR FOR SELECT … first.`,
  );
}

function fetchSql({ name, count }: Fetch, { position }: Cursor): Sql {
  const upTo = count === 'all' ? sql`` : sql` AND rowid < ${literal(position + count)}`;
  return sql`SELECT *\nFROM ${cursorTable(name.text)}\nWHERE rowid >= ${literal(position)}${upTo}\nORDER BY rowid`;
}

export const closeCursorHandler: Handler<'close-cursor'> = {
  async run({ name }, place) {
    const { cursors } = place.state;
    const keys = name === 'all' ? [...cursors.keys()] : [name.text.toLowerCase()];
    for (const key of keys) {
      if (!cursors.delete(key) && name !== 'all')
        throw faultAt(place, name.span, `There is no open cursor “${name.text}”.`);
      await runToEnd(sql`DROP TABLE IF EXISTS ${cursorTable(key)}`, place);
    }
    return done({
      kind: 'other',
      words: name === 'all' ? 'All cursors are closed.' : `The cursor “${name.text}” is closed.`,
    });
  },
  show(statement, place) {
    const { name } = statement;
    const { cursors } = place.state;
    const keys = name === 'all' ? [...cursors.keys()] : [name.text.toLowerCase()];
    for (const key of keys) cursors.delete(key);
    return Promise.resolve(
      shown(
        statement,
        keys.map((key) => sql`DROP TABLE IF EXISTS ${cursorTable(key)}`),
      ),
    );
  },
};
