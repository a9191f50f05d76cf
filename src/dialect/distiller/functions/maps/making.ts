import { type Sql, sql } from '../../../../core/sql.ts';
import { castTo } from '../../translate/coerce.ts';
import { listSql } from '../../translate/generators.ts';
import { once } from '../../translate/once.ts';
import { boolean, itemOf, listOf, mapOf, type Typed, typed, unknownType } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import { isConstructor, listArgument, unlessNull } from '../arrays/arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { mapArgument, mapsTogether } from './arguments.ts';
import { stringToMap } from './from-text.ts';

/** Functions that make maps and take them apart. */
export const mapMakers: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['map'],
    signature: 'map(key, value, …)',
    summary: 'A map of keys and values in turn.',
    arity: [0, Infinity],
    translate: mapOfPairs,
  },
  {
    kind: 'scalar',
    names: ['map_from_arrays'],
    signature: 'map_from_arrays(keys, values)',
    summary: 'A map of an array of keys and an array of their values.',
    arity: [2, 2],
    translate(call) {
      const [keys, values] = [listArgument(call, 0), listArgument(call, 1)];
      const bind = ({ sql: list }: Typed, body: (all: Sql) => Sql) =>
        isConstructor(list) ? body(list) : once(list, body);
      const made = bind(keys, (k) => bind(values, (v) => unlessNull([k, v], sql`map(${k}, ${v})`)));
      return typed(made, mapOf(itemOf(keys.type), itemOf(values.type)));
    },
  },
  {
    kind: 'scalar',
    names: ['map_from_entries'],
    signature: 'map_from_entries(array)',
    summary: 'A map of an array of structs, each a key and its value.',
    arity: [1, 1],
    translate: mapFromEntries,
  },
  {
    kind: 'scalar',
    names: ['map_concat'],
    signature: 'map_concat(map, …)',
    summary: 'One map with the entries of all; a key may be in one of them only.',
    arity: [1, Infinity],
    translate(call) {
      const { maps, type } = mapsTogether(call);
      const entries = maps.map(({ sql: map }) => sql`map_entries(${map})`).reduce((all, one) => sql`${all} || ${one}`);
      return typed(sql`map_from_entries(${entries})`, type);
    },
  },
  {
    kind: 'scalar',
    names: ['map_keys'],
    signature: 'map_keys(map)',
    summary: 'An array of the keys.',
    arity: [1, 1],
    translate(call) {
      const { map, key } = mapArgument(call, 0);
      return typed(sql`map_keys(${map.sql})`, listOf(key));
    },
  },
  {
    kind: 'scalar',
    names: ['map_values'],
    signature: 'map_values(map)',
    summary: 'An array of the values.',
    arity: [1, 1],
    translate(call) {
      const { map, value } = mapArgument(call, 0);
      return typed(sql`map_values(${map.sql})`, listOf(value));
    },
  },
  {
    kind: 'scalar',
    names: ['map_entries'],
    signature: 'map_entries(map)',
    summary: 'An array of structs with the fields key and value.',
    arity: [1, 1],
    translate(call) {
      const { map, entry } = mapArgument(call, 0);
      return typed(sql`map_entries(${map.sql})`, listOf(entry));
    },
  },
  {
    kind: 'scalar',
    names: ['map_contains_key'],
    signature: 'map_contains_key(map, key)',
    summary: 'Whether the map has the key.',
    arity: [2, 2],
    translate(call) {
      const { map, key } = mapArgument(call, 0);
      return typed(sql`map_contains(${map.sql}, ${castTo(call.argument(1), key).sql})`, boolean);
    },
  },
  stringToMap,
];

function mapOfPairs(call: FunctionCall): Typed {
  if (call.count % 2 === 1)
    call.fail('A key lacks its value: map takes keys and values in turn.', 'It is written map(key, value, …).');
  const all = call.arguments();
  const keys = unify(all.filter((_, index) => index % 2 === 0));
  const values = unify(all.filter((_, index) => index % 2 === 1));
  const list = (items: readonly Typed[]) => listSql(items.map(({ sql: item }) => item));
  return typed(sql`map(${list(keys.values)}, ${list(values.values)})`, mapOf(keys.type, values.type));
}

function mapFromEntries(call: FunctionCall): Typed {
  const list = listArgument(call, 0);
  const item = itemOf(list.type);
  const [key, value] = item.kind === 'struct' ? item.fields : [];
  const made = once(
    list.sql,
    (all) => sql`CASE WHEN len(${all}) = list_count(${all}) THEN map_from_entries(${all}) END`,
  );
  return typed(made, mapOf(key?.type ?? unknownType, value?.type ?? unknownType));
}
