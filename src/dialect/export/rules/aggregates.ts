import { named, type Rule, type Rules, type Said, same } from './rule.ts';

/** Marks rules as aggregates. */
function aggregates(rules: Rules): Rules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]): [string, Rule] => [name, { ...rule, aggregate: true }]),
  );
}

const approximate = 'It is an estimate there, exact in DuckDB.';
const unordered = 'NULL is left out, and the order is not certain.';

/** Whether the second argument, the part of the rows, is a list of parts. */
const isListOfParts = ({ piece }: Said) => piece.lists[1] === true;

function quantile(kind: 'CONT' | 'DISC'): Rule {
  const within = `PERCENTILE_${kind}({2}) WITHIN GROUP (ORDER BY {1})`;
  const single = (call: Said) => (isListOfParts(call) ? undefined : within);
  return {
    sparks: kind === 'CONT' ? 'PERCENTILE({distinct}{1}, {2})' : single,
    snowflake: single,
    redshift: single,
    postgresql: within,
    bigquery: (call) =>
      isListOfParts(call) ? undefined : 'APPROX_QUANTILES({1}, 1000)[OFFSET(CAST(1000 * {(2)} AS INT64))]',
    trino: 'APPROX_PERCENTILE({1}, {2})',
    differs: { bigquery: approximate, trino: approximate },
  };
}

const isDescending = ({ piece }: Said) => piece.order[0]?.descending === true;

/** `percentile_cont(0.5) WITHIN GROUP (ORDER BY x)`. */
function percentile(kind: 'CONT' | 'DISC'): Rule {
  const within = `PERCENTILE_${kind}({1}){within}`;
  return {
    all: within,
    bigquery: (call) =>
      isDescending(call) ? undefined : 'APPROX_QUANTILES({key}, 1000)[OFFSET(CAST(1000 * {(1)} AS INT64))]',
    trino: (call) => (isDescending(call) ? undefined : 'APPROX_PERCENTILE({key}, {1})'),
    differs: { bigquery: approximate, trino: approximate },
  };
}

const separator = (call: Said, template: string) =>
  call.arguments.length === 1 ? template.replace('{2}', "','") : template;
const joined = (template: string) => (call: Said) => separator(call, template);

const textJoin: Rule = {
  sparks: joined('LISTAGG({distinct}{1}, {2}){within}'),
  snowflake: joined('LISTAGG({distinct}{1}, {2}){within}'),
  redshift: joined('LISTAGG({distinct}{1}, {2}){within}'),
  bigquery: joined('STRING_AGG({distinct}{1}, {2}{order})'),
  postgresql: joined('STRING_AGG({distinct}{1}, {2}{order})'),
  trino: joined('ARRAY_JOIN(ARRAY_AGG({distinct}{1}{order}), {2})'),
  differs: { spark: 'It needs Spark 4.', databricks: 'It needs Databricks Runtime 16.4.' },
};

const byKey = (name: string): Rule => ({
  sparks: [`${name}({1}, {2})`],
  snowflake: [`${name}({1}, {2})`],
  bigquery: [`${name}({1}, {2})`],
  trino: [`${name}({1}, {2})`],
  blank: 2,
  instead: 'take the row with ROW_NUMBER() = 1 in a subquery',
});

/** The first value in an order, or any where no order is said. */
const first = (call: Said, sorted: string | undefined, any: string) => (call.piece.order.length > 0 ? sorted : any);

const regressions = [
  'regr_slope',
  'regr_intercept',
  'regr_r2',
  'regr_count',
  'regr_avgx',
  'regr_avgy',
  'regr_sxx',
  'regr_sxy',
  'regr_syy',
];

/** Aggregates. */
export const aggregateRules: Rules = aggregates({
  count: { all: ['COUNT(*)', 'COUNT({distinct}{1})'] },
  ...named('sum fsum sumkahan kahan_sum sum_no_overflow', { all: 'SUM({distinct}{1})' }),
  ...named('avg mean favg', {
    all: 'AVG({distinct}{1})',
    redshift: 'AVG({distinct}CAST({1} AS DOUBLE PRECISION))',
  }),
  min: { all: ['MIN({1})'] },
  max: { all: ['MAX({1})'] },
  any_value: {
    sparks: 'ANY_VALUE({1}, TRUE)',
    all: 'ANY_VALUE({1})',
    differs: {
      snowflake: 'It can give NULL although other rows have a value; DuckDB gives a value.',
      bigquery: 'It can give NULL although other rows have a value; DuckDB gives a value.',
      postgresql: 'It needs PostgreSQL 16.',
    },
  },
  ...named('first arbitrary', {
    sparks: (call) => first(call, undefined, 'FIRST({1})'),
    snowflake: (call) => first(call, 'GET(ARRAY_AGG({1}){within}, 0)', 'ANY_VALUE({1})'),
    bigquery: (call) => first(call, 'ARRAY_AGG({1}{order} LIMIT 1)[SAFE_OFFSET(0)]', 'ANY_VALUE({1})'),
    redshift: (call) => first(call, undefined, 'ANY_VALUE({1})'),
    postgresql: (call) => first(call, '(ARRAY_AGG({1}{order}))[1]', '(ARRAY_AGG({1}))[1]'),
    trino: (call) => first(call, 'ELEMENT_AT(ARRAY_AGG({1}{order}), 1)', 'ARBITRARY({1})'),
    differs: { snowflake: 'It leaves NULL out, and gives a VARIANT.' },
  }),
  last: {
    sparks: (call) => first(call, undefined, 'LAST({1})'),
    postgresql: (call) => first(call, '(ARRAY_AGG({1}{order}))[COUNT(*)]', '(ARRAY_AGG({1}))[COUNT(*)]'),
    trino: (call) => first(call, 'ELEMENT_AT(ARRAY_AGG({1}{order}), -1)', 'ELEMENT_AT(ARRAY_AGG({1}), -1)'),
    instead: 'take the first value in the order turned round',
  },
  ...named('arg_max argmax max_by arg_max_null', byKey('MAX_BY')),
  ...named('arg_min argmin min_by arg_min_null', byKey('MIN_BY')),
  ...named('list array_agg', {
    sparks: 'COLLECT_LIST({distinct}{1})',
    snowflake: 'ARRAY_AGG({distinct}{1}){within}',
    bigquery: 'ARRAY_AGG({distinct}{1}{order})',
    postgresql: 'ARRAY_AGG({distinct}{1}{order})',
    trino: 'ARRAY_AGG({distinct}{1}{order})',
    instead: 'use LISTAGG for a text',
    differs: {
      sparks: unordered,
      snowflake: 'NULL is left out.',
      bigquery: 'A result with a NULL in it fails there: filter it out.',
    },
  }),
  ...named('string_agg listagg group_concat', textJoin),
  ...named('count_if countif', {
    all: 'COUNT_IF({1})',
    bigquery: 'COUNTIF({1})',
    redshift: 'COUNT(CASE WHEN {1} THEN 1 END)',
    postgresql: 'COUNT(CASE WHEN {1} THEN 1 END)',
  }),
  bool_and: { all: 'BOOL_AND({1})', snowflake: 'BOOLAND_AGG({1})', bigquery: 'LOGICAL_AND({1})' },
  bool_or: { all: 'BOOL_OR({1})', snowflake: 'BOOLOR_AGG({1})', bigquery: 'LOGICAL_OR({1})' },
  bit_and: { all: 'BIT_AND({1})', snowflake: 'BITAND_AGG({1})', trino: 'BITWISE_AND_AGG({1})' },
  bit_or: { all: 'BIT_OR({1})', snowflake: 'BITOR_AGG({1})', trino: 'BITWISE_OR_AGG({1})' },
  bit_xor: { all: 'BIT_XOR({1})', snowflake: 'BITXOR_AGG({1})', redshift: null, trino: 'BITWISE_XOR_AGG({1})' },
  median: {
    sparks: 'MEDIAN({1})',
    snowflake: 'MEDIAN({1})',
    redshift: 'MEDIAN({1})',
    postgresql: 'PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {1})',
    bigquery: 'APPROX_QUANTILES({1}, 2)[OFFSET(1)]',
    trino: 'APPROX_PERCENTILE({1}, 0.5)',
    differs: { bigquery: approximate, trino: approximate },
  },
  quantile_cont: quantile('CONT'),
  ...named('quantile_disc quantile', quantile('DISC')),
  percentile_cont: percentile('CONT'),
  percentile_disc: percentile('DISC'),
  mode: {
    sparks: 'MODE({1})',
    snowflake: 'MODE({1})',
    postgresql: 'MODE() WITHIN GROUP (ORDER BY {1})',
    bigquery: 'APPROX_TOP_COUNT({1}, 1)[OFFSET(0)].value',
    instead: 'count the values in a subquery and take the first',
    differs: { bigquery: approximate },
  },
  approx_count_distinct: {
    all: 'APPROX_COUNT_DISTINCT({1})',
    redshift: 'APPROXIMATE COUNT(DISTINCT {1})',
    postgresql: 'COUNT(DISTINCT {1})',
    trino: 'APPROX_DISTINCT({1})',
  },
  approx_quantile: {
    all: 'APPROX_PERCENTILE({1}, {2})',
    bigquery: 'APPROX_QUANTILES({1}, 1000)[OFFSET(CAST(1000 * {(2)} AS INT64))]',
    redshift: 'APPROXIMATE PERCENTILE_DISC({2}) WITHIN GROUP (ORDER BY {1})',
    postgresql: 'PERCENTILE_CONT({2}) WITHIN GROUP (ORDER BY {1})',
  },
  ...same('stddev_samp', 'stddev_pop', 'var_samp', 'var_pop'),
  stddev: { all: 'STDDEV_SAMP({1})' },
  variance: { all: 'VAR_SAMP({1})' },
  ...Object.fromEntries(
    ['corr', 'covar_pop', 'covar_samp'].map((name): [string, Rule] => [
      name,
      { all: `${name.toUpperCase()}({1}, {2})`, redshift: null, instead: 'compute it from sums', blank: 1 },
    ]),
  ),
  ...Object.fromEntries(
    regressions.map((name): [string, Rule] => [
      name,
      {
        all: `${name.toUpperCase()}({1}, {2})`,
        bigquery: null,
        redshift: null,
        trino: /slope|intercept/.test(name) ? `${name.toUpperCase()}({1}, {2})` : null,
        instead: 'compute it from sums',
      },
    ]),
  ),
  skewness: {
    sparks: 'SKEWNESS({1})',
    snowflake: 'SKEW({1})',
    trino: 'SKEWNESS({1})',
    instead: 'compute it from sums of powers',
    differs: {
      sparks: 'It is the skewness of the rows themselves; DuckDB corrects for a sample.',
      trino: 'It is the skewness of the rows themselves; DuckDB corrects for a sample.',
    },
  },
  kurtosis: {
    sparks: 'KURTOSIS({1})',
    snowflake: 'KURTOSIS({1})',
    trino: 'KURTOSIS({1})',
    instead: 'compute it from sums of powers',
    differs: { sparks: 'It is the kurtosis of the rows themselves; DuckDB corrects for a sample.' },
  },
  ...named('geomean geometric_mean', { all: 'EXP(AVG(LN({1})))', trino: 'GEOMETRIC_MEAN({1})' }),
  ...named('histogram map_agg', { trino: 'HISTOGRAM({1})', instead: 'count the values with GROUP BY' }),
  ...named(
    'mad entropy product kurtosis_pop skewness_pop sem reservoir_quantile approx_top_k bitstring_agg weighted_avg',
    { instead: 'compute it from sums, or from ranks in a subquery' },
  ),
  grouping: { all: 'GROUPING({1})' },
  grouping_id: {
    all: 'GROUPING_ID({*})',
    postgresql: 'GROUPING({*})',
    trino: 'GROUPING({*})',
    bigquery: null,
  },
});
