import { call, lambda, level, one, operator, type Place, type Rule } from '../rule.ts';
import { engineTypes, struct, structArray, type ValueType } from '../value-types.ts';

const arrayTypes = [
  ['ARRAY<INT>', 'INT'],
  ['ARRAY<STRING>', 'STRING'],
  ['ARRAY<DATE>', 'DATE'],
  ['ARRAY<DOUBLE>', 'DOUBLE'],
  [structArray, struct],
  ['ARRAY<ARRAY<INT>>', 'ARRAY<INT>'],
] as const satisfies readonly (readonly [ValueType, ValueType])[];

const place: Place = one('0', '1', '2', '5');
const has = (list: string, item: string) => `len(list_filter(${list}, lambda h0: h0 IS NOT DISTINCT FROM ${item})) > 0`;
/** The items that are not found before their place. */
const firstOnly = (list: string) =>
  `list_filter(${list}, lambda f0, f1: NOT (${has(`list_slice(${list}, 1, f1 - 1)`, 'f0')}))`;

const ofEvery = arrayTypes.flatMap(([array, item]): readonly Rule[] => [
  call(array, 'array', [item, item], 'array({0}, {1})', '[{0}, {1}]'),
  call(array, 'empty array', [item], 'filter(array({0}), x -> false)', `CAST([] AS ${engineTypes[array]})`),
  call(
    array,
    'array_repeat',
    [item, one('0', '1', '3', '-1')],
    'array_repeat({0}, {1})',
    `list_transform(CAST(range(0, {1}) AS BIGINT[]), lambda w0: {0})`,
  ),
  call(
    array,
    'filter',
    [array, lambda([item], 'BOOLEAN')],
    'filter({0}, {1})',
    "list_transform(list_filter(list_transform({0}, lambda {1.0}: {'keep': {1}, 'item': {1.0}}), lambda w0: w0.keep), lambda w1: w1.item)",
  ),
  call(
    array,
    'filter by place',
    [array, lambda([item, 'INT'], 'BOOLEAN', ['$0', 'CAST($1 - 1 AS INTEGER)'])],
    'filter({0}, {1})',
    'list_filter({0}, lambda {1.0}, {1.1}: {1})',
  ),
  call(
    array,
    'concat arrays',
    [array, array],
    'concat({0}, {1})',
    'CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_concat({0}, {1}) END',
  ),
  operator(
    array,
    '|| of arrays',
    level.sum,
    [array, array],
    '{0@10} || {1@11}',
    'CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_concat({0}, {1}) END',
  ),
  call(
    array,
    'slice',
    [array, one('1', '2', '-1', '-2', '-9'), one('0', '1', '2', '9')],
    'slice({0}, {1}, {2})',
    `CASE WHEN {0} IS NULL THEN NULL WHEN {1} > 0 THEN list_filter({0}, lambda w0, w1: w1 >= {1} AND w1 < {1} + {2}) WHEN len({0}) + {1} < 0 THEN [] ELSE list_filter({0}, lambda w0, w1: w1 > len({0}) + {1} AND w1 <= len({0}) + {1} + {2}) END`,
  ),
  call(
    array,
    'reverse array',
    [array],
    'reverse({0})',
    'list_transform({0}, lambda w0, w1: list_extract({0}, CAST(len({0}) + 1 - w1 AS BIGINT)))',
  ),
  call(
    array,
    'array_append',
    [array, item],
    'array_append({0}, {1})',
    'CASE WHEN {0} IS NOT NULL THEN list_concat({0}, [{1}]) END',
  ),
  call(
    array,
    'array_prepend',
    [array, item],
    'array_prepend({0}, {1})',
    'CASE WHEN {0} IS NOT NULL THEN list_concat([{1}], {0}) END',
  ),
  call(array, 'array_compact', [array], 'array_compact({0})', 'list_filter({0}, lambda w0: NOT (w0 IS NULL))'),
  call(
    array,
    'array_insert',
    [array, one('1', '2', '-1', '-2'), item],
    'array_insert({0}, {1}, {2})',
    `CASE WHEN {0} IS NULL THEN NULL WHEN {1} > 0 AND {1} > len({0}) + 1 THEN list_concat({0}, [NULL, {2}]) WHEN {1} > 0 THEN list_concat(list_slice({0}, 1, {1} - 1), [{2}], list_slice({0}, {1}, 99)) WHEN len({0}) + {1} + 1 >= 0 THEN list_concat(list_slice({0}, 1, len({0}) + {1} + 1), [{2}], list_slice({0}, len({0}) + {1} + 2, 99)) ELSE list_concat([{2}, NULL], {0}) END`,
  ),
  call(item, 'subscript', [array, place], '{0@13}[{1}]', 'list_extract({0}, {1} + 1)'),
  call(
    item,
    'subscript by value',
    [array, 'SMALL'],
    '{0@13}[{1}]',
    'CASE WHEN {1} >= 0 THEN list_extract({0}, {1} + 1) END',
  ),
  call(
    item,
    'element_at',
    [array, one('1', '2', '-1', '-3', '9')],
    'element_at({0}, {1})',
    'CASE WHEN {1} > 0 THEN list_extract({0}, {1}) ELSE list_extract(list_reverse({0}), -({1})) END',
  ),
  call(item, 'get', [array, 'SMALL'], 'get({0}, {1})', 'CASE WHEN {1} >= 0 THEN list_extract({0}, {1} + 1) END'),
  call('INT', 'size', [array], 'size({0})', 'CASE WHEN {0} IS NULL THEN -1 ELSE len({0}) END::INTEGER'),
  call('INT', 'array_size', [array], 'array_size({0})', 'len({0})::INTEGER'),
]);

const ofComparable = arrayTypes
  .slice(0, 3)
  .flatMap(([array, item]): readonly Rule[] => [
    call(array, 'sort_array', [array], 'sort_array({0})', "list_sort({0}, 'ASC', 'NULLS FIRST')"),
    call(
      array,
      'sort_array down',
      [array],
      'sort_array({0}, false)',
      "list_reverse(list_sort({0}, 'ASC', 'NULLS FIRST'))",
    ),
    call(
      array,
      'array_sort',
      [array],
      'array_sort({0})',
      'CASE WHEN {0} IS NOT NULL THEN list_concat(list_sort(list_filter({0}, lambda w0: w0 IS NOT NULL)), list_filter({0}, lambda w0: w0 IS NULL)) END',
    ),
    call(array, 'array_distinct', [array], 'array_distinct({0})', firstOnly('{0}')),
    call(
      array,
      'array_union',
      [array, array],
      'array_union({0}, {1})',
      `CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_transform([list_concat({0}, {1})], lambda w0: ${firstOnly('w0')})[1] END`,
    ),
    call(
      array,
      'array_except',
      [array, array],
      'array_except({0}, {1})',
      `CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_filter(${firstOnly('{0}')}, lambda w0: NOT (${has('{1}', 'w0')})) END`,
    ),
    call(
      array,
      'array_intersect',
      [array, array],
      'array_intersect({0}, {1})',
      `CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_filter(${firstOnly('{0}')}, lambda w0: ${has('{1}', 'w0')}) END`,
    ),
    call(
      array,
      'array_remove',
      [array, item],
      'array_remove({0}, {1})',
      'CASE WHEN {1} IS NOT NULL THEN list_filter({0}, lambda w0: w0 IS NULL OR w0 <> {1}) END',
    ),
    call(
      item,
      'array_max',
      [array],
      'array_max({0})',
      "list_extract(list_sort(list_filter({0}, lambda w0: w0 IS NOT NULL), 'DESC'), 1)",
    ),
    call(
      item,
      'array_min',
      [array],
      'array_min({0})',
      'list_extract(list_sort(list_filter({0}, lambda w0: w0 IS NOT NULL)), 1)',
    ),
    call(
      'BIGINT',
      'array_position',
      [array, item],
      'array_position({0}, {1})',
      'CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN coalesce(list_extract(list_filter(list_transform({0}, lambda w0, w1: CASE WHEN w0 = {1} THEN w1 END), lambda w2: w2 IS NOT NULL), 1), 0)::BIGINT END',
    ),
    call(
      array,
      'array_sort by comparison',
      [array],
      'array_sort({0}, (l, r) -> CASE WHEN l IS NULL AND r IS NULL THEN 0 WHEN l IS NULL THEN -1 WHEN r IS NULL THEN 1 WHEN l > r THEN -1 WHEN l < r THEN 1 ELSE 0 END)',
      "list_sort({0}, 'DESC', 'NULLS FIRST')",
    ),
  ]);

const transforms = arrayTypes.flatMap(([array, item]) =>
  (['ARRAY<INT>', 'ARRAY<STRING>', structArray] as const).flatMap((result): readonly Rule[] => {
    const to = result === 'ARRAY<INT>' ? 'INT' : result === 'ARRAY<STRING>' ? 'STRING' : struct;
    return [
      call(
        result,
        'transform',
        [array, lambda([item], to)],
        'transform({0}, {1})',
        `list_transform({0}, lambda {1.0}: CAST({1} AS ${engineTypes[to]}))`,
      ),
      call(
        result,
        'transform by place',
        [array, lambda([item, 'INT'], to, ['$0', 'CAST($1 - 1 AS INTEGER)'])],
        'transform({0}, {1})',
        'list_transform({0}, lambda {1.0}, {1.1}: {1})',
      ),
    ];
  }),
);

/** Arrays and what lambdas make of them. */
export const arrayRules: readonly Rule[] = [
  ...ofEvery,
  ...ofComparable,
  ...transforms,
  call('ARRAY<DOUBLE>', 'array of INT and DOUBLE', ['INT', 'DOUBLE'], 'array({0}, {1})', '[CAST({0} AS DOUBLE), {1}]'),
  call('ARRAY<STRING>', 'array of INT and STRING', ['INT', 'STRING'], 'array({0}, {1})', '[CAST({0} AS VARCHAR), {1}]'),
  call(
    'ARRAY<DOUBLE>',
    'ARRAY<INT> as ARRAY<DOUBLE>',
    ['ARRAY<INT>'],
    'CAST({0} AS ARRAY<DOUBLE>)',
    'list_transform({0}, lambda w0: CAST(w0 AS DOUBLE))',
  ),
  call(
    'ARRAY<STRING>',
    'ARRAY<INT> as ARRAY<STRING>',
    ['ARRAY<INT>'],
    'CAST({0} AS ARRAY<STRING>)',
    'list_transform({0}, lambda w0: CAST(w0 AS VARCHAR))',
  ),
  call(
    'ARRAY<INT>',
    'flatten',
    ['ARRAY<ARRAY<INT>>'],
    'flatten({0})',
    'CASE WHEN len(list_filter({0}, lambda w0: w0 IS NULL)) = 0 THEN list_reduce(list_concat([CAST([] AS INTEGER[])], {0}), lambda w1, w2: list_concat(w1, w2)) END',
  ),
  call(
    'ARRAY<INT>',
    'zip_with',
    ['ARRAY<INT>', 'ARRAY<STRING>', lambda(['INT', 'STRING'], 'INT', ['$0.l', '$0.r'])],
    'zip_with({0}, {1}, {2})',
    "CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_transform(list_transform(range(1, CAST(coalesce(greatest(len({0}), len({1})), 0) + 1 AS BIGINT)), lambda w0: {'l': list_extract({0}, w0), 'r': list_extract({1}, w0)}), lambda {2.0}: {2}) END",
  ),
  call(
    structArray,
    'arrays_zip',
    ['ARRAY<INT>', 'ARRAY<STRING>'],
    `CAST(arrays_zip({0}, {1}) AS ${structArray})`,
    "CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_transform(range(1, CAST(coalesce(greatest(len({0}), len({1})), 0) + 1 AS BIGINT)), lambda w0: {'a': list_extract({0}, w0), 'b': list_extract({1}, w0)}) END",
  ),
  call(
    'INT',
    'aggregate',
    ['ARRAY<INT>', 'SMALL', lambda(['INT', 'INT'], 'SMALL')],
    'aggregate({0}, {1}, {2})',
    'CASE WHEN {0} IS NOT NULL THEN list_reduce(list_concat([{1}], {0}), lambda {2.0}, {2.1}: CAST({2} AS INTEGER)) END',
  ),
  call(
    'INT',
    'aggregate to the end',
    ['ARRAY<INT>', 'SMALL', lambda(['INT', 'INT'], 'SMALL'), lambda(['INT'], 'INT')],
    'aggregate({0}, {1}, {2}, {3})',
    'list_transform([CASE WHEN {0} IS NOT NULL THEN list_reduce(list_concat([{1}], {0}), lambda {2.0}, {2.1}: CAST({2} AS INTEGER)) END], lambda {3.0}: {3})[1]',
  ),
  call('INT', 'field', [struct], '{0@13}.a', "struct_extract({0}, 'a')"),
  call('STRING', 'field of text', [struct], '{0@13}.b', "struct_extract({0}, 'b')"),
  call(
    'ARRAY<INT>',
    'field of an array',
    [structArray],
    '{0@13}.a',
    "list_transform({0}, lambda w0: struct_extract(w0, 'a'))",
  ),
  call(
    'ARRAY<STRING>',
    'field of an array of texts',
    [structArray],
    '{0@13}.b',
    "list_transform({0}, lambda w0: struct_extract(w0, 'b'))",
  ),
  call(struct, 'named_struct', ['INT', 'STRING'], "named_struct('a', {0}, 'b', {1})", "{'a': {0}, 'b': {1}}"),
  call(struct, 'struct', ['INT', 'STRING'], 'struct({0} AS a, {1} AS b)', "{'a': {0}, 'b': {1}}"),
  call(
    struct,
    'STRUCT as STRUCT',
    ['INT', 'INT'],
    'CAST(struct({0} AS c, {1} AS d) AS STRUCT<a: INT, b: STRING>)',
    "{'a': {0}, 'b': CAST({1} AS VARCHAR)}",
  ),
];
