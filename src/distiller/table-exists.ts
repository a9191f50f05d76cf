import { literal, relation } from '../core/sql.ts';
import type { ScalarEntry } from '../dialect/distiller/functions/contract.ts';
import { typed, varchar } from '../dialect/distiller/translate/typed.ts';
import { describeRelation } from './describe-relation.ts';
import { textArguments } from './history-meta.ts';
import { parseNameText } from './name-text.ts';
import type { Place } from './place.ts';
import { relationName } from './relation-name.ts';

/** Which of the tables that `table_exists` is asked for are there. */
export async function existingTables(piece: unknown, place: Place): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const name of textArguments(piece, 'table_exists')) {
    if ((await describeRelation(relation(relationName(parseNameText(name))), place)) !== undefined) there.add(name);
  }
  return there;
}

/** `table_exists('table')`: the text `true` or `false`. */
export function tableExistsEntry(there: ReadonlySet<string>): ScalarEntry {
  return {
    kind: 'scalar',
    names: ['table_exists'],
    signature: "table_exists('table')",
    summary: "The text 'true' when there is a table or view of this name, else 'false'.",
    arity: [1, 1],
    translate(call) {
      const name = call.constant(0);
      if (typeof name !== 'string') return call.fail('table_exists takes the name of a table in quotes.', undefined, 0);
      return typed(literal(String(there.has(name))), varchar);
    },
  };
}
