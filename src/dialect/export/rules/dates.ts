import { named, type Rule, type Rules, type Said } from './rule.ts';

const units = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
  'microsecond',
] as const;
type Unit = (typeof units)[number];

function unitOf({ piece }: Said): Unit | undefined {
  const written = piece.literals[0]?.toLowerCase().replace(/s$/, '');
  return units.find((unit) => unit === written);
}

const seconds: Readonly<Partial<Record<Unit, number>>> = { hour: 3600, minute: 60, second: 1 };

/** An argument as a date; one that is cast already is left alone. */
function asDate({ arguments: given }: Said, at: number): string {
  const value = given[at - 1] ?? '';
  return /^CAST\([^()]* AS DATE\)$/.test(value) ? value : `CAST(${value} AS DATE)`;
}

/** How many borders of a unit lie between two times, which is what DuckDB counts: 31 January to 1 February is one month. */
function borders(call: Said): string | undefined {
  const unit = unitOf(call);
  const { target } = call;
  if (unit === undefined) return undefined;
  const upper = unit.toUpperCase();
  if (target === 'redshift' && unit === 'week')
    return "(DATEDIFF(DAY, DATE_TRUNC('week', {2}), DATE_TRUNC('week', {3})) / 7)";
  if (target === 'snowflake' || target === 'redshift') return `DATEDIFF(${upper}, {2}, {3})`;
  if (target === 'trino') return `DATE_DIFF('${unit}', DATE_TRUNC('${unit}', {2}), DATE_TRUNC('${unit}', {3}))`;
  if (target === 'bigquery') {
    const inDays = /^(year|quarter|month|week|day)$/.test(unit);
    return inDays
      ? `DATE_DIFF(${asDate(call, 3)}, ${asDate(call, 2)}, ${unit === 'week' ? 'ISOWEEK' : upper})`
      : `DATETIME_DIFF(CAST({3} AS DATETIME), CAST({2} AS DATETIME), ${upper})`;
  }
  return target === 'postgresql' ? inPostgres(unit, call) : inSpark(unit);
}

function inSpark(unit: Unit): string {
  const years = '(YEAR({3}) - YEAR({2}))';
  if (unit === 'year') return years;
  if (unit === 'quarter') return `(${years} * 4 + QUARTER({3}) - QUARTER({2}))`;
  if (unit === 'month') return `(${years} * 12 + MONTH({3}) - MONTH({2}))`;
  if (unit === 'week') return "CAST(DATEDIFF(DATE_TRUNC('WEEK', {3}), DATE_TRUNC('WEEK', {2})) / 7 AS BIGINT)";
  if (unit === 'day') return 'DATEDIFF({3}, {2})';
  return `TIMESTAMPDIFF(${unit.toUpperCase()}, DATE_TRUNC('${unit.toUpperCase()}', {2}), DATE_TRUNC('${unit.toUpperCase()}', {3}))`;
}

function inPostgres(unit: Unit, call: Said): string | undefined {
  const part = (name: string) => `EXTRACT(${name} FROM {3}) - EXTRACT(${name} FROM {2})`;
  if (unit === 'year') return `CAST(${part('YEAR')} AS BIGINT)`;
  if (unit === 'quarter') return `CAST((${part('YEAR')}) * 4 + ${part('QUARTER')} AS BIGINT)`;
  if (unit === 'month') return `CAST((${part('YEAR')}) * 12 + ${part('MONTH')} AS BIGINT)`;
  if (unit === 'week') return "((CAST(DATE_TRUNC('week', {3}) AS DATE) - CAST(DATE_TRUNC('week', {2}) AS DATE)) / 7)";
  if (unit === 'day') return `(${asDate(call, 3)} - ${asDate(call, 2)})`;
  const length = seconds[unit];
  if (length === undefined) return undefined;
  return `CAST(EXTRACT(EPOCH FROM DATE_TRUNC('${unit}', {3}) - DATE_TRUNC('${unit}', {2})) / ${length} AS BIGINT)`;
}

/** How many whole units fit between two times. */
function wholeUnits(call: Said): string | undefined {
  const unit = unitOf(call);
  if (unit === undefined) return undefined;
  if (call.target === 'trino') return `DATE_DIFF('${unit}', {2}, {3})`;
  return call.target === 'spark' || call.target === 'databricks'
    ? `TIMESTAMPDIFF(${unit.toUpperCase()}, {2}, {3})`
    : undefined;
}

function truncated(call: Said): string | undefined {
  const unit = unitOf(call);
  if (unit === undefined) return undefined;
  if (call.target === 'bigquery') return `DATE_TRUNC({2}, ${unit === 'week' ? 'ISOWEEK' : unit.toUpperCase()})`;
  return call.target === 'spark' || call.target === 'databricks'
    ? `DATE_TRUNC('${unit.toUpperCase()}', {2})`
    : `DATE_TRUNC('${unit}', {2})`;
}

/** Intervals of a computed length. */
function interval(unit: string, sparks: string | null, factor = 1): Rule {
  const number = factor === 1 ? '{(1)}' : `{(1)} * ${factor}`;
  const whole = factor === 1 ? '{1}' : number;
  const base = factor === 1 ? unit : 'day';
  return {
    sparks,
    postgresql: `MAKE_INTERVAL(${base === 'second' ? 'secs' : base === 'minute' ? 'mins' : `${base}s`} => ${whole})`,
    redshift: `(${number} * INTERVAL '1 ${base}')`,
    bigquery: `MAKE_INTERVAL(${base} => ${whole})`,
    trino: `(${number} * INTERVAL '1' ${base.toUpperCase()})`,
    instead: 'add with DATEADD(unit, number, date)',
  };
}

const truncatedDate = 'Of a DATE it gives a TIMESTAMP there, a DATE in DuckDB.';

/** Dates and times. */
export const dateRules: Rules = {
  ...named('date_diff datediff', { all: borders }),
  ...named('date_sub datesub', {
    sparks: wholeUnits,
    trino: wholeUnits,
    instead: 'count with date_diff and take one off where the last unit is not full',
  }),
  ...named('date_trunc datetrunc', {
    all: truncated,
    differs: { sparks: truncatedDate, redshift: truncatedDate, postgresql: truncatedDate },
  }),
  date_add: { all: '({(1)} + {2})' },
  ...named('now get_current_timestamp transaction_timestamp', {
    sparks: 'CURRENT_TIMESTAMP()',
    snowflake: 'CURRENT_TIMESTAMP()',
    bigquery: 'CURRENT_TIMESTAMP()',
    redshift: 'GETDATE()',
    postgresql: 'NOW()',
    trino: 'NOW()',
  }),
  ...named('today current_date', { all: 'CURRENT_DATE' }),
  current_timestamp: { all: 'CURRENT_TIMESTAMP' },
  make_date: {
    sparks: 'MAKE_DATE({1}, {2}, {3})',
    postgresql: 'MAKE_DATE({1}, {2}, {3})',
    snowflake: 'DATE_FROM_PARTS({1}, {2}, {3})',
    bigquery: 'DATE({1}, {2}, {3})',
    redshift: "CAST({(1)} || '-' || {(2)} || '-' || {(3)} AS DATE)",
    trino: "CAST(FORMAT('%04d-%02d-%02d', {1}, {2}, {3}) AS DATE)",
  },
  make_timestamp: {
    sparks: ['MAKE_TIMESTAMP({1}, {2}, {3}, {4}, {5}, {6})'],
    postgresql: ['MAKE_TIMESTAMP({1}, {2}, {3}, {4}, {5}, {6})'],
    snowflake: ['TIMESTAMP_NTZ_FROM_PARTS({1}, {2}, {3}, {4}, {5}, {6})'],
    bigquery: ['DATETIME({1}, {2}, {3}, {4}, {5}, {6})'],
  },
  to_timestamp: {
    sparks: 'TIMESTAMP_SECONDS({1})',
    snowflake: 'TO_TIMESTAMP_LTZ({1})',
    bigquery: 'TIMESTAMP_MICROS(CAST({(1)} * 1000000 AS INT64))',
    redshift: "(TIMESTAMP 'epoch' + {(1)} * INTERVAL '1 second')",
    postgresql: 'TO_TIMESTAMP({1})',
    trino: 'FROM_UNIXTIME({1})',
    differs: { redshift: 'It has no time zone there.' },
  },
  last_day: {
    all: 'LAST_DAY({1})',
    postgresql: "CAST(DATE_TRUNC('month', {1}) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)",
    trino: 'LAST_DAY_OF_MONTH({1})',
  },
  age: { postgresql: 'AGE({*})', instead: 'count with date_diff' },
  time_bucket: {
    bigquery: ['TIMESTAMP_BUCKET({2}, {1})'],
    postgresql: ["DATE_BIN({1}, {2}, TIMESTAMP '2000-01-03 00:00:00')"],
    instead: 'use DATE_TRUNC, or count the seconds since a fixed time',
    differs: {
      bigquery: 'The buckets are counted from 1950-01-01 there, from 2000-01-03 in DuckDB.',
      postgresql: 'Buckets of months or years cannot be said with DATE_BIN.',
    },
  },
  to_years: interval('year', 'MAKE_YM_INTERVAL({1}, 0)'),
  to_months: interval('month', 'MAKE_YM_INTERVAL(0, {1})'),
  to_weeks: interval('week', 'MAKE_DT_INTERVAL({(1)} * 7)', 7),
  to_days: interval('day', 'MAKE_DT_INTERVAL({1})'),
  to_hours: interval('hour', 'MAKE_DT_INTERVAL(0, {1})'),
  to_minutes: interval('minute', 'MAKE_DT_INTERVAL(0, 0, {1})'),
  to_seconds: interval('second', 'MAKE_DT_INTERVAL(0, 0, 0, {1})'),
  ...named(
    'to_milliseconds to_microseconds to_quarters to_decades to_centuries make_time epoch_ns make_timestamp_ns',
    {},
  ),
};
