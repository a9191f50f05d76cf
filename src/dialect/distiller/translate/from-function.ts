import { joinSql, sql } from '../../../core/sql.ts';
import type { FunctionItem } from '../syntax/query.ts';
import { asBigint } from './coerce.ts';
import { type Context, faultAt } from './context.ts';
import type { Source } from './source.ts';
import { generatorOf, namedColumns, translateGenerator, type Unnested } from './generators.ts';
import { nameSql } from './operand.ts';
import type { Scope } from './scope.ts';
import { bigint } from './typed.ts';

/** A function in FROM: a generator, `range`, or a function of models. */
export function functionSource(item: FunctionItem, beside: Scope, context: Context): Source {
  const { call } = item;
  if (call.name === 'range') return rangeSource(item, beside, context);
  const entry = generatorOf(call, context);
  if (entry === undefined) throw notInFrom(item, context);
  const unnested = translateGenerator(entry, call, false, beside, context);
  const row = context.freshName('row');
  const columns = namedColumns(spread(unnested), item.columns, call, context);
  const shown = columns.map(({ name, from }) => sql`${from(nameSql(row))} AS ${nameSql(name)}`);
  const alias = item.alias?.text;
  const query = sql`(SELECT ${joinSql(shown, ', ')} FROM (SELECT unnest(${unnested.list}) AS ${nameSql(row)}))`;
  return {
    sql: alias === undefined ? query : sql`${query} AS ${nameSql(alias)}`,
    relations: [{ alias, path: [], columns: columns.map(({ name, type }) => ({ name, type })) }],
  };
}

/** In FROM an array of structs gives a column for each field, as Data Distiller's hypercube pages have it. */
function spread(unnested: Unnested): Unnested {
  const [only] = unnested.columns;
  if (only === undefined || unnested.columns.length > 1 || only.type.kind !== 'struct') return unnested;
  return {
    ...unnested,
    columns: only.type.fields.map(({ name, type }) => ({
      name,
      type,
      from: (item) => sql`${only.from(item)}.${nameSql(name)}`,
    })),
  };
}

function rangeSource(item: FunctionItem, beside: Scope, context: Context): Source {
  const values = item.call.arguments.slice(0, 3).map((value) => asBigint(context.expression(value, beside)));
  const alias = item.alias?.text ?? context.freshName('range');
  const name = item.columns[0]?.text ?? 'id';
  return {
    sql: sql`range(${joinSql(values, ', ')}) AS ${nameSql(alias)}(${nameSql(name)})`,
    relations: [{ alias, path: [], columns: [{ name, type: bigint }] }],
  };
}

function notInFrom({ call }: FunctionItem, context: Context) {
  if (call.name === 'model_predict' || call.name === 'model_evaluate') {
    return faultAt(
      context,
      call.span,
      'Models cannot be trained or asked yet.',
      'The rest of the script runs.',
      'capability',
    );
  }
  return faultAt(
    context,
    call.nameSpan,
    `“${call.name}” makes no rows and cannot stand in FROM.`,
    undefined,
    'sql-name',
  );
}
