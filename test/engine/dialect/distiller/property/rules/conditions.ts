import { call, lambda, level, one, operator, quoted, type Rule } from '../rule.ts';
import { type ValueType, valueTypes } from '../value-types.ts';

const compared: readonly ValueType[] = [
  'INT',
  'BIGINT',
  'DOUBLE',
  'DECIMAL(10,2)',
  'STRING',
  'BOOLEAN',
  'DATE',
  'TIMESTAMP',
];

/** Doubles without -0: of two zeros either may be given. */
const unsigned = (type: ValueType, name: string): readonly [text: string, twin: string] => {
  const [a, b] = type === 'DOUBLE' ? ['{0} + 0.0::DOUBLE', '{1} + 0.0::DOUBLE'] : ['{0}', '{1}'];
  const comparison = name === 'greatest' ? '>=' : '<=';
  const text = type === 'DOUBLE' ? `${name}({0@10} + 0.0D, {1@10} + 0.0D)` : `${name}({0}, {1})`;
  return [
    text,
    `CASE WHEN {0} IS NULL THEN ${b} WHEN {1} IS NULL THEN ${a} WHEN {0} ${comparison} {1} THEN ${a} ELSE ${b} END`,
  ];
};

const comparisons = compared.flatMap((type): readonly Rule[] => [
  ...['=', '<>', '<', '<=', '>', '>='].map((sign) =>
    operator('BOOLEAN', sign, level.comparison, [type, type], `{0@5} ${sign} {1@6}`, `{0} ${sign} {1}`),
  ),
  operator('BOOLEAN', '<=>', level.comparison, [type, type], '{0@5} <=> {1@6}', '{0} IS NOT DISTINCT FROM {1}'),
  operator('BOOLEAN', '!=', level.comparison, [type, type], '{0@5} != {1@6}', 'NOT ({0} = {1})'),
  operator(
    'BOOLEAN',
    'BETWEEN',
    level.predicate,
    [type, type, type],
    '{0@5} BETWEEN {1@5} AND {2@5}',
    '{0} >= {1} AND {0} <= {2}',
  ),
  operator(
    'BOOLEAN',
    'NOT BETWEEN',
    level.predicate,
    [type, type, type],
    '{0@5} NOT BETWEEN {1@5} AND {2@5}',
    '{0} < {1} OR {0} > {2}',
  ),
  operator('BOOLEAN', 'IN', level.predicate, [type, type, type], '{0@5} IN ({1}, {2})', '{0} = {1} OR {0} = {2}'),
  operator('BOOLEAN', 'IN with NULL', level.predicate, [type, type], '{0@5} IN ({1}, NULL)', '{0} = {1} OR NULL'),
  operator(
    'BOOLEAN',
    'NOT IN',
    level.predicate,
    [type, type, type],
    '{0@5} NOT IN ({1}, {2})',
    '{0} <> {1} AND {0} <> {2}',
  ),
  operator(
    'BOOLEAN',
    'IS DISTINCT FROM',
    level.predicate,
    [type, type],
    '{0@5} IS DISTINCT FROM {1@5}',
    'NOT ({0} IS NOT DISTINCT FROM {1})',
  ),
  call(type, 'greatest', [type, type], ...unsigned(type, 'greatest')),
  call(type, 'least', [type, type], ...unsigned(type, 'least')),
  call('BOOLEAN', 'equal_null', [type, type], 'equal_null({0}, {1})', '{0} IS NOT DISTINCT FROM {1}'),
  call(type, 'nullif', [type, type], 'nullif({0}, {1})', 'CASE WHEN {0} = {1} THEN NULL ELSE {0} END'),
]);

const ofAny = valueTypes.flatMap((type): readonly Rule[] => [
  call(type, 'if', ['BOOLEAN', type, type], 'if({0}, {1}, {2})', 'CASE WHEN {0} THEN {1} ELSE {2} END'),
  call(
    type,
    'CASE',
    ['BOOLEAN', type, 'BOOLEAN', type],
    'CASE WHEN {0} THEN {1} WHEN {2} THEN {3} END',
    'CASE WHEN {0} THEN {1} WHEN {2} THEN {3} ELSE NULL END',
  ),
  call(
    type,
    'CASE of value',
    ['INT', 'INT', type, type],
    'CASE {0} WHEN {1} THEN {2} ELSE {3} END',
    'CASE WHEN {0} = {1} THEN {2} ELSE {3} END',
  ),
  call(type, 'coalesce', [type, type], 'coalesce({0}, {1})', 'CASE WHEN {0} IS NOT NULL THEN {0} ELSE {1} END'),
  call(type, 'nvl', [type, type], 'nvl({0}, {1})', 'CASE WHEN {0} IS NULL THEN {1} ELSE {0} END'),
  call(type, 'nvl2', ['STRING', type, type], 'nvl2({0}, {1}, {2})', 'CASE WHEN {0} IS NOT NULL THEN {1} ELSE {2} END'),
  call(
    type,
    'decode',
    ['INT', 'INT', type, type],
    'decode({0}, {1}, {2}, {3})',
    'CASE WHEN {0} IS NOT DISTINCT FROM {1} THEN {2} ELSE {3} END',
  ),
  operator('BOOLEAN', 'IS NULL', level.predicate, [type], '{0@5} IS NULL', '{0} IS NULL'),
  operator('BOOLEAN', 'IS NOT NULL', level.predicate, [type], '{0@5} IS NOT NULL', '{0} IS NOT NULL'),
  call('BOOLEAN', 'isnull', [type], 'isnull({0})', '{0} IS NULL'),
]);

const mixed = (
  [
    ['INT', 'DOUBLE'],
    ['BIGINT', 'INT'],
    ['DECIMAL(10,2)', 'INT'],
    ['DECIMAL(10,2)', 'DOUBLE'],
    ['DATE', 'TIMESTAMP'],
  ] as const
).flatMap(([left, right]): readonly Rule[] => {
  const wide =
    left === 'DATE' ? 'TIMESTAMP' : right === 'DOUBLE' ? 'DOUBLE' : left === 'BIGINT' ? 'BIGINT' : 'DECIMAL(12,2)';
  const [a, b] = [`CAST({0} AS ${wide})`, `CAST({1} AS ${wide})`];
  return [
    operator('BOOLEAN', 'mixed =', level.comparison, [left, right], '{0@5} = {1@6}', `${a} = ${b}`),
    operator('BOOLEAN', 'mixed <', level.comparison, [left, right], '{0@5} < {1@6}', `${a} < ${b}`),
    operator('BOOLEAN', 'mixed IN', level.predicate, [left, right], '{1@5} IN ({0})', `${a} = ${b}`),
    ...(wide === 'DECIMAL(12,2)'
      ? []
      : [
          call(wide, 'mixed coalesce', [left, right], 'coalesce({0}, {1})', `coalesce(${a}, ${b})`),
          call(wide, 'mixed if', [left, right], 'if({0} IS NULL, {1}, {0})', `coalesce(${a}, ${b})`),
          call(
            wide,
            'mixed CASE',
            ['BOOLEAN', left, right],
            'CASE WHEN {0} THEN {1} ELSE {2} END',
            `CASE WHEN {0} THEN CAST({1} AS ${wide}) ELSE CAST({2} AS ${wide}) END`,
          ),
        ]),
  ];
});

/** Truth values, and choices of any type. */
export const conditionRules: readonly Rule[] = [
  ...comparisons,
  ...ofAny,
  ...mixed,
  call('BOOLEAN', 'literal', [one('true', 'FALSE')], '{0}', '{0}'),
  call('BOOLEAN', 'NULL', [], 'CAST(NULL AS BOOLEAN)', 'CAST(NULL AS BOOLEAN)'),
  operator('BOOLEAN', 'AND', level.and, ['BOOLEAN', 'BOOLEAN'], '{0@2} AND {1@3}', '{0} AND {1}'),
  operator('BOOLEAN', 'OR', level.or, ['BOOLEAN', 'BOOLEAN'], '{0@1} OR {1@2}', '{0} OR {1}'),
  operator(
    'BOOLEAN',
    'NOT',
    level.not,
    ['BOOLEAN'],
    'NOT {0@3}',
    'CASE WHEN {0} THEN FALSE WHEN {0} IS NULL THEN NULL ELSE TRUE END',
  ),
  operator('BOOLEAN', '!', level.not, ['BOOLEAN'], '!{0@13}', 'NOT {0}'),
  operator('BOOLEAN', 'IS TRUE', level.predicate, ['BOOLEAN'], '{0@5} IS TRUE', 'coalesce({0}, FALSE)'),
  operator('BOOLEAN', 'IS NOT FALSE', level.predicate, ['BOOLEAN'], '{0@5} IS NOT FALSE', 'coalesce({0}, TRUE)'),
  operator('BOOLEAN', 'IS UNKNOWN', level.predicate, ['BOOLEAN'], '{0@5} IS UNKNOWN', '{0} IS NULL'),
  call('BOOLEAN', 'INT as BOOLEAN', ['INT'], 'CAST({0} AS BOOLEAN)', '{0} <> 0'),
  call('BOOLEAN', 'DOUBLE as BOOLEAN', ['DOUBLE'], 'boolean({0})', '{0} <> 0'),
  call('BOOLEAN', 'isnan', ['DOUBLE'], 'isnan({0})', "CASE WHEN {0} = 'NaN'::DOUBLE THEN TRUE ELSE FALSE END"),
  operator(
    'BOOLEAN',
    'LIKE',
    level.predicate,
    ['STRING', quoted('a%', '%b%', '_', '', '%', 'a_b', '%,%')],
    '{0@5} LIKE {1}',
    '{0} LIKE {1}',
  ),
  operator(
    'BOOLEAN',
    'NOT LIKE',
    level.predicate,
    ['STRING', quoted('a%', '__')],
    '{0@5} NOT LIKE {1}',
    'NOT ({0} LIKE {1})',
  ),
  operator(
    'BOOLEAN',
    'LIKE with backslash',
    level.predicate,
    ['STRING', one(["'a\\\\%b'", "'a%b'"], ["'a\\\\_b'", "'a_b'"], ["'a\\\\\\\\b'", "'a\\b'"])],
    '{0@5} LIKE {1}',
    '{0} = {1}',
  ),
  operator(
    'BOOLEAN',
    'LIKE ESCAPE',
    level.predicate,
    ['STRING', one(["'a/%b'", "'a%b'"], ["'a/_b'", "'a_b'"])],
    "{0@5} LIKE {1} ESCAPE '/'",
    '{0} = {1}',
  ),
  operator(
    'BOOLEAN',
    'LIKE ANY',
    level.predicate,
    ['STRING'],
    "{0@5} LIKE ANY ('a%', '%b')",
    "{0} LIKE 'a%' OR {0} LIKE '%b'",
  ),
  operator(
    'BOOLEAN',
    'LIKE ALL',
    level.predicate,
    ['STRING'],
    "{0@5} LIKE ALL ('a%', '%b')",
    "{0} LIKE 'a%' AND {0} LIKE '%b'",
  ),
  operator(
    'BOOLEAN',
    'NOT LIKE ALL',
    level.predicate,
    ['STRING'],
    "{0@5} NOT LIKE ALL ('a%', '%b')",
    "NOT ({0} LIKE 'a%') AND NOT ({0} LIKE '%b')",
  ),
  operator(
    'BOOLEAN',
    'NOT LIKE ANY',
    level.predicate,
    ['STRING'],
    "{0@5} NOT LIKE ANY ('a%', '%b')",
    "NOT ({0} LIKE 'a%') OR NOT ({0} LIKE '%b')",
  ),
  operator(
    'BOOLEAN',
    'ILIKE',
    level.predicate,
    ['STRING', quoted('A%', '%B')],
    '{0@5} ILIKE {1}',
    'lower({0}) LIKE lower({1})',
  ),
  operator(
    'BOOLEAN',
    'RLIKE',
    level.predicate,
    ['STRING', one("'^a'", "'[.]b'", "'b$'", "''")],
    '{0@5} RLIKE {1}',
    'regexp_matches({0}, {1})',
  ),
  call('BOOLEAN', 'startswith', ['STRING', 'STRING'], 'startswith({0}, {1})', 'substring({0}, 1, length({1})) = {1}'),
  call(
    'BOOLEAN',
    'endswith',
    ['STRING', 'STRING'],
    'endswith({0}, {1})',
    'CASE WHEN length({0}) >= length({1}) THEN substring({0}, length({0}) - length({1}) + 1) = {1} WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN FALSE END',
  ),
  call(
    'BOOLEAN',
    'contains',
    ['STRING', 'STRING'],
    'contains({0}, {1})',
    "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN {1} = '' THEN TRUE ELSE len(string_split({0}, {1})) > 1 END",
  ),
  call(
    'BOOLEAN',
    'exists',
    ['ARRAY<INT>', lambda(['INT'], 'BOOLEAN')],
    'exists({0}, {1})',
    'CASE WHEN {0} IS NOT NULL THEN list_reduce(list_concat([FALSE], list_transform({0}, lambda {1.0}: CAST({1} AS BOOLEAN))), lambda w0, w1: w0 OR w1) END',
  ),
  call(
    'BOOLEAN',
    'forall',
    ['ARRAY<STRING>', lambda(['STRING'], 'BOOLEAN')],
    'forall({0}, {1})',
    'CASE WHEN {0} IS NOT NULL THEN list_reduce(list_concat([TRUE], list_transform({0}, lambda {1.0}: CAST({1} AS BOOLEAN))), lambda w0, w1: w0 AND w1) END',
  ),
  call(
    'BOOLEAN',
    'array_contains',
    ['ARRAY<INT>', 'INT'],
    'array_contains({0}, {1})',
    'CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN list_reduce(list_concat([FALSE], list_transform({0}, lambda w2: w2 = {1})), lambda w0, w1: w0 OR w1) END',
  ),
  call(
    'BOOLEAN',
    'arrays_overlap',
    ['ARRAY<INT>', 'ARRAY<INT>'],
    'arrays_overlap({0}, {1})',
    'CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN len(list_filter({0}, lambda w0: len(list_filter({1}, lambda w1: w1 = w0)) > 0)) > 0 THEN TRUE WHEN len({0}) > 0 AND len({1}) > 0 AND (len(list_filter({0}, lambda w0: w0 IS NULL)) > 0 OR len(list_filter({1}, lambda w0: w0 IS NULL)) > 0) THEN NULL ELSE FALSE END',
  ),
  call(
    'BOOLEAN',
    'map_contains_key',
    ['MAP<STRING, INT>', quoted('a', '', 'z')],
    'map_contains_key({0}, {1})',
    'len(list_filter(map_keys({0}), lambda w0: w0 = {1})) > 0',
  ),
];
