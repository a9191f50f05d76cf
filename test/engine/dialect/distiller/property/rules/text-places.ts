import { call, level, one, operator, quoted, type Rule } from '../rule.ts';

const characters = "string_split({0}, '')";

/** Numbers and parts of texts. */
export const textPlaceRules: readonly Rule[] = [
  call('INT', 'length', ['STRING'], 'length({0})', 'CAST(length({0}) AS INTEGER)'),
  call('INT', 'char_length', ['STRING'], 'char_length({0})', `CAST(length({0}) AS INTEGER)`),
  call('INT', 'octet_length', ['STRING'], 'octet_length({0})', 'CAST(strlen({0}) AS INTEGER)'),
  call(
    'INT',
    'levenshtein of words',
    [one(["'kitten', 'sitting'", '3'], ["'日本', '日光'", '1'], ["'Müller', 'Muller'", '1'], ["'', 'Äb'", '2'])],
    'levenshtein({0})',
    '{0}::INTEGER',
  ),
  operator(
    'INT',
    'levenshtein by a mark',
    level.sum,
    [one("'abc'", "'Ä'", "'日本語'"), 'SMALL'],
    "levenshtein({0}, concat({0}, 'Ä')) + {1@11}",
    '1 + {1}',
  ),
  call(
    'INT',
    'ascii',
    ['STRING'],
    'ascii({0})',
    "CASE WHEN {0} = '' THEN 0 ELSE CAST(ord(substring({0}, 1, 1)) AS INTEGER) END",
  ),
  call(
    'INT',
    'instr',
    ['STRING', 'STRING'],
    'instr({0}, {1})',
    "CASE WHEN {1} = '' AND {0} IS NOT NULL THEN 1 WHEN contains({0}, {1}) THEN CAST(length(string_split({0}, {1})[1]) + 1 AS INTEGER) WHEN NOT contains({0}, {1}) THEN 0 END::INTEGER",
  ),
  call(
    'INT',
    'locate',
    ['STRING', 'STRING', one('1', '2', '3')],
    'locate({0}, {1}, {2})',
    "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN {0} = '' THEN 1 WHEN contains(substring({1}, {2}), {0}) THEN length(string_split(substring({1}, {2}), {0})[1]) + {2} ELSE 0 END::INTEGER",
  ),
  call(
    'INT',
    'find_in_set',
    [quoted('a', 'b', '', 'c'), 'STRING'],
    'find_in_set({0}, {1})',
    "CASE WHEN {1} IS NOT NULL THEN coalesce(list_position(string_split({1}, ','), {0}), 0) END::INTEGER",
  ),
  call(
    'INT',
    'regexp_count',
    ['STRING'],
    "regexp_count({0}, '[a,]')",
    `CAST(len(list_filter(${characters}, lambda w0: w0 IN ('a', ','))) AS INTEGER)`,
  ),
  call(
    'ARRAY<STRING>',
    'split',
    ['STRING', one([`','`], [`'[.,]'`, `'[.,]'`], [`'b'`])],
    'split({0}, {1})',
    'string_split_regex({0}, {1})',
  ),
  call(
    'ARRAY<STRING>',
    'split with limit',
    ['STRING', one('1', '2', '-1')],
    "split({0}, ',', {1})",
    "CASE WHEN {1} = 1 THEN CASE WHEN {0} IS NOT NULL THEN [{0}] END WHEN {1} = 2 AND contains({0}, ',') THEN [string_split({0}, ',')[1], substring({0}, length(string_split({0}, ',')[1]) + 2)] ELSE string_split({0}, ',') END",
  ),
];
