import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { csvReading } from '../../../../scalar/csv/from-csv.ts';
import { schemaOfCsv } from '../../../../scalar/csv/schema-of-csv.ts';
import { asText, typeSql } from '../../translate/coerce.ts';
import { castText } from '../../translate/cast-text.ts';
import { once } from '../../translate/once.ts';
import { familyOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { writtenBy } from '../dates/written-by.ts';
import { type KnownOptions, optionsAt } from '../json/options.ts';
import { typeOfSchema } from '../json/schema-type.ts';
import { scalar } from '../scalar-entry.ts';

const form = ['sep', 'delimiter', 'quote'];
const moments = ['timestampformat', 'timestampntzformat', 'dateformat'];
const fixed: KnownOptions['fixed'] = { escape: '\\', timezone: 'UTC', locale: 'en-US', header: 'false' };
const reading: KnownOptions = {
  followed: [
    ...[...form, ...moments, 'mode', 'columnnameofcorruptrecord', 'nullvalue'],
    ...['ignoreleadingwhitespace', 'ignoretrailingwhitespace'],
  ],
  fixed: { ...fixed, comment: '', multiline: 'false' },
};
const writing: KnownOptions = {
  followed: [...form, ...moments, 'nullvalue'],
  fixed: {
    ...{ ...fixed, quoteall: 'false', escapequotes: 'true', emptyvalue: '""' },
    ...{ ignoreleadingwhitespace: 'true', ignoretrailingwhitespace: 'true' },
  },
};

const optionsSql = (options: ReadonlyMap<string, string>): Sql =>
  options.size === 0 ? sql`` : sql`, ${literal(JSON.stringify(Object.fromEntries(options)))}`;

function fromCsv(call: FunctionCall): Typed {
  const options = optionsAt(call, 2, reading);
  const mode = options.get('mode')?.toUpperCase() ?? 'PERMISSIVE';
  if (mode !== 'PERMISSIVE' && mode !== 'FAILFAST')
    call.fail(`The mode of from_csv is PERMISSIVE or FAILFAST, not “${mode}”.`, undefined, 2);
  const schema = writtenSchema(call);
  const type = typeOfSchema(schema, call);
  const isFlat = type.kind === 'struct' && type.fields.every((field) => field.type.kind === 'scalar');
  if (!isFlat) call.fail("A line of CSV has plain values: its schema is written 'a INT, b STRING'.", undefined, 1);
  const line = sql`sh_from_csv(${asText(call.argument(0))}, ${literal(schema)}${optionsSql(options)})`;
  return typed(sql`CAST(${line} AS ${typeSql(type)})`, type);
}

/** A text, or `schema_of_csv` of one. */
function writtenSchema(call: FunctionCall): string {
  const written = call.written(1);
  if (written?.kind === 'string') return written.value;
  const [example, options] = written?.kind === 'call' && written.name === 'schema_of_csv' ? written.arguments : [];
  if (example?.kind === 'string' && options === undefined) return schemaOfCsv(example.value, csvReading('{}'));
  return call.fail("The schema is a text that is written out, such as 'a INT, b STRING'.", undefined, 1);
}

function toCsv(call: FunctionCall): Typed {
  const value = call.argument(0);
  const { type } = value;
  if (type.kind !== 'struct') return call.fail('“to_csv” takes a struct.', "Write named_struct('a', a).", 0);
  const options = optionsAt(call, 1, writing);
  const separator = options.get('sep') ?? options.get('delimiter') ?? ',';
  const line = once(value.sql, (struct) => {
    const cells = type.fields.map((field) => {
      const cell = cellOf(typed(sql`struct_extract(${struct}, ${literal(field.name)})`, field.type), call, options);
      return sql`coalesce(${cell}, ${literal(options.get('nullvalue') ?? '')})`;
    });
    return sql`CASE WHEN ${struct} IS NOT NULL THEN ${joinSql(cells, ` || ${literal(separator).text} || `)} END`;
  });
  return typed(line, varchar);
}

function cellOf(value: Typed, call: FunctionCall, options: ReadonlyMap<string, string>): Sql {
  const { sql: one, type } = value;
  const moment = options.get('timestampformat') ?? options.get('timestampntzformat');
  const day = options.get('dateformat');
  switch (familyOf(type)) {
    case 'null':
      return sql`CAST(NULL AS VARCHAR)`;
    case 'boolean':
    case 'integer':
    case 'decimal':
    case 'fractional':
    case 'text':
      return quoted(castText(value), options);
    case 'timestamp':
      return moment === undefined
        ? sql`strftime(CAST(${one} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%gZ')`
        : quoted(writtenBy(moment, one), options);
    case 'date':
      return day === undefined ? sql`CAST(${one} AS VARCHAR)` : quoted(writtenBy(day, one), options);
    default:
      return call.fail('A line of CSV has plain values only.', 'Write nested ones by to_json.', 0);
  }
}

/** In quotes where it must be; blanks round it are left out, as Spark writes it. */
function quoted(text: Sql, options: ReadonlyMap<string, string>): Sql {
  const separator = literal(options.get('sep') ?? options.get('delimiter') ?? ',');
  const quote = literal(options.get('quote') ?? '"');
  const plain = sql`regexp_replace(${text}, '^[\\x00-\\x20]+|[\\x00-\\x20]+$', '', 'g')`;
  return once(
    plain,
    (cell) => sql`CASE
  WHEN ${cell} = '' THEN '""'
  WHEN contains(${cell}, ${separator}) OR contains(${cell}, ${quote}) OR regexp_matches(${cell}, '[\\r\\n]')
  THEN ${quote} || replace(replace(${cell}, '\\', '\\\\'), ${quote}, '\\' || ${quote}) || ${quote}
  ELSE ${cell}
END`,
  );
}

/** Functions that read and write lines of CSV. */
export const csvFunctions: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['from_csv'],
    signature: "from_csv(line, 'a INT, b STRING'[, options])",
    summary: 'A line of CSV as a struct; what does not fit its type is NULL.',
    arity: [2, 3],
    translate: fromCsv,
  },
  scalar('schema_of_csv(line[, options])', 'The type of a line of CSV, such as STRUCT<_c0: INT>.', (call) => {
    const options = optionsAt(call, 1, { followed: form, fixed });
    return typed(sql`sh_schema_of_csv(${asText(call.argument(0))}${optionsSql(options)})`, varchar);
  }),
  scalar('to_csv(struct[, options])', 'A struct as a line of CSV; NULLs are empty.', toCsv),
];
