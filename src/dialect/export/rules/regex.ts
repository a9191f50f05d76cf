import type { ExportTarget } from '../target.ts';
import { named, type Rules, type Said } from './rule.ts';

/** A pattern that has to match all of a text. */
function anchored({ arguments: [, pattern = ''], target }: Said): string {
  const [open, close] = target === 'redshift' ? ['^(', ')$'] : ['^(?:', ')$'];
  const literal = /^(r?')(.*)'$/s.exec(pattern);
  if (literal !== null) return `${literal[1] ?? "'"}${open}${literal[2] ?? ''}${close}'`;
  return target === 'redshift' || target === 'postgresql' || target === 'trino' || target === 'bigquery'
    ? `'${open}' || ${pattern} || '${close}'`
    : `CONCAT('${open}', ${pattern}, '${close}')`;
}

function matchesAll(call: Said, negated = ''): string {
  const { target } = call;
  if (target === 'snowflake') return `${negated}REGEXP_LIKE({1}, {2})`;
  const pattern = anchored(call);
  if (target === 'redshift' || target === 'postgresql')
    return `(${negated === '' ? '' : 'NOT '}{(1)} ~ ${/^'[^']*'$/.test(pattern) ? pattern : `(${pattern})`})`;
  return `${negated}${target === 'bigquery' ? 'REGEXP_CONTAINS' : 'REGEXP_LIKE'}({1}, ${pattern})`;
}

/** The replacement's `\1` in the target's writing. */
function replacement(given: string, target: ExportTarget): string {
  if (target !== 'spark' && target !== 'databricks' && target !== 'trino') return given;
  const escaped = given.replaceAll('$', target === 'trino' ? '\\$' : '\\\\$');
  return escaped.replace(target === 'trino' ? /\\(\d)/g : /\\\\(\d)/g, '$$$1');
}

function replaceAll(call: Said): string | undefined {
  const { arguments: given, piece, target } = call;
  const options = given.length > 3 ? piece.literals[3] : '';
  if (options === undefined || !/^[gci]*$/.test(options)) return undefined;
  const isGlobal = options.includes('g');
  const blind = options.includes('i');
  const into = replacement(given[2] ?? '', target);
  if (target === 'postgresql')
    return given.length > 3
      ? `REGEXP_REPLACE({1}, {2}, {3}, '${options.replace('c', '')}')`
      : 'REGEXP_REPLACE({1}, {2}, {3})';
  if (target === 'snowflake')
    return isGlobal && !blind
      ? 'REGEXP_REPLACE({1}, {2}, {3})'
      : `REGEXP_REPLACE({1}, {2}, {3}, 1, ${isGlobal ? 0 : 1}${blind ? ", 'i'" : ''})`;
  if (blind && (target === 'redshift' || piece.literals[1] === undefined)) return undefined;
  const pattern = blind ? (given[1] ?? '').replace("'", "'(?i)") : '{2}';
  return `REGEXP_REPLACE({1}, ${pattern}, ${into})`;
}

function extract({ arguments: given, piece, target }: Said): string | undefined {
  const group = given[2] ?? '0';
  if (given.length > 3 || !/^\d+$/.test(group)) return undefined;
  const groups = /(^|[^\\])\((?!\?)/.test(piece.literals[1] ?? '(');
  switch (target) {
    case 'snowflake':
      return group === '0' ? 'REGEXP_SUBSTR({1}, {2})' : `REGEXP_SUBSTR({1}, {2}, 1, 1, 'e', ${group})`;
    case 'bigquery':
      return group === (groups ? '1' : '0') ? 'REGEXP_EXTRACT({1}, {2})' : undefined;
    case 'redshift':
      return group === '0'
        ? 'REGEXP_SUBSTR({1}, {2})'
        : group === '1'
          ? "REGEXP_SUBSTR({1}, {2}, 1, 1, 'e')"
          : undefined;
    case 'postgresql':
      return `REGEXP_SUBSTR({1}, {2}, 1, 1, '', ${group})`;
    default:
      return `REGEXP_EXTRACT({1}, {2}, ${group})`;
  }
}

const isNull = 'Where nothing matches it gives NULL, DuckDB an empty text.';
/** Told of a call whose options do not ask for every match. */
const replacesAll = ({ piece }: Said): string | undefined =>
  piece.literals[3]?.includes('g') === true
    ? undefined
    : 'Without the option g DuckDB replaces the first match only, this every match.';

/** Regular expressions. DuckDB's and BigQuery's are RE2; the others' know the same everyday signs. */
export const regexRules: Rules = {
  regexp_matches: {
    sparks: 'REGEXP_LIKE({1}, {2})',
    snowflake: '(REGEXP_INSTR({1}, {2}) > 0)',
    bigquery: 'REGEXP_CONTAINS({1}, {2})',
    redshift: '({(1)} ~ {(2)})',
    postgresql: '({(1)} ~ {(2)})',
    trino: 'REGEXP_LIKE({1}, {2})',
  },
  regexp_full_match: { all: (call) => (call.arguments.length === 2 ? matchesAll(call) : undefined) },
  'operator !~': { all: (call) => matchesAll(call, 'NOT ') },
  regexp_replace: {
    all: replaceAll,
    differs: { sparks: replacesAll, bigquery: replacesAll, redshift: replacesAll, trino: replacesAll },
  },
  regexp_extract: {
    all: extract,
    differs: { snowflake: isNull, bigquery: isNull, postgresql: `${isNull} It needs PostgreSQL 15.`, trino: isNull },
  },
  regexp_extract_all: {
    sparks: ['REGEXP_EXTRACT_ALL({1}, {2}, 0)', 'REGEXP_EXTRACT_ALL({1}, {2}, {3})'],
    snowflake: ['REGEXP_SUBSTR_ALL({1}, {2})', "REGEXP_SUBSTR_ALL({1}, {2}, 1, 1, 'e', {3})"],
    bigquery: ['REGEXP_EXTRACT_ALL({1}, {2})'],
    trino: ['REGEXP_EXTRACT_ALL({1}, {2})', 'REGEXP_EXTRACT_ALL({1}, {2}, {3})'],
    postgresql: ["ARRAY(SELECT (REGEXP_MATCHES({1}, {2}, 'g'))[1])"],
    instead: 'count the matches with REGEXP_COUNT and take them one by one with REGEXP_SUBSTR',
  },
  ...named('regexp_split_to_array string_split_regex str_split_regex', {
    sparks: 'SPLIT({1}, {2})',
    postgresql: 'REGEXP_SPLIT_TO_ARRAY({1}, {2})',
    trino: 'REGEXP_SPLIT({1}, {2})',
    instead: 'replace the pattern by one sign with REGEXP_REPLACE and split at that',
  }),
  regexp_escape: { instead: 'write the escaped pattern out' },
  glob: { instead: 'say the pattern with LIKE, or as a regular expression' },
};
