import { timestampLiteral } from '../../catalog/store/execute.ts';
import { literal, sql } from '../../core/sql.ts';
import { counted } from '../../modules/words.ts';
import type { GateSet, PrepareContext } from './gate.ts';
import { keyedHashSql } from './keyed-hash.ts';
import type { SendSettings } from './send-settings.ts';
import { sendTable, sentMemberTable } from './sent-tables.ts';

/** Keeps back who was sent to as often as allowed already, by the project's own history of sends: the session needs its key. */
export function frequencyGates({ frequency }: SendSettings, { now, destination, sentBefore }: PrepareContext): GateSet {
  if (frequency === null || !sentBefore) return { gates: [], queries: [] };
  const { sends, days, within } = frequency;
  const here = within === 'destination' ? sql`\n    AND send.destination = ${literal(destination)}` : sql``;
  const query = sql`SELECT sent_member.person
  FROM ${sentMemberTable} AS sent_member
  JOIN ${sendTable} AS send ON send.send_id = sent_member.send_id
  WHERE send.kind = 'audience'
    AND send.sent_at > ${timestampLiteral(now)} - INTERVAL ${literal(days)} DAY${here}
  GROUP BY sent_member.person
  HAVING count(DISTINCT sent_member.send_id) >= ${literal(sends)}`;
  return {
    gates: [
      {
        reason: 'too-often',
        words: `reached by ${counted(sends, 'send')} within ${counted(days, 'day')} already`,
        // Without the key nobody can be told from those that were reached: then all stay.
        holds: sql`coalesce(${keyedHashSql(sql`prepared.person`)} IN (FROM often_reached SELECT person), true)`,
      },
    ],
    queries: [{ name: 'often_reached', query }],
  };
}
