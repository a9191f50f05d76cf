import { literal, relation, sql } from '../../core/sql.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { done, firstText, reading, runToEnd, runTranslated } from '../run-sql.ts';
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
    await runToEnd(sql`CREATE OR REPLACE TEMP TABLE ${cursorTable(key)} AS\n${translated}`, place);
    cursors.set(key, { position: 0 });
    return done({ kind: 'other', words: `The cursor “${name.text}” is open.` }, notices);
  },
};

export const fetchHandler: Handler<'fetch'> = {
  async run({ name, count }, place) {
    const cursor = place.state.cursors.get(name.text.toLowerCase());
    if (cursor === undefined)
      throw faultAt(
        place,
        name.span,
        `There is no open cursor “${name.text}”.`,
        `DECLARE ${name.text} CURSOR FOR SELECT … first.`,
      );
    const table = cursorTable(name.text);
    const start = cursor.position;
    const all = Number(await firstText(sql`SELECT count(*) FROM ${table}`, place));
    const end = count === 'all' ? all : Math.min(all, start + count);
    cursor.position = end;
    const rows = sql`SELECT *\nFROM ${table}\nWHERE rowid >= ${literal(start)} AND rowid < ${literal(end)}\nORDER BY rowid`;
    return reading(runTranslated(rows, place), []);
  },
};

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
};
