import { queryRows, text, timestampLiteral } from '../../catalog/store/execute.ts';
import { hasHiddenTable } from '../../catalog/store/hidden-table.ts';
import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { numberOf } from '../../modules/words.ts';
import { leavingSql } from './field-sql.ts';
import { sentOutcome } from './gate.ts';
import { keyedHashSql, withIdentityKey } from './keyed-hash.ts';
import { type SendSettings, sendSettingsSchema } from './send-settings.ts';
import { sendTable, sentMemberTable } from './sent-tables.ts';

/** A send as the project remembers it beside its receipt. */
export interface KeptSend {
  readonly id: string;
  readonly destination: string;
  /** When its files were written. */
  readonly at: Date;
  readonly rows: number;
  /** The dataset's snapshot that was read, where one is known. */
  readonly snapshot: number | null;
  readonly settings: SendSettings;
}

/** Tells one key from another without telling the key. */
const keyMark = keyedHashSql(literal('stillhouse: key of sent identities'));

const tables: readonly Sql[] = [
  sql`CREATE TABLE IF NOT EXISTS ${sendTable} (
  send_id VARCHAR,
  kind VARCHAR,
  destination VARCHAR,
  dataset VARCHAR,
  sent_at TIMESTAMP,
  "rows" BIGINT,
  snapshot_id BIGINT,
  key_headers VARCHAR[],
  settings VARCHAR,
  key_mark VARCHAR
)`,
  sql`CREATE TABLE IF NOT EXISTS ${sentMemberTable} (
  send_id VARCHAR,
  person VARCHAR,
  "keys" VARCHAR[]
)`,
];

/**
 * Keeps a send and whom it reaches, in the transaction that is open. It belongs before sealing: a crash then
 * leaves people counted who were not reached, never reached people uncounted. `outcomes` has the columns of
 * `SendPlan.outcomes`. Identities are kept as keyed hashes, match keys as they leave.
 */
export async function keepSend(
  session: Session,
  send: KeptSend,
  outcomes: RelationName,
  identityKey: Uint8Array,
): Promise<void> {
  const { id, destination, at, rows, snapshot, settings } = send;
  const keys = keyFields(settings);
  const headers = keys.map(({ field }) => literal(field.header));
  const values = keys.map(({ field, index }) => sql`CAST(${leavingSql(field, index)} AS VARCHAR)`);
  const statements = [
    ...tables,
    sql`INSERT INTO ${sendTable}
VALUES (
  ${literal(id)}, ${literal(settings.kind)}, ${literal(destination)}, ${literal(settings.dataset)},
  ${timestampLiteral(at)}, ${literal(rows)}, ${literal(snapshot)}, [${joinSql(headers, ', ')}],
  ${literal(JSON.stringify(settings))}, ${keyMark}
)`,
    sql`INSERT INTO ${sentMemberTable}
SELECT ${literal(id)}, ${keyedHashSql(sql`person`)}, [${joinSql(values, ', ')}]
FROM ${relation(outcomes)}
WHERE outcome = ${literal(sentOutcome)}
ORDER BY candidate`,
  ];
  await withIdentityKey(session, identityKey, async () => {
    for (const statement of statements) await session.exec(statement.text);
  });
}

/** Forgets a send that never left, in the transaction that is open. */
export async function forgetSend(session: Session, id: string): Promise<void> {
  if (!(await hasHiddenTable(session, 'send'))) return;
  await session.exec(
    sql`DELETE FROM ${sendTable}
WHERE send_id = ${literal(id)}`.text,
  );
  await forgetMembers(session, id);
}

/** Forgets whom a send reached, with the keys that were delivered, in the transaction that is open. */
export async function forgetMembers(session: Session, id: string): Promise<void> {
  if (!(await hasHiddenTable(session, 'sent_member'))) return;
  await session.exec(
    sql`DELETE FROM ${sentMemberTable}
WHERE send_id = ${literal(id)}`.text,
  );
}

/**
 * Whether a send reached a person, by the keyed hash of their identity. Throws `secret-missing` where it was kept with
 * another key, and `input-invalid` where whom it reached was forgotten.
 */
export async function wasReached(
  session: Session,
  id: string,
  identity: string,
  identityKey: Uint8Array,
): Promise<boolean> {
  const [found] = await withIdentityKey(session, identityKey, () =>
    queryRows(
      session,
      sql`SELECT
  (
    SELECT key_mark = ${keyMark}
    FROM ${sendTable}
    WHERE send_id = ${literal(id)}
  ) AS same_key,
  count(*) AS members,
  count(*) FILTER (WHERE person = ${keyedHashSql(literal(identity))}) AS reached
FROM ${sentMemberTable}
WHERE send_id = ${literal(id)}`,
    ),
  );
  if (found?.same_key !== true) {
    throw new StillhouseError('secret-missing', 'Whom this send reached is hashed with a key that is not here.', {
      remedy: 'Ask on the machine that sent it.',
    });
  }
  if (numberOf(found.members) === 0) {
    throw new StillhouseError('input-invalid', 'Whom this send reached was forgotten.');
  }
  return numberOf(found.reached) > 0;
}

/** How many sends to people were kept with another key than the session's. */
export async function countOtherKeys(session: Session): Promise<number> {
  const [found] = await queryRows(
    session,
    sql`SELECT count(*) AS others
FROM ${sendTable}
WHERE kind = 'audience'
  AND key_mark IS DISTINCT FROM ${keyMark}`,
  );
  return numberOf(found?.others);
}

/** Whether the project's history of sends was begun. */
export function hasSendHistory(session: Session): Promise<boolean> {
  return hasHiddenTable(session, 'send');
}

/** The sends that the project remembers, the latest first. */
export async function readKeptSends(session: Session): Promise<readonly KeptSend[]> {
  if (!(await hasSendHistory(session))) return [];
  const found = await queryRows(
    session,
    sql`SELECT send_id, destination, epoch_ms(sent_at) AS at, "rows", snapshot_id, settings
FROM ${sendTable}
ORDER BY sent_at DESC, send_id`,
  );
  return found.map((row) => ({
    id: text(row.send_id),
    destination: text(row.destination),
    at: new Date(numberOf(row.at)),
    rows: numberOf(row.rows),
    snapshot: row.snapshot_id === null ? null : numberOf(row.snapshot_id),
    settings: sendSettingsSchema.parse(JSON.parse(text(row.settings))),
  }));
}

/** The last send of the same dataset to the same destination: what the size guard and an incremental export begin from. */
export function lastSendOf(
  sends: readonly KeptSend[],
  { dataset }: Pick<SendSettings, 'dataset'>,
  destination: string,
): KeptSend | undefined {
  return sends.find((send) => send.destination === destination && send.settings.dataset === dataset);
}

/** The fields that people are known by at the receiver: the match keys; without any, identities; without those, all. */
export function keyFields(settings: SendSettings) {
  const fields = settings.fields.map((field, index) => ({ field, index }));
  const headers = new Set(settings.keys.flatMap((key) => key.headers));
  const keys = fields.filter(({ field }) => headers.has(field.header));
  if (keys.length > 0) return keys;
  const kinds = new Set(['email', 'phone', 'device-id', 'digest']);
  const identities = fields.filter(
    ({ field }) => kinds.has(field.normalise.kind) || (field.path !== '' && field.path === settings.identity),
  );
  return identities.length > 0 ? identities : fields;
}
