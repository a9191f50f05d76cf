import { joinSql, literal, type Sql, sql } from '../core/sql.ts';
import type { GeneratorEntry } from '../dialect/distiller/functions/contract.ts';
import type { Expression } from '../dialect/distiller/syntax/expression.ts';
import { walk } from '../dialect/distiller/syntax/walk.ts';
import { bigint, boolean, timestamp, varchar } from '../dialect/distiller/translate/typed.ts';
import type { Place } from './place.ts';
import { parseNameText } from './name-text.ts';
import { historyOf } from './snapshots.ts';

/** Lists of snapshots as SQL, by the table's name as it was written. */
export type Histories = ReadonlyMap<string, Sql>;

const columns = [
  { name: 'made_current_at', type: timestamp },
  { name: 'snapshot_id', type: bigint },
  { name: 'parent_id', type: bigint },
  { name: 'is_current_ancestor', type: boolean },
  { name: 'is_current', type: boolean },
  { name: 'operation', type: varchar },
] as const;

const rowType = sql`STRUCT(made_current_at TIMESTAMP, snapshot_id BIGINT, parent_id BIGINT, is_current_ancestor BOOLEAN, is_current BOOLEAN, operation VARCHAR)`;

/** The texts given to calls of a function, where they are plain. */
export function textArguments(piece: unknown, functionName: string): ReadonlySet<string> {
  const found = new Set<string>();
  walk(piece, (node) => {
    if (node.kind !== 'call' || !('name' in node) || node.name !== functionName || !('arguments' in node)) return true;
    const [first] = node.arguments as readonly Expression[]; // a call's arguments
    if (first?.kind === 'string') found.add(first.value);
    return true;
  });
  return found;
}

/** Reads the snapshots of the tables that `history_meta` is asked for. */
export async function askedHistories(piece: unknown, place: Place): Promise<Histories> {
  const histories = new Map<string, Sql>();
  for (const name of textArguments(piece, 'history_meta')) {
    const snapshots = await historyOf({ name: parseNameText(name) }, place);
    if (snapshots === undefined) continue;
    const rows = snapshots.map(
      ({ id, parent, committedAt, isCurrent, operation }) =>
        sql`row(TIMESTAMP ${literal(committedAt.toISOString().replace('T', ' ').replace('Z', ''))}, ${literal(id)}, ${literal(parent ?? null)}, TRUE, ${literal(isCurrent)}, ${literal(operation)})`,
    );
    histories.set(name, sql`CAST([${joinSql(rows, ', ')}] AS ${rowType}[])`);
  }
  return histories;
}

/** `history_meta('table')`: a row for each snapshot of a table. */
export function historyEntry(histories: Histories): GeneratorEntry {
  return {
    kind: 'generator',
    names: ['history_meta'],
    signature: "history_meta('table')",
    summary: 'A row for each snapshot of a table: its number, the one before it, and whether it is the current one.',
    arity: [1, 1],
    outer: false,
    translate(call) {
      const name = call.constant(0);
      if (typeof name !== 'string') return call.fail('history_meta takes the name of a table in quotes.', undefined, 0);
      const rows =
        histories.get(name) ??
        call.fail(
          `“${name}” is no table with a history.`,
          'SHOW TABLES lists those there are; views and temporary tables have no history.',
          0,
        );
      return { rows, columns };
    },
  };
}
