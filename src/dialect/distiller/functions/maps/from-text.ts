import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asText } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { mapOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, ScalarEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/** `str_to_map`: both separators are regular expressions. */
export const stringToMap: ScalarEntry = {
  kind: 'scalar',
  names: ['str_to_map'],
  signature: 'str_to_map(text[, pair_separator[, key_separator]])',
  summary: 'A map read from a text such as a:1,b:2; a key without a value has NULL.',
  arity: [1, 3],
  translate,
};

function translate(call: FunctionCall): Typed {
  const between = call.count > 1 ? asText(call.argument(1)) : literal(',');
  const entry = ownLambda(['pair'], ([pair]) => {
    const [key, value] = [partOf(call, pair, 1), partOf(call, pair, 2)];
    return sql`CASE WHEN regexp_matches(${pair}, ${patternOf(call)}) THEN {'key': ${key}, 'value': ${value}} ELSE {'key': ${pair}, 'value': NULL} END`;
  });
  const pairs = sql`regexp_split_to_array(${asText(call.argument(0))}, ${between})`;
  const made = once(pairs, (all) => sql`map_from_entries(list_transform(${all}, ${entry}))`);
  return typed(made, mapOf(varchar, varchar));
}

const partOf = (call: FunctionCall, pair: Sql, group: number): Sql =>
  sql`regexp_extract(${pair}, ${patternOf(call)}, ${literal(group)})`;

/** The first separator in a pair parts the key from its value. */
function patternOf(call: FunctionCall): Sql {
  if (call.count < 3) return literal('(?s)^(.*?):(.*)$');
  const known = call.constant(2);
  if (typeof known === 'string') return literal(`(?s)^(.*?)(?:${known})(.*)$`);
  return sql`('(?s)^(.*?)(?:' || ${asText(call.argument(2))} || ')(.*)$')`;
}
