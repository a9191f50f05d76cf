import { named, placeOf, type Rule, type Rules, type Said } from './rule.ts';

const extract = (part: string) => `EXTRACT(${part} FROM {1})`;
const plain = (name: string, part: string): Rule => ({
  all: extract(part),
  sparks: `${name}({1})`,
  snowflake: `${name}({1})`,
  trino: `${name}({1})`,
});

const byNumber =
  "DECODE(DAYOFWEEKISO({1}), 1, 'Monday', 2, 'Tuesday', 3, 'Wednesday', 4, 'Thursday', 5, 'Friday', 6, 'Saturday', 7, 'Sunday')";

const session = 'A TIMESTAMP without a zone is read in the zone of the session there, as UTC in DuckDB.';

/** Parts of dates, by DuckDB's names of the functions; weeks are those of ISO 8601, and Sunday is day 0 of DAYOFWEEK. */
const parts: Rules = {
  year: plain('YEAR', 'YEAR'),
  quarter: plain('QUARTER', 'QUARTER'),
  month: plain('MONTH', 'MONTH'),
  ...named('day dayofmonth', plain('DAY', 'DAY')),
  hour: plain('HOUR', 'HOUR'),
  minute: plain('MINUTE', 'MINUTE'),
  second: { ...plain('SECOND', 'SECOND'), postgresql: 'FLOOR(EXTRACT(SECOND FROM {1}))' },
  ...named('week weekofyear', {
    sparks: 'WEEKOFYEAR({1})',
    snowflake: 'WEEKISO({1})',
    bigquery: extract('ISOWEEK'),
    trino: 'WEEK({1})',
    all: extract('WEEK'),
  }),
  ...named('dayofweek weekday dow', {
    sparks: '(DAYOFWEEK({1}) - 1)',
    snowflake: 'MOD(DAYOFWEEKISO({1}), 7)',
    bigquery: `(${extract('DAYOFWEEK')} - 1)`,
    trino: '(DAY_OF_WEEK({1}) % 7)',
    all: extract('DOW'),
  }),
  isodow: {
    sparks: '(WEEKDAY({1}) + 1)',
    snowflake: 'DAYOFWEEKISO({1})',
    bigquery: `(MOD(${extract('DAYOFWEEK')} + 5, 7) + 1)`,
    redshift: `(MOD(CAST(${extract('DOW')} AS INTEGER) + 6, 7) + 1)`,
    postgresql: extract('ISODOW'),
    trino: 'DAY_OF_WEEK({1})',
  },
  ...named('dayofyear doy', {
    sparks: 'DAYOFYEAR({1})',
    snowflake: 'DAYOFYEAR({1})',
    bigquery: extract('DAYOFYEAR'),
    trino: 'DAY_OF_YEAR({1})',
    all: extract('DOY'),
  }),
  isoyear: {
    sparks: 'EXTRACT(YEAROFWEEK FROM {1})',
    snowflake: 'YEAROFWEEKISO({1})',
    bigquery: extract('ISOYEAR'),
    postgresql: extract('ISOYEAR'),
    trino: 'YEAR_OF_WEEK({1})',
  },
  epoch: {
    sparks: '(UNIX_MICROS(CAST({1} AS TIMESTAMP)) / 1000000)',
    snowflake: '(DATE_PART(EPOCH_MICROSECOND, {1}) / 1000000)',
    bigquery: '(UNIX_MICROS(CAST({1} AS TIMESTAMP)) / 1000000)',
    redshift: "(DATEDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', {1}) / 1000000.0)",
    postgresql: extract('EPOCH'),
    trino: 'TO_UNIXTIME({1})',
    differs: { sparks: session, trino: session },
  },
  epoch_us: {
    sparks: 'UNIX_MICROS(CAST({1} AS TIMESTAMP))',
    snowflake: 'DATE_PART(EPOCH_MICROSECOND, {1})',
    bigquery: 'UNIX_MICROS(CAST({1} AS TIMESTAMP))',
    redshift: "DATEDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', {1})",
    postgresql: `CAST(${extract('EPOCH')} * 1000000 AS BIGINT)`,
    trino: 'CAST(TO_UNIXTIME({1}) * 1000000 AS BIGINT)',
    differs: { sparks: session, trino: session },
  },
  epoch_ms: {
    sparks: 'UNIX_MILLIS(CAST({1} AS TIMESTAMP))',
    snowflake: 'DATE_PART(EPOCH_MILLISECOND, {1})',
    bigquery: 'UNIX_MILLIS(CAST({1} AS TIMESTAMP))',
    redshift: "DATEDIFF(MILLISECOND, TIMESTAMP '1970-01-01 00:00:00', {1})",
    postgresql: `CAST(${extract('EPOCH')} * 1000 AS BIGINT)`,
    trino: 'CAST(TO_UNIXTIME({1}) * 1000 AS BIGINT)',
    differs: {
      all: 'It is taken as the milliseconds of a time, not as the time of a number of milliseconds.',
      sparks: session,
    },
  },
  dayname: {
    trino: "DATE_FORMAT({1}, '%W')",
    sparks: "DATE_FORMAT({1}, 'EEEE')",
    snowflake: byNumber,
    bigquery: "FORMAT_DATETIME('%A', CAST({1} AS DATETIME))",
    redshift: "TRIM(TO_CHAR({1}, 'Day'))",
    postgresql: "TO_CHAR({1}, 'FMDay')",
  },
  monthname: {
    trino: "DATE_FORMAT({1}, '%M')",
    sparks: "DATE_FORMAT({1}, 'MMMM')",
    snowflake: "TO_CHAR({1}, 'MMMM')",
    bigquery: "FORMAT_DATETIME('%B', CAST({1} AS DATETIME))",
    redshift: "TRIM(TO_CHAR({1}, 'Month'))",
    postgresql: "TO_CHAR({1}, 'FMMonth')",
  },
  ...named(
    'millisecond microsecond nanosecond yearweek century decade millennium era timezone timezone_hour timezone_minute julian',
    {},
  ),
};

/** A part's other names in `date_part` and EXTRACT. */
const aliases: Readonly<Record<string, string>> = {
  years: 'year',
  y: 'year',
  yr: 'year',
  quarters: 'quarter',
  months: 'month',
  mon: 'month',
  mons: 'month',
  weeks: 'week',
  w: 'week',
  days: 'day',
  d: 'day',
  hours: 'hour',
  h: 'hour',
  minutes: 'minute',
  min: 'minute',
  m: 'minute',
  seconds: 'second',
  s: 'second',
  sec: 'second',
};

function byPart(call: Said): string | undefined {
  const part = call.piece.literals[0]?.toLowerCase() ?? '';
  const rule = parts[aliases[part] ?? part];
  const template = rule === undefined ? undefined : placeOf(rule, call.target);
  return typeof template === 'string' ? template.replaceAll('{1}', '{2}') : undefined;
}

/** Functions that read a part of a date. */
export const datePartRules: Rules = {
  ...parts,
  ...named('date_part datepart', { all: byPart }),
};
