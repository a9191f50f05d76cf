import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { castText } from '../../translate/cast-text.ts';
import { once } from '../../translate/once.ts';
import { familyOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, ScalarEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';
import { writtenBy } from '../dates/written-by.ts';
import { isOn, type KnownOptions, optionsAt } from './options.ts';
import { quotedJson } from './quoted.ts';

/** `to_json`, written out by the type of its argument. */
export const toJson: ScalarEntry = {
  kind: 'scalar',
  names: ['to_json'],
  signature: 'to_json(value[, options])',
  summary: 'A struct, array or map as JSON; fields of structs that are NULL are left out.',
  arity: [1, 2],
  translate(call) {
    const value = call.argument(0);
    const form = formOf(call);
    return typed(
      once(value.sql, (all) => jsonOf(typed(all, value.type), call, form)),
      varchar,
    );
  },
};

/** How options have values written. */
interface JsonForm {
  readonly timestamp: string | undefined;
  readonly date: string | undefined;
  readonly keepsNulls: boolean;
}

const known: KnownOptions = {
  followed: ['timestampformat', 'timestampntzformat', 'dateformat', 'ignorenullfields'],
  fixed: { pretty: 'false', timezone: 'UTC', locale: 'en-US', writenonasciicharacterascodepoint: 'false' },
};

function formOf(call: FunctionCall): JsonForm {
  const options = optionsAt(call, 1, known);
  return {
    timestamp: options.get('timestampformat') ?? options.get('timestampntzformat'),
    date: options.get('dateformat'),
    keepsNulls: !isOn(options, 'ignorenullfields', true),
  };
}

/** The value as JSON; NULL where it is NULL. */
function jsonOf(value: Typed, call: FunctionCall, form: JsonForm): Sql {
  const { sql: one, type } = value;
  switch (familyOf(type)) {
    case 'list':
    case 'map':
    case 'struct':
      return nested(value, call, form);
    case 'unknown':
      return call.fail(
        'The type of this value is not known before it runs, so that its JSON cannot be written.',
        'Give it a type: CAST(value AS STRUCT<…>).',
        0,
      );
    case 'null':
      return sql`NULL::VARCHAR`;
    case 'boolean':
    case 'integer':
    case 'decimal':
      return sql`CAST(${one} AS VARCHAR)`;
    case 'fractional': {
      const text = castText(value);
      return sql`CASE WHEN isfinite(${one}) THEN ${text} ELSE '"' || ${text} || '"' END`;
    }
    case 'timestamp':
      return form.timestamp === undefined
        ? sql`strftime(CAST(${one} AS TIMESTAMP), '"%Y-%m-%dT%H:%M:%S.%gZ"')`
        : quotedJson(writtenBy(form.timestamp, one));
    case 'date':
      return form.date === undefined
        ? sql`'"' || CAST(${one} AS VARCHAR) || '"'`
        : quotedJson(writtenBy(form.date, one));
    case 'binary':
      return sql`'"' || to_base64(${one}) || '"'`;
    default:
      return quotedJson(castText(value));
  }
}

function nested({ sql: value, type }: Typed, call: FunctionCall, form: JsonForm): Sql {
  switch (type.kind) {
    case 'list': {
      const item = ownLambda(['item'], ([one]) => orNull(typed(one, type.item), call, form));
      return between('[', listed(sql`list_transform(${value}, ${item})`, value), ']');
    }
    case 'map': {
      const entry = ownLambda(
        ['entry'],
        ([one]) =>
          sql`${quotedJson(keyText(typed(sql`${one}.key`, type.key)))} || ':' || ${orNull(typed(sql`${one}.value`, type.value), call, form)}`,
      );
      return between('{', listed(sql`list_transform(map_entries(${value}), ${entry})`, value), '}');
    }
    case 'struct': {
      const fields = type.fields.map(({ name, type: field }) => {
        const one = typed(sql`struct_extract(${value}, ${literal(name)})`, field);
        const json = form.keepsNulls ? orNull(one, call, form) : jsonOf(one, call, form);
        return sql`${literal(`${JSON.stringify(name)}:`)} || ${inBrackets(json)}`;
      });
      return sql`CASE WHEN ${value} IS NOT NULL THEN ${between('{', sql`concat_ws(',', ${joinSql(fields, ', ')})`, '}')} END`;
    }
    default:
      return call.fail(`Values of ${typeText(type)} have no JSON.`, undefined, 0);
  }
}

const inBrackets = (json: Sql): Sql => (/^(?:CASE|')/.test(json.text) ? sql`(${json})` : json);

const orNull = (value: Typed, call: FunctionCall, form: JsonForm): Sql =>
  sql`coalesce(${jsonOf(value, call, form)}, 'null')`;

/** A struct as a key is written as Spark prints a row: `[1,x]`. */
function keyText(key: Typed): Sql {
  const { sql: value, type } = key;
  if (type.kind !== 'struct') return castText(key);
  const fields = type.fields.map(
    ({ name, type: field }) =>
      sql`coalesce(${castText(typed(sql`struct_extract(${value}, ${literal(name)})`, field))}, 'null')`,
  );
  return sql`'[' || ${joinSql(fields, " || ',' || ")} || ']'`;
}

const between = (open: string, middle: Sql, close: string): Sql =>
  sql`(${literal(open)} || ${middle} || ${literal(close)})`;

/** Joined by commas; the engine joins no texts to NULL, and an empty list must give an empty text. */
const listed = (texts: Sql, list: Sql): Sql =>
  sql`CASE WHEN ${list} IS NOT NULL THEN coalesce(array_to_string(${texts}, ','), '') END`;
