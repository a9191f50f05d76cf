import { type Sql, sql } from '../../../../core/sql.ts';
import { asBoolean } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { mapOf, type Typed, typed } from '../../translate/typed.ts';
import { commonType } from '../../translate/unify.ts';
import { unlessNull } from '../arrays/arguments.ts';
import { distinct } from '../arrays/sets.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { lambdaOverOne, type UserLambda } from '../lambdas/user.ts';
import { mapArgument, type MapArgument } from './arguments.ts';

/** Functions that apply a lambda to the entries of a map. */
export const mapLambdas: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['map_filter'],
    signature: 'map_filter(map, (key, value) -> condition)',
    summary: 'The entries for which the condition is true.',
    arity: [2, 2],
    translate(call) {
      const argument = mapArgument(call, 0);
      const { sql: keep } = overEntries(call, argument, asBoolean);
      return typed(sql`map_from_entries(list_filter(map_entries(${argument.map.sql}), ${keep}))`, argument.map.type);
    },
  },
  {
    kind: 'scalar',
    names: ['transform_keys'],
    signature: 'transform_keys(map, (key, value) -> key)',
    summary: 'The map with every key replaced.',
    arity: [2, 2],
    translate(call) {
      const argument = mapArgument(call, 0);
      const { sql: change, body } = overEntries(
        call,
        argument,
        (key, [entry = sql`NULL`]) => sql`{'key': ${key.sql}, 'value': ${entry}.value}`,
      );
      return typed(
        sql`map_from_entries(list_transform(map_entries(${argument.map.sql}), ${change}))`,
        mapOf(body.type, argument.value),
      );
    },
  },
  {
    kind: 'scalar',
    names: ['transform_values'],
    signature: 'transform_values(map, (key, value) -> value)',
    summary: 'The map with every value replaced.',
    arity: [2, 2],
    translate(call) {
      const argument = mapArgument(call, 0);
      const { sql: change, body } = overEntries(
        call,
        argument,
        (value, [entry = sql`NULL`]) => sql`{'key': ${entry}.key, 'value': ${value.sql}}`,
      );
      return typed(
        sql`map_from_entries(list_transform(map_entries(${argument.map.sql}), ${change}))`,
        mapOf(argument.key, body.type),
      );
    },
  },
  {
    kind: 'scalar',
    names: ['map_zip_with'],
    signature: 'map_zip_with(a, b, (key, x, y) -> value)',
    summary: 'One map made of two, key by key; where a map lacks a key its value is NULL.',
    arity: [3, 3],
    translate: zipWith,
  },
];

function overEntries(
  call: FunctionCall,
  { key, value }: MapArgument,
  finish?: (body: Typed, names: readonly Sql[]) => Sql,
): UserLambda {
  const values = (entry = sql`NULL`) => [typed(sql`${entry}.key`, key), typed(sql`${entry}.value`, value)];
  return lambdaOverOne(call, 1, values, finish);
}

function zipWith(call: FunctionCall): Typed {
  const [first, second] = [mapArgument(call, 0), mapArgument(call, 1)];
  const keyType = commonType(first.key, second.key);
  const zipped = once(first.map.sql, (a) =>
    once(second.map.sql, (b) => {
      const { sql: lambda } = lambdaOverOne(call, 2, (key = sql`NULL`) => valuesOf(key, a, b));
      const keys = distinct(sql`(map_keys(${a}) || map_keys(${b}))`);
      return once(keys, (all) => unlessNull([all], sql`map(${all}, list_transform(${all}, ${lambda}))`));
    }),
  );
  const { body } = lambdaOverOne(call, 2, (key = sql`NULL`) => valuesOf(key, first.map.sql, second.map.sql));
  return typed(zipped, mapOf(keyType, body.type));

  function valuesOf(key: Sql, a: Sql, b: Sql): readonly Typed[] {
    return [
      typed(key, keyType),
      typed(sql`map_extract_value(${a}, ${key})`, first.value),
      typed(sql`map_extract_value(${b}, ${key})`, second.value),
    ];
  }
}
