import { call, lambda, one, quoted, type Rule } from '../rule.ts';
import { engineTypes } from '../value-types.ts';

const maps = [
  ['MAP<STRING, INT>', 'STRING', 'INT', 'ARRAY<STRING>', 'ARRAY<INT>'],
  ['MAP<INT, STRING>', 'INT', 'STRING', 'ARRAY<INT>', 'ARRAY<STRING>'],
] as const;

const entry = ['$0.key', '$0.value'];

/** Maps. */
export const mapRules: readonly Rule[] = maps.flatMap(([map, key, value, keys, values]): readonly Rule[] => {
  const [first, second] = key === 'INT' ? [one('1'), one('2')] : [quoted('a'), quoted('Äöü')];
  const asked = key === 'INT' ? one('1', '2', '9') : quoted('a', '', 'Äöü', 'z');
  const engine = engineTypes[map];
  const asMap = (entries: string) => `CAST(map_from_entries(${entries}) AS ${engine})`;
  return [
    call(map, 'map', [first, value, second, value], 'map({0}, {1}, {2}, {3})', 'MAP {{0}: {1}, {2}: {3}}'),
    call(
      map,
      'map_filter',
      [map, lambda([key, value], 'BOOLEAN', entry)],
      'map_filter({0}, {1})',
      asMap('list_filter(map_entries({0}), lambda {1.0}: {1})'),
    ),
    call(
      map,
      'transform_values',
      [map, lambda([key, value], value, entry)],
      'transform_values({0}, {1})',
      'CASE WHEN {0} IS NOT NULL THEN map(map_keys({0}), list_transform(map_entries({0}), lambda {1.0}: {1})) END',
    ),
    call(
      map,
      'map_from_arrays',
      [keys, value],
      'map_from_arrays(array_distinct(array_compact({0})), transform(array_distinct(array_compact({0})), made_key -> {1}))',
      `CASE WHEN {0} IS NOT NULL THEN map(list_filter({0}, lambda w0, w1: w0 IS NOT NULL AND len(list_filter(list_slice({0}, 1, w1 - 1), lambda w2: w2 = w0)) = 0), list_transform(list_filter({0}, lambda w0, w1: w0 IS NOT NULL AND len(list_filter(list_slice({0}, 1, w1 - 1), lambda w2: w2 = w0)) = 0), lambda w3: {1})) END`,
    ),
    call(map, 'map_from_entries', [map], 'map_from_entries(map_entries({0}))', '{0}'),
    call(
      map,
      'map_concat',
      [first, value, second, value],
      'map_concat(map({0}, {1}), map({2}, {3}))',
      'MAP {{0}: {1}, {2}: {3}}',
    ),
    call(
      map,
      'map_zip_with',
      [map, map, lambda([key, value, value], value, ['$0.k', '$0.l', '$0.r'])],
      'map_zip_with({0}, {1}, {2})',
      `CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_transform([list_concat(map_keys({0}), list_filter(map_keys({1}), lambda w0: NOT list_contains(map_keys({0}), w0)))], lambda w9: map(w9, list_transform(list_transform(w9, lambda w8: {'k': w8, 'l': list_extract(map_extract({0}, w8), 1), 'r': list_extract(map_extract({1}, w8), 1)}), lambda {2.0}: {2})))[1] END`,
    ),
    call(keys, 'map_keys', [map], 'map_keys({0})', 'list_transform(map_entries({0}), lambda w0: w0.key)'),
    call(values, 'map_values', [map], 'map_values({0})', 'list_transform(map_entries({0}), lambda w0: w0.value)'),
    call(value, 'map subscript', [map, asked], '{0@13}[{1}]', 'list_extract(map_extract({0}, {1}), 1)'),
    call(
      value,
      'map subscript by value',
      [map, key],
      '{0@13}[{1}]',
      'list_extract(list_transform(list_filter(map_entries({0}), lambda w0: w0.key = {1}), lambda w1: w1.value), 1)',
    ),
    call(value, 'map element_at', [map, asked], 'element_at({0}, {1})', 'list_extract(map_extract({0}, {1}), 1)'),
    call(
      'INT',
      'map size',
      [map],
      'size({0})',
      'CASE WHEN {0} IS NULL THEN -1 ELSE len(map_entries({0})) END::INTEGER',
    ),
  ];
});
