import { type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { type DataType, familyOf, itemOf, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';
import { keyOrderOf, type KeyOrder } from './comparison.ts';

/** A list in the order of the comparison in the call's second argument: by the engine's own sort where that is a key's order. */
export function sortedByComparison(call: FunctionCall, list: Typed): Sql {
  const written = call.written(1);
  const type = itemOf(list.type);
  const order = written?.kind === 'lambda' ? keyOrderOf(written) : undefined;
  return once(list.sql, (all) => (order && sortedByKey(call, type, all, order)) ?? sortedByRank(call, type, all));
}

/** Where the comparison does not say what becomes of NULL keys, lists that have one go the long way. */
function sortedByKey(call: FunctionCall, type: DataType, all: Sql, order: KeyOrder): Sql | undefined {
  const keyOf = (item: Sql): Typed => call.applyPart(1, order.key, [typed(item, type), typed(item, type)]);
  const key = keyOf(sql`_item`);
  const family = familyOf(key.type);
  if (!sortable.has(family) || (order.isDifference && family !== 'integer' && family !== 'decimal')) return undefined;
  if (key.sql.text === '_item' && family !== 'fractional') {
    const sorted = itself(all, order);
    return order.nulls === undefined ? withoutNulls(all, sorted, call, type, all) : sorted;
  }
  if (order.nulls !== undefined) return undefined;
  const keys = sql`list_transform(${all}, ${ownLambda(['item'], ([item]) => keyOf(item).sql)})`;
  const sorted = isShort(key.type) ? byPackedKey(all, keyOf, order) : byKey(all, keyOf, order);
  return withoutNulls(keys, sorted, call, type, all);
}

const sortable: ReadonlySet<string> = new Set([
  'boolean',
  'integer',
  'decimal',
  'fractional',
  'text',
  'date',
  'timestamp',
]);

const isShort = (type: DataType): boolean =>
  type.kind === 'scalar' && (type.name === 'INTEGER' || type.name === 'SMALLINT' || type.name === 'TINYINT');

/** Items with equal keys are equal. */
function itself(all: Sql, { isDescending, nulls }: KeyOrder): Sql {
  const direction = isDescending ? sql`'DESC'` : sql`'ASC'`;
  return sql`list_sort(${all}, ${direction}, ${nulls === 'first' ? sql`'NULLS FIRST'` : sql`'NULLS LAST'`})`;
}

/** Key and place in one number of 64 bits: `~key` turns the order round without a way to overflow. */
function byPackedKey(all: Sql, keyOf: (item: Sql) => Typed, { isDescending }: KeyOrder): Sql {
  const packed = ownLambda(['item', 'place'], ([item, place]) => {
    const key = sql`CAST(${keyOf(item).sql} AS BIGINT)`;
    return sql`${isDescending ? sql`(-1 - ${key})` : key} * 4294967296 + ${place}`;
  });
  const unpacked = ownLambda(['packed'], ([one]) => sql`list_extract(${all}, ${one} & 4294967295)`);
  return sql`list_transform(list_sort(list_transform(${all}, ${packed})), ${unpacked})`;
}

function byKey(all: Sql, keyOf: (item: Sql) => Typed, { isDescending }: KeyOrder): Sql {
  const keyed = ownLambda(
    ['item', 'place'],
    ([item, place]) =>
      sql`{'key': ${keyOf(item).sql}, 'place': ${isDescending ? sql`-${place}` : place}, 'item': ${item}}`,
  );
  const item = ownLambda(['keyed'], ([one]) => sql`${one}.item`);
  const direction = isDescending ? sql`'DESC'` : sql`'ASC'`;
  return sql`list_transform(list_sort(list_transform(${all}, ${keyed}), ${direction}), ${item})`;
}

function withoutNulls(keys: Sql, sorted: Sql, call: FunctionCall, type: DataType, all: Sql): Sql {
  return sql`CASE WHEN len(${all}) = list_count(${keys}) THEN ${sorted} ELSE ${sortedByRank(call, type, all)} END`;
}

/** Each item's rank is the number of items that must stand before it: the order of a stable sort. */
function sortedByRank(call: FunctionCall, type: DataType, all: Sql): Sql {
  const ranked = ownLambda(['item', 'place'], ([item, place]) => {
    const isBefore = ownLambda(['other', 'otherPlace'], ([other, otherPlace]) => {
      const comparison = call.apply(1, [typed(other, type), typed(item, type)]).sql;
      return once(comparison, (order) => sql`${order} < 0 OR (${order} = 0 AND ${otherPlace} < ${place})`);
    });
    return sql`{'rank': len(list_filter(${all}, ${isBefore})), 'item': ${item}}`;
  });
  const item = ownLambda(['ranked'], ([one]) => sql`${one}.item`);
  return sql`list_transform(list_sort(list_transform(${all}, ${ranked})), ${item})`;
}
