import type { ExportTarget } from '../target.ts';
import { named, type Rules, type Said } from './rule.ts';

type Writing = 'java' | 'snowflake' | 'postgresql' | 'mysql' | 'bigquery';

const writings: Readonly<Record<ExportTarget, Writing>> = {
  spark: 'java',
  databricks: 'java',
  snowflake: 'snowflake',
  bigquery: 'bigquery',
  redshift: 'postgresql',
  postgresql: 'postgresql',
  trino: 'mysql',
};

const columns: readonly Writing[] = ['java', 'snowflake', 'postgresql', 'mysql', 'bigquery'];

/** What strftime's signs are elsewhere; an empty text where there is none. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '%Y': ['yyyy', 'YYYY', 'YYYY', '%Y', '%Y'],
  '%y': ['yy', 'YY', 'YY', '%y', '%y'],
  '%m': ['MM', 'MM', 'MM', '%m', '%m'],
  '%-m': ['M', '', 'FMMM', '%c', ''],
  '%d': ['dd', 'DD', 'DD', '%d', '%d'],
  '%-d': ['d', '', 'FMDD', '%e', ''],
  '%b': ['MMM', 'MON', 'Mon', '%b', '%b'],
  '%B': ['MMMM', 'MMMM', 'FMMonth', '%M', '%B'],
  '%a': ['EEE', 'DY', 'Dy', '%a', '%a'],
  '%A': ['EEEE', '', 'FMDay', '%W', '%A'],
  '%H': ['HH', 'HH24', 'HH24', '%H', '%H'],
  '%-H': ['H', '', 'FMHH24', '%k', ''],
  '%I': ['hh', 'HH12', 'HH12', '%h', '%I'],
  '%M': ['mm', 'MI', 'MI', '%i', '%M'],
  '%S': ['ss', 'SS', 'SS', '%s', '%S'],
  '%f': ['SSSSSS', 'FF6', 'US', '%f', ''],
  '%g': ['SSS', 'FF3', 'MS', '', ''],
  '%p': ['a', 'AM', 'AM', '%p', '%p'],
  '%j': ['DDD', '', 'DDD', '%j', '%j'],
  '%u': ['', '', 'ID', '', '%u'],
  '%V': ['', '', 'IW', '%v', '%V'],
  '%G': ['', '', 'IYYY', '%x', '%G'],
  '%%': ['%', '%', '%', '%%', '%%'],
};

const short: Readonly<Record<string, string>> = {
  '%F': '%Y-%m-%d',
  '%T': '%H:%M:%S',
  '%x': '%Y-%m-%d',
  '%X': '%H:%M:%S',
  '%D': '%m/%d/%y',
  '%R': '%H:%M',
};

/** A format of strftime in a target's writing; `undefined` where a sign of it has none there. */
export function dateFormat(format: string, target: ExportTarget): string | undefined {
  const writing = writings[target];
  const column = columns.indexOf(writing);
  const long = format.replace(/%[FTxXDR]/g, (sign) => short[sign] ?? sign);
  const whole = writing === 'bigquery' ? long.replaceAll('%S.%f', '%E6S') : long;
  let text = '';
  for (const [, sign, letters] of whole.matchAll(/(%E6S|%-?[A-Za-z%])|([^%]+)/g)) {
    if (letters !== undefined) text += plainLetters(letters, writing);
    else if (sign === '%E6S') text += sign;
    else {
      const said = signs[sign ?? '']?.[column] ?? '';
      if (said === '' || (target === 'redshift' && said.startsWith('FM'))) return undefined;
      text += said;
    }
  }
  return text;
}

/** Letters that are to stand as they are. */
function plainLetters(text: string, writing: Writing): string {
  if (writing === 'mysql' || writing === 'bigquery') return text;
  return text.replace(/[\p{L}]+/gu, (letters) => (writing === 'java' ? `'${letters}'` : `"${letters}"`));
}

/** The date and the format of a call, in either order: strftime takes both. */
function formatted({
  arguments: given,
  piece,
  target,
}: Said): { readonly value: string; readonly format: string } | undefined {
  const at = piece.literals[1] === undefined ? 0 : 1;
  const literal = piece.literals[at];
  const format = literal === undefined ? undefined : dateFormat(literal, target);
  const value = given[1 - at];
  if (format === undefined || value === undefined) return undefined;
  return { value, format: `'${format.replaceAll("'", target === 'spark' || target === 'databricks' ? "\\'" : "''")}'` };
}

const write: Readonly<Record<ExportTarget, (value: string, format: string) => string>> = {
  spark: (value, format) => `DATE_FORMAT(${value}, ${format})`,
  databricks: (value, format) => `DATE_FORMAT(${value}, ${format})`,
  snowflake: (value, format) => `TO_CHAR(${value}, ${format})`,
  bigquery: (value, format) => `FORMAT_DATETIME(${format}, CAST(${value} AS DATETIME))`,
  redshift: (value, format) => `TO_CHAR(${value}, ${format})`,
  postgresql: (value, format) => `TO_CHAR(${value}, ${format})`,
  trino: (value, format) => `DATE_FORMAT(${value}, ${format})`,
};

const read: Readonly<Record<ExportTarget, (value: string, format: string) => string>> = {
  spark: (value, format) => `TO_TIMESTAMP(${value}, ${format})`,
  databricks: (value, format) => `TO_TIMESTAMP(${value}, ${format})`,
  snowflake: (value, format) => `TO_TIMESTAMP_NTZ(${value}, ${format})`,
  bigquery: (value, format) => `PARSE_DATETIME(${format}, ${value})`,
  redshift: (value, format) => `CAST(TO_TIMESTAMP(${value}, ${format}) AS TIMESTAMP)`,
  postgresql: (value, format) => `CAST(TO_TIMESTAMP(${value}, ${format}) AS TIMESTAMP)`,
  trino: (value, format) => `DATE_PARSE(${value}, ${format})`,
};

const tried: Readonly<Partial<Record<ExportTarget, (value: string, format: string) => string>>> = {
  spark: (value, format) => `TRY_TO_TIMESTAMP(${value}, ${format})`,
  databricks: (value, format) => `TRY_TO_TIMESTAMP(${value}, ${format})`,
  snowflake: (value, format) => `TRY_TO_TIMESTAMP_NTZ(${value}, ${format})`,
  bigquery: (value, format) => `SAFE.PARSE_DATETIME(${format}, ${value})`,
  trino: (value, format) => `TRY(DATE_PARSE(${value}, ${format}))`,
};

const by =
  (how: Readonly<Partial<Record<ExportTarget, (value: string, format: string) => string>>>) => (call: Said) => {
    const found = formatted(call);
    return found === undefined ? undefined : how[call.target]?.(found.value, found.format);
  };

/** Dates to text and back. */
export const dateFormatRules: Rules = {
  strftime: { all: by(write) },
  ...named('strptime', { all: by(read) }),
  try_strptime: {
    all: by(tried),
    redshift: null,
    postgresql: null,
    instead: 'test the text with a regular expression before',
  },
};
