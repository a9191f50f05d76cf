import { named, type Rules, type Said, same } from './rule.ts';

const blankIsEmpty = (type: string) => (call: Said) =>
  call.arguments.map((argument, index) =>
    call.piece.literals[index] === undefined ? `COALESCE(CAST(${argument} AS ${type}), '')` : argument,
  );

/** Functions of text; DuckDB's CONCAT leaves NULL out, most others' gives NULL for it. */
export const textRules: Rules = {
  ...same('upper', 'lower', 'replace', 'reverse', 'translate', 'lpad', 'rpad'),
  ...named('ucase', { all: 'UPPER({*})' }),
  ...named('lcase', { all: 'LOWER({*})' }),
  ...named('substr substring', { all: 'SUBSTRING({*})', bigquery: 'SUBSTR({*})', trino: 'SUBSTR({*})' }),
  trim: {
    sparks: ['TRIM({1})', 'BTRIM({1}, {2})'],
    redshift: ['TRIM({1})', 'BTRIM({1}, {2})'],
    postgresql: ['TRIM({1})', 'BTRIM({1}, {2})'],
    trino: ['TRIM({1})', 'TRIM(BOTH {2} FROM {1})'],
    bigquery: ["TRIM({1}, ' ')", 'TRIM({1}, {2})'],
    all: 'TRIM({*})',
  },
  ltrim: {
    sparks: ['LTRIM({1})', 'TRIM(LEADING {2} FROM {1})'],
    trino: ['LTRIM({1})', 'TRIM(LEADING {2} FROM {1})'],
    all: 'LTRIM({*})',
  },
  rtrim: {
    sparks: ['RTRIM({1})', 'TRIM(TRAILING {2} FROM {1})'],
    trino: ['RTRIM({1})', 'TRIM(TRAILING {2} FROM {1})'],
    all: 'RTRIM({*})',
  },
  ...named('length', {
    all: ({ piece, target }) =>
      piece.lists[0] === true ? listLength[target] : target === 'redshift' ? 'LEN({1})' : 'LENGTH({1})',
  }),
  ...named('char_length character_length', { all: 'LENGTH({1})', redshift: 'LEN({1})' }),
  len: {
    all: ({ piece, target }) =>
      piece.lists[0] === true ? listLength[target] : target === 'redshift' ? 'LEN({1})' : 'LENGTH({1})',
    differs: {
      all: ({ piece, target }) =>
        piece.lists[0] === true
          ? undefined
          : `It is taken as the length of a text; of a list it is ${listLength[target].replace(/\(.*/, '')}.`,
    },
  },
  ...named('octet_length strlen', { all: 'OCTET_LENGTH({1})', trino: 'LENGTH(TO_UTF8({1}))' }),
  bit_length: {
    all: 'BIT_LENGTH({1})',
    bigquery: '(8 * OCTET_LENGTH({1}))',
    redshift: '(8 * OCTET_LENGTH({1}))',
    trino: '(8 * LENGTH(TO_UTF8({1})))',
  },
  left: {
    all: 'LEFT({1}, {2})',
    trino: 'SUBSTR({1}, 1, {2})',
    differs: {
      redshift: 'A number below zero, which leaves letters off the end, fails there.',
      sparks: 'A number below zero, which leaves letters off the end, gives an empty text there.',
      snowflake: 'A number below zero, which leaves letters off the end, gives an empty text there.',
      bigquery: 'A number below zero, which leaves letters off the end, fails there.',
    },
  },
  right: { all: 'RIGHT({1}, {2})', trino: 'SUBSTR({1}, GREATEST(LENGTH({1}) - {(2)} + 1, 1))' },
  repeat: { all: 'REPEAT({1}, {2})', trino: "ARRAY_JOIN(REPEAT({1}, {2}), '')" },
  concat: {
    sparks: "CONCAT_WS('', {*})",
    postgresql: 'CONCAT({*})',
    trino: "CONCAT_WS('', {*})",
    snowflake: (call) => `CONCAT(${blankIsEmpty('VARCHAR')(call).join(', ')})`,
    bigquery: (call) => `CONCAT(${blankIsEmpty('STRING')(call).join(', ')})`,
    redshift: (call) => `(${blankIsEmpty('VARCHAR(MAX)')(call).join(' || ')})`,
  },
  concat_ws: {
    all: 'CONCAT_WS({*})',
    snowflake: 'ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT({2*}), {1})',
    bigquery: 'ARRAY_TO_STRING([{2*}], {1})',
    redshift: null,
    instead: 'join the values with || and COALESCE',
  },
  split_part: {
    all: 'SPLIT_PART({*})',
    bigquery: "COALESCE(SPLIT({1}, {2})[SAFE_ORDINAL({3})], '')",
    trino: "COALESCE(SPLIT_PART({1}, {2}, {3}), '')",
    differs: {
      bigquery: 'A missing text gives an empty text, not NULL.',
      trino: 'A missing text gives an empty text, not NULL.',
    },
  },
  ...named('string_split str_split string_to_array split', {
    sparks: "SPLIT({1}, CONCAT('\\\\Q', {2}, '\\\\E'))",
    snowflake: 'SPLIT({1}, {2})',
    bigquery: 'SPLIT({1}, {2})',
    redshift: 'SPLIT_TO_ARRAY({1}, {2})',
    postgresql: 'STRING_TO_ARRAY({1}, {2})',
    trino: 'SPLIT({1}, {2})',
  }),
  ...named('strpos instr', { sparks: 'INSTR({1}, {2})', snowflake: 'CHARINDEX({2}, {1})', all: 'STRPOS({1}, {2})' }),
  contains: {
    sparks: 'CONTAINS({1}, {2})',
    snowflake: 'CONTAINS({1}, {2})',
    all: '(STRPOS({1}, {2}) > 0)',
  },
  ...named('starts_with prefix', {
    sparks: 'STARTSWITH({1}, {2})',
    snowflake: 'STARTSWITH({1}, {2})',
    redshift: '(LEFT({1}, LEN({2})) = {2})',
    all: 'STARTS_WITH({1}, {2})',
  }),
  ...named('ends_with suffix', {
    sparks: 'ENDSWITH({1}, {2})',
    snowflake: 'ENDSWITH({1}, {2})',
    bigquery: 'ENDS_WITH({1}, {2})',
    redshift: '(RIGHT({1}, LEN({2})) = {2})',
    postgresql: '(RIGHT({1}, LENGTH({2})) = {2})',
    trino: '(SUBSTR({1}, GREATEST(LENGTH({1}) - LENGTH({2}) + 1, 1)) = {2})',
  }),
  ...named('ascii ord unicode', {
    all: 'ASCII({1})',
    snowflake: 'UNICODE({1})',
    bigquery: 'UNICODE({1})',
    trino: 'CODEPOINT(CAST(SUBSTR({1}, 1, 1) AS VARCHAR(1)))',
  }),
  chr: { all: 'CHR({1})', differs: { sparks: 'Spark knows the characters up to 255 only.' } },
  ...named('levenshtein editdist3', {
    sparks: 'LEVENSHTEIN({1}, {2})',
    snowflake: 'EDITDISTANCE({1}, {2})',
    bigquery: 'EDIT_DISTANCE({1}, {2})',
    postgresql: 'LEVENSHTEIN({1}, {2})',
    trino: 'LEVENSHTEIN_DISTANCE({1}, {2})',
    differs: { postgresql: 'It needs the extension fuzzystrmatch.' },
  }),
  ...named('hamming mismatches', { trino: 'HAMMING_DISTANCE({1}, {2})' }),
  jaro_winkler_similarity: {
    snowflake: '(JAROWINKLER_SIMILARITY({1}, {2}) / 100)',
    differs: { snowflake: 'Snowflake gives whole percents and takes small and capital letters as the same.' },
  },
  ...named('jaccard jaro_similarity damerau_levenshtein', {}),
  strip_accents: {
    bigquery: "REGEXP_REPLACE(NORMALIZE({1}, NFD), r'\\pM', '')",
    postgresql: 'UNACCENT({1})',
    trino: "REGEXP_REPLACE(NORMALIZE({1}, NFD), '\\p{M}+', '')",
    instead: 'replace the letters with TRANSLATE',
    differs: { postgresql: 'It needs the extension unaccent.' },
  },
  printf: {
    sparks: 'FORMAT_STRING({*})',
    bigquery: 'FORMAT({*})',
    trino: 'FORMAT({*})',
    instead: 'join the parts with ||',
  },
  format: { instead: 'join the parts with ||' },
};

/** How long a list is. */
export const listLength = {
  spark: 'CARDINALITY({1})',
  databricks: 'CARDINALITY({1})',
  snowflake: 'ARRAY_SIZE({1})',
  bigquery: 'ARRAY_LENGTH({1})',
  redshift: 'GET_ARRAY_LENGTH({1})',
  postgresql: 'CARDINALITY({1})',
  trino: 'CARDINALITY({1})',
} as const;
