import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { done, reading, runTranslated } from '../run-sql.ts';
import type { Place } from '../place.ts';
import { shown } from '../shown.ts';
import { settingDefaults } from '../state.ts';
import type { Handler } from './handler.ts';

/** `SET key = value` keeps a setting for the session; `SET key` shows it. */
export const setSettingHandler: Handler<'set-setting'> = {
  show(statement, place) {
    const { key, value } = statement;
    if (value === undefined) return Promise.resolve(shown(statement, [settingSql(key, place)]));
    place.state.settings.set(key.toLowerCase(), value);
    return Promise.resolve(shown(statement, [], 'Stillhouse keeps the setting for this session.'));
  },
  run({ key, value }, place) {
    const name = key.toLowerCase();
    if (value === undefined) return Promise.resolve(reading(runTranslated(settingSql(key, place), place), []));
    place.state.settings.set(name, value);
    const notices = name in settingDefaults ? [] : [`“${key}” is kept, and nothing here depends on it.`];
    return Promise.resolve(done({ kind: 'other', words: `${key} is now ${value}.` }, notices));
  },
};

function settingSql(key: string, { state }: Place): Sql {
  const value = state.settings.get(key.toLowerCase()) ?? '<undefined>';
  return sql`SELECT ${literal(key)} AS "key", ${literal(value)} AS "value"`;
}

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
