import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { platformById } from '../platforms/index.ts';
import { keyFields, type KeptSend } from './sent-members.ts';
import { sentMemberTable } from './sent-tables.ts';

/** The file that takes the people of a past send out again. */
export interface Removal {
  /** Their keys as they were sent, under the same headers; nobody twice. */
  readonly rows: Sql;
  /** The headers in their order, with the receiver's own mark of a removal where it has one. */
  readonly headers: readonly string[];
  /** What to do with the file, as a sentence. */
  readonly words: string;
}

/** Plans the removal of a send whose members are kept. Throws `input-invalid` for one that was of no people. */
export function planRemoval(send: KeptSend): Removal {
  if (send.settings.kind !== 'audience') {
    throw new StillhouseError('input-invalid', `“${send.settings.title}” was a dataset, not an audience.`, {
      remedy: 'Export the dataset again instead.',
    });
  }
  const { removal } = platformById(send.settings.platform);
  const headers = keyFields(send.settings).map(({ field }) => field.header);
  const keys = headers.map((header, index) => sql`"keys"[${literal(index + 1)}] AS ${identifier(header)}`);
  const mark = removal.column;
  const columns = mark === undefined ? keys : [...keys, sql`${literal(mark.value)} AS ${identifier(mark.header)}`];
  return {
    headers: mark === undefined ? headers : [...headers, mark.header],
    words: removal.words,
    rows: sql`SELECT ${joinSql(columns, ',\n  ')}
FROM (
  SELECT DISTINCT "keys"
  FROM ${sentMemberTable}
  WHERE send_id = ${literal(send.id)}
)
ORDER BY "keys"`,
  };
}
