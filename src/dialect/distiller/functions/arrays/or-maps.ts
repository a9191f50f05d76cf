import { sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { asBigint, castTo } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { familyOf, integer, type Typed, typed, unknownType } from '../../translate/typed.ts';
import { listArgument } from './arguments.ts';
import { placeZero, refusePlaceZero } from './places.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';

/** Functions that take arrays and maps alike. */
export const collectionFunctions: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['size', 'cardinality'],
    signature: 'size(array_or_map)',
    summary: 'The number of items or entries; -1 for NULL.',
    arity: [1, 1],
    translate(call) {
      const value = call.argument(0);
      if (value.type.kind === 'map')
        return typed(sql`coalesce(CAST(cardinality(${value.sql}) AS INTEGER), -1)`, integer);
      const list = listArgument(call, 0).sql;
      const count = sql`CAST(len(${list}) AS INTEGER)`;
      const isName = /^[\w.]+$/.test(list.text);
      return typed(
        isName ? sql`CASE WHEN ${list} IS NULL THEN -1 ELSE ${count} END` : sql`coalesce(${count}, -1)`,
        integer,
      );
    },
  },
  {
    kind: 'scalar',
    names: ['element_at', 'try_element_at'],
    signature: 'element_at(array_or_map, place_or_key)',
    summary: 'The item at a place from 1, or from -1 at the end; the value of a key. NULL where there is none.',
    arity: [2, 2],
    translate: elementAt,
  },
];

function elementAt(call: FunctionCall): Typed {
  const value = call.argument(0);
  if (value.type.kind === 'map') {
    const key = castTo(call.argument(1), value.type.key);
    return typed(sql`map_extract_value(${value.sql}, ${key.sql})`, value.type.value);
  }
  const place = call.argument(1);
  if (familyOf(value.type) === 'unknown' && familyOf(place.type) === 'text') {
    return typed(sql`map_extract_value(${value.sql}, ${place.sql})`, unknownType);
  }
  if (familyOf(place.type) === 'text') {
    call.fail(`An array is asked by place, not by a value of ${typeText(place.type)}.`, undefined, 1);
  }
  const list = listArgument(call, 0);
  const type = value.type.kind === 'list' ? value.type.item : unknownType;
  refusePlaceZero(call);
  if (typeof call.constant(1) === 'number') return typed(sql`list_extract(${list.sql}, ${place.sql})`, type);
  const at = once(asBigint(place), (one) => sql`CASE WHEN ${one} = 0 THEN ${placeZero(call)} ELSE ${one} END`);
  return typed(sql`list_extract(${list.sql}, ${at})`, type);
}
