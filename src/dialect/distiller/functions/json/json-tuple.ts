import { sql } from '../../../../core/sql.ts';
import { asText } from '../../translate/coerce.ts';
import { listSql, structSql } from '../../translate/generators.ts';
import { varchar } from '../../translate/typed.ts';
import type { FunctionCall, Generated, GeneratorEntry } from '../contract.ts';

/** `json_tuple`: one row with a column for each field. */
export const jsonTuple: GeneratorEntry = {
  kind: 'generator',
  names: ['json_tuple'],
  signature: 'json_tuple(json, field, …)',
  summary: 'A row with several fields of a JSON object, as columns c0, c1 and so on.',
  arity: [2, Infinity],
  outer: false,
  translate,
};

function translate(call: FunctionCall): Generated {
  const json = asText(call.argument(0));
  const names = Array.from({ length: call.count - 1 }, (_, index) => `c${index}`);
  const row = structSql(
    names.map((name, index) => [name, sql`sh_json_tuple(${json}, ${asText(call.argument(index + 1))})`]),
  );
  return { rows: listSql([row]), columns: names.map((name) => ({ name, type: varchar })) };
}
