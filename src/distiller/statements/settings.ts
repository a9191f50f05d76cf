import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import type { SetSetting } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { done, reading, runTranslated } from '../run-sql.ts';
import type { Place } from '../place.ts';
import { shown } from '../shown.ts';
import { settingDefaults } from '../state.ts';
import type { Handler } from './handler.ts';

/** `SET key = value` keeps a setting for the session; `SET key` shows it. */
export const setSettingHandler: Handler<'set-setting'> = {
  show(statement, place) {
    const { key, value } = statement;
    if (value === undefined) return Promise.resolve(shown(statement, [keyAndValueSql(key, place)]));
    place.state.settings.set(key.toLowerCase(), keptValue(statement, value, place));
    return Promise.resolve(shown(statement, [], 'Stillhouse keeps the setting for this session.'));
  },
  run(statement, place) {
    const { key, value } = statement;
    const name = key.toLowerCase();
    if (value === undefined) return Promise.resolve(reading(runTranslated(keyAndValueSql(key, place), place), []));
    const kept = keptValue(statement, value, place);
    place.state.settings.set(name, kept);
    const notices = name in settingDefaults ? [] : [`“${key}” is kept, and nothing here depends on it.`];
    return Promise.resolve(done({ kind: 'other', words: `${key} is now ${kept}.` }, notices));
  },
};

const switches: Readonly<Partial<Record<string, string>>> = {
  true: 'true',
  on: 'true',
  yes: 'true',
  1: 'true',
  false: 'false',
  off: 'false',
  no: 'false',
  0: 'false',
};

/** The settings that something depends on are switches, in every spelling that PostgreSQL takes. */
function keptValue({ key, span }: SetSetting, value: string, place: Place): string {
  if (!(key.toLowerCase() in settingDefaults)) return value;
  const kept = switches[value.toLowerCase()];
  if (kept !== undefined) return kept;
  throw faultAt(place, span, `${key} is true or false, not “${value}”.`, `Write SET ${key} = true.`);
}

function keyAndValueSql(key: string, { state }: Place): Sql {
  const value = state.settings.get(key.toLowerCase()) ?? '<undefined>';
  return sql`SELECT ${literal(key)} AS "key", ${literal(value)} AS "value"`;
}

/** All settings as rows. */
export function allSettingsSql(settings: ReadonlyMap<string, string>): Sql {
  const values = joinSql(
    [...settings].map(([key, value]) => sql`(${literal(key)}, ${literal(value)})`),
    ', ',
  );
  return sql`SELECT *\nFROM (VALUES ${values}) AS settings(name, setting)\nORDER BY name`;
}

/** What PostgreSQL's clients ask of a session, as it is here. */
const fixedSettings: Readonly<Partial<Record<string, string>>> = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, MDY',
  standard_conforming_strings: 'on',
  timezone: 'UTC',
  transaction_isolation: 'repeatable read',
};

/** One setting as a row; `undefined` where it was never set and is none of those fixed. */
export function settingSql(settings: ReadonlyMap<string, string>, key: string): Sql | undefined {
  const name = key.toLowerCase();
  const value = settings.get(name) ?? fixedSettings[name];
  return value === undefined ? undefined : sql`SELECT ${literal(name)} AS name, ${literal(value)} AS setting`;
}
