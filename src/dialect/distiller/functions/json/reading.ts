import { sql, type Sql } from '../../../../core/sql.ts';
import { asText } from '../../translate/coerce.ts';
import { integer, listOf, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { fixedReading, optionsAt } from './options.ts';

/** Functions that look into JSON texts. */
export const jsonReaders: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['get_json_object'],
    signature: "get_json_object(json, '$.path')",
    summary: 'What stands at a path such as $.a[0].b; texts come without quotes, everything else as JSON.',
    arity: [2, 2],
    translate: (call) => typed(sql`sh_get_json_object(${texts(call, 2)})`, varchar),
  },
  {
    kind: 'scalar',
    names: ['json_array_length'],
    signature: 'json_array_length(json)',
    summary: 'The number of items of a JSON array; NULL for anything else.',
    arity: [1, 1],
    translate: (call) => typed(sql`sh_json_array_length(${texts(call, 1)})`, integer),
  },
  {
    kind: 'scalar',
    names: ['json_object_keys'],
    signature: 'json_object_keys(json)',
    summary: 'The keys of the outermost JSON object as an array; NULL for anything else.',
    arity: [1, 1],
    translate: (call) => typed(sql`CAST(sh_json_object_keys(${texts(call, 1)}) AS VARCHAR[])`, listOf(varchar)),
  },
  {
    kind: 'scalar',
    names: ['schema_of_json'],
    signature: 'schema_of_json(json[, options])',
    summary: 'The type of a JSON text, such as STRUCT<a: BIGINT>.',
    arity: [1, 2],
    translate(call) {
      optionsAt(call, 1, { followed: [], fixed: fixedReading });
      return typed(sql`sh_schema_of_json(${texts(call, 1)})`, varchar);
    },
  },
];

function texts(call: FunctionCall, count: number): Sql {
  const [first = sql`NULL`, second] = Array.from({ length: count }, (_, index) => asText(call.argument(index)));
  return second === undefined ? first : sql`${first}, ${second}`;
}
