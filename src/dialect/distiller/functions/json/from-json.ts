import { literal, sql } from '../../../../core/sql.ts';
import { parseJson } from '../../../../scalar/json/parse-json.ts';
import { schemaOfJson } from '../../../../scalar/json/schema-of-json.ts';
import { asText, typeSql } from '../../translate/coerce.ts';
import { type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, ScalarEntry } from '../contract.ts';
import { fixedReading, type KnownOptions, optionsAt } from './options.ts';
import { typeOfSchema } from './schema-type.ts';

/** `from_json`: the function of ours gives the text of a nested value, which the engine casts. */
export const fromJson: ScalarEntry = {
  kind: 'scalar',
  names: ['from_json'],
  signature: "from_json(json, 'a INT, b ARRAY<STRING>'[, options])",
  summary: 'A JSON text as a value of a type; what does not fit the type is NULL.',
  arity: [2, 3],
  translate,
};

const known: KnownOptions = {
  followed: ['mode', 'columnnameofcorruptrecord', 'timestampformat', 'timestampntzformat', 'dateformat'],
  fixed: fixedReading,
};

function translate(call: FunctionCall): Typed {
  const options = optionsAt(call, 2, known);
  const mode = options.get('mode')?.toUpperCase() ?? 'PERMISSIVE';
  if (mode !== 'PERMISSIVE' && mode !== 'FAILFAST')
    call.fail(`The mode of from_json is PERMISSIVE or FAILFAST, not “${mode}”.`, undefined, 2);
  const schema = writtenSchema(call);
  const type = typeOfSchema(schema, call);
  const read = options.size === 0 ? sql`` : sql`, ${literal(JSON.stringify(Object.fromEntries(options)))}`;
  return typed(
    sql`CAST(sh_from_json(${asText(call.argument(0))}, ${literal(schema)}${read}) AS ${typeSql(type)})`,
    type,
  );
}

/** A text, or `schema_of_json` of one. */
function writtenSchema(call: FunctionCall): string {
  const written = call.written(1);
  if (written?.kind === 'string') return written.value;
  const [example] = written?.kind === 'call' && written.name === 'schema_of_json' ? written.arguments : [];
  const json = example?.kind === 'string' ? parseJson(example.value) : undefined;
  if (json !== undefined) return schemaOfJson(json);
  return call.fail("The schema is a text that is written out, such as 'a INT, b ARRAY<STRING>'.", undefined, 1);
}
