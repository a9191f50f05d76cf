import { sql } from '../../../../core/sql.ts';
import { date, timestamp, typed, varchar } from '../../translate/typed.ts';
import type { FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** What is the same all through a statement. The session’s zone is UTC. */
export const nowFunctions: readonly FunctionEntry[] = [
  scalar('current_catalog()', 'The name of the database.', () => typed(sql`current_database()`, varchar)),
  scalar(
    'current_database()',
    'The name of the schema that names are looked up in.',
    () => typed(sql`current_schema()`, varchar),
    ['current_schema'],
  ),
  scalar('current_date()', 'Today in UTC.', () => typed(sql`CAST(CAST(now() AS TIMESTAMP) AS DATE)`, date), [
    'curdate',
  ]),
  scalar(
    'current_timestamp()',
    'When the statement began, in UTC.',
    () => typed(sql`CAST(now() AS TIMESTAMP)`, timestamp),
    ['now', 'localtimestamp'],
  ),
  scalar('current_timezone()', 'The zone of timestamps: UTC.', () => typed(sql`'UTC'`, varchar)),
  scalar('current_user()', 'The name of the user.', () => typed(sql`current_user`, varchar), ['user', 'session_user']),
  scalar('version()', 'The version of the engine.', () => typed(sql`version()`, varchar)),
];
