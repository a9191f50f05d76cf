import { joinSql, literal, sql } from '../../core/sql.ts';
import { done, reading, runTranslated } from '../run-sql.ts';
import { settingDefaults } from '../state.ts';
import type { Handler } from './handler.ts';

/** `SET key = value` keeps a setting for the session; `SET key` shows it. */
export const setSettingHandler: Handler<'set-setting'> = {
  run({ key, value }, place) {
    const name = key.toLowerCase();
    if (value === undefined) {
      const shown = place.state.settings.get(name) ?? '<undefined>';
      const query = sql`SELECT ${literal(key)} AS "key", ${literal(shown)} AS "value"`;
      return Promise.resolve(reading(runTranslated(query, place), []));
    }
    place.state.settings.set(name, value);
    const notices = name in settingDefaults ? [] : [`“${key}” is kept, and nothing here depends on it.`];
    return Promise.resolve(done({ kind: 'other', words: `${key} is now ${value}.` }, notices));
  },
};

/** All settings as rows. */
export function settingsSql(settings: ReadonlyMap<string, string>, wanted?: string) {
  const rows = [...settings].filter(([key]) => wanted === undefined || key === wanted.toLowerCase());
  if (rows.length === 0) return sql`SELECT ${literal(wanted ?? '')} AS name, NULL::VARCHAR AS setting`;
  const values = joinSql(
    rows.map(([key, value]) => sql`(${literal(key)}, ${literal(value)})`),
    ', ',
  );
  return sql`SELECT *\nFROM (VALUES ${values}) AS settings(name, setting)\nORDER BY name`;
}
