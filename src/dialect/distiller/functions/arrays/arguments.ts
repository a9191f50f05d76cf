import { type Sql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { castTo, typeSql } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import {
  type DataType,
  familyOf,
  isNumeric,
  itemOf,
  listOf,
  nullType,
  type Typed,
  typed,
} from '../../translate/typed.ts';
import { commonType } from '../../translate/unify.ts';
import type { FunctionCall } from '../contract.ts';

/** An argument that must be an array; NULL is one, and what is not known may be. */
export function listArgument(call: FunctionCall, index: number): Typed {
  const value = call.argument(index);
  switch (familyOf(value.type)) {
    case 'list':
    case 'unknown':
      return value;
    case 'null':
      return typed(sql`NULL::INTEGER[]`, listOf(nullType));
    default:
      return call.fail(`“${call.name}” takes an array here, not ${typeText(value.type)}.`, undefined, index);
  }
}

/** An array and a value brought to the type they have in common. */
export function listAndValue(call: FunctionCall, listIndex: number, valueIndex: number) {
  const list = listArgument(call, listIndex);
  const value = call.argument(valueIndex);
  const item = commonType(itemOf(list.type), value.type);
  return { list: withItems(list, item), value: bring(value, item), item };
}

/** Arrays brought to one item type. */
export function listsTogether(call: FunctionCall, indices: readonly number[]) {
  const lists = indices.map((index) => listArgument(call, index));
  const item = lists.map(({ type }) => itemOf(type)).reduce(commonType, nullType);
  return { lists: lists.map((list) => withItems(list, item)), item, type: listOf(item) };
}

/** Numbers widen by themselves in the engine, and NULL fits anywhere. */
function bring(value: Typed, type: DataType): Typed {
  const [from, to] = [familyOf(value.type), familyOf(type)];
  if (from === 'null' || to === 'unknown' || to === 'null' || (isNumeric(value.type) && isNumeric(type))) return value;
  return castTo(value, type);
}

function withItems(list: Typed, item: DataType): Typed {
  const own = itemOf(list.type);
  const [from, to] = [familyOf(own), familyOf(item)];
  const fits = to === 'unknown' || to === 'null' || (isNumeric(own) && isNumeric(item));
  if (fits || from === 'unknown' || typeText(own) === typeText(item)) return list;
  if (from === 'null') return typed(sql`CAST(${list.sql} AS ${typeSql(listOf(item))})`, listOf(item));
  return castTo(list, listOf(item));
}

/** A list's `value` where none of the given ones is NULL, else NULL. Constants that are not NULL need no test. */
export function unlessNull(needed: readonly Sql[], value: Sql): Sql {
  const tests = needed.filter((one) => !sureValue.test(one.text) && !isConstructor(one));
  if (tests.length === 0) return value;
  const test = tests.map((one) => sql`${operand(one)} IS NOT NULL`).reduce((all, one) => sql`${all} AND ${one}`);
  return sql`CASE WHEN ${test} THEN ${value} END`;
}

/** Whether SQL is one list written out item by item, which is never NULL. */
export function isConstructor(list: Sql): boolean {
  return list.text.startsWith('[') && operand(sql`_${list}`).text.startsWith('_');
}

/** Whether SQL is a list written out of literals, or a function's whose items are never NULL. */
export function holdsNoNull({ text }: Sql): boolean {
  return sureList.test(text);
}

const sureList =
  /^(?:\[(?:-?\d[\d.]*|'(?:[^']|'')*'|true|false|TRUE|FALSE)(?:, (?:-?\d[\d.]*|'(?:[^']|'')*'|true|false|TRUE|FALSE))*\]|map_keys\([\w.]+\))$/;
const sureValue = /^(?:-?\d[\d.]*|'(?:[^']|'')*'|TRUE|FALSE|true|false|CAST\(-?\d+ AS BIGINT\))$/;
