import { lambdaPart } from '../template.ts';
import { listLength } from './text.ts';
import { named, type Rules, type Said } from './rule.ts';

/** The parameters of a lambda by its place among the arguments. */
const parameters = (call: Said, at: number) => lambdaPart(call.arguments[at] ?? '', 'name').split(',').length;

const one =
  (template: string, at = 1) =>
  (call: Said) =>
    parameters(call, at) === 1 ? template : undefined;

const variant = 'Its items are of the type VARIANT: cast what you read out of it.';

const reduced = (start: string, list: string) => (call: Said) => {
  if (call.arguments.length !== (start === '{3}' ? 3 : 2) || parameters(call, 1) !== 2) return undefined;
  const finish = call.target === 'trino' ? ', result -> result' : '';
  return `${call.target === 'spark' || call.target === 'databricks' ? 'AGGREGATE' : 'REDUCE'}(${list}, ${start}, {2}${finish})`;
};

/** Functions of lists that take lambdas; BigQuery and PostgreSQL say them as queries over the items. */
const lambdas: Rules = {
  ...named('list_transform list_apply array_transform array_apply apply', {
    sparks: one('TRANSFORM({1}, {2})'),
    snowflake: one('TRANSFORM({1}, {2})'),
    trino: one('TRANSFORM({1}, {2})'),
    bigquery: one('ARRAY(SELECT {2.body} FROM UNNEST({1}) AS {2.name} WITH OFFSET AS place ORDER BY place)'),
    postgresql: one('ARRAY(SELECT {2.body} FROM UNNEST({1}) WITH ORDINALITY AS items({2.name}, place) ORDER BY place)'),
    instead: 'unnest the list and collect it again',
    differs: { snowflake: variant },
  }),
  ...named('list_filter array_filter filter', {
    sparks: one('FILTER({1}, {2})'),
    snowflake: one('FILTER({1}, {2})'),
    trino: one('FILTER({1}, {2})'),
    bigquery: one(
      'ARRAY(SELECT {2.name} FROM UNNEST({1}) AS {2.name} WITH OFFSET AS place WHERE {2.body} ORDER BY place)',
    ),
    postgresql: one(
      'ARRAY(SELECT {2.name} FROM UNNEST({1}) WITH ORDINALITY AS items({2.name}, place) WHERE {2.body} ORDER BY place)',
    ),
    instead: 'unnest the list and collect it again',
    differs: { snowflake: variant },
  }),
  ...named('list_reduce array_reduce reduce', {
    sparks: (call) =>
      reduced('{3}', '{1}')(call) ??
      reduced('ELEMENT_AT({1}, 1)', 'SLICE({1}, 2, GREATEST(CARDINALITY({1}) - 1, 0))')(call),
    trino: (call) =>
      reduced('{3}', '{1}')(call) ??
      reduced('ELEMENT_AT({1}, 1)', 'SLICE({1}, 2, GREATEST(CARDINALITY({1}) - 1, 0))')(call),
    snowflake: reduced('{3}', '{1}'),
    instead: 'unnest the list and use an aggregate',
  }),
  comprehension: {
    sparks: ['TRANSFORM({2}, {1})', 'TRANSFORM(FILTER({2}, {3}), {1})'],
    snowflake: ['TRANSFORM({2}, {1})', 'TRANSFORM(FILTER({2}, {3}), {1})'],
    trino: ['TRANSFORM({2}, {1})', 'TRANSFORM(FILTER({2}, {3}), {1})'],
    bigquery: [
      'ARRAY(SELECT {1.body} FROM UNNEST({2}) AS {1.name} WITH OFFSET AS place ORDER BY place)',
      'ARRAY(SELECT {1.body} FROM UNNEST({2}) AS {1.name} WITH OFFSET AS place WHERE {3.body} ORDER BY place)',
    ],
    postgresql: [
      'ARRAY(SELECT {1.body} FROM UNNEST({2}) WITH ORDINALITY AS items({1.name}, place) ORDER BY place)',
      'ARRAY(SELECT {1.body} FROM UNNEST({2}) WITH ORDINALITY AS items({1.name}, place) WHERE {3.body} ORDER BY place)',
    ],
    instead: 'unnest the list and collect it again',
    differs: { snowflake: variant },
  },
};

const over = (aggregate: string) => ({
  bigquery: `(SELECT ${aggregate}(item) FROM UNNEST({1}) AS item)`,
  postgresql: `(SELECT ${aggregate}(item) FROM UNNEST({1}) AS item)`,
});

const filled = 'FILTER({1}, item -> item IS NOT NULL)';
const emptySum = 'An empty list gives 0 there, NULL in DuckDB.';

/** The sum of a list's items, with NULL left out. */
const sums = {
  sparks: `AGGREGATE(${filled}, CAST(0 AS DOUBLE), (total, item) -> total + item)`,
  snowflake: `REDUCE(${filled}, 0, (total, item) -> total + item)`,
  trino: `REDUCE(${filled}, CAST(0 AS DOUBLE), (total, item) -> total + item, total -> total)`,
};
const average = (sum: string, size: string) => `(${sum} / NULLIF(${size}(${filled}), 0))`;

/** Functions of lists. */
export const listRules: Rules = {
  ...lambdas,
  unnest: { sparks: ['EXPLODE({1})'], instead: 'unnest it in FROM' },
  ...named('list_value list_pack array_value', {
    sparks: 'ARRAY({*})',
    snowflake: '[{*}]',
    bigquery: '[{*}]',
    redshift: 'ARRAY({*})',
    postgresql: 'ARRAY[{*}]',
    trino: 'ARRAY[{*}]',
  }),
  ...named('array_length cardinality', {
    all: (call) => (call.arguments.length === 1 ? listLength[call.target] : undefined),
  }),
  ...named('list_contains list_has array_contains array_has', {
    sparks: 'ARRAY_CONTAINS({1}, {2})',
    snowflake: 'ARRAY_CONTAINS({2}::VARIANT, {1})',
    bigquery: '({(2)} IN UNNEST({1}))',
    postgresql: '({(2)} = ANY({1}))',
    trino: 'CONTAINS({1}, {2})',
    redshift: 'ARRAY_CONTAINS({1}, {2})',
  }),
  ...named('list_position list_indexof array_position array_indexof', {
    sparks: 'NULLIF(ARRAY_POSITION({1}, {2}), 0)',
    snowflake: '(ARRAY_POSITION({2}::VARIANT, {1}) + 1)',
    bigquery: '(SELECT MIN(place) + 1 FROM UNNEST({1}) AS item WITH OFFSET AS place WHERE item = {2})',
    postgresql: 'ARRAY_POSITION({1}, {2})',
    trino: 'NULLIF(ARRAY_POSITION({1}, {2}), 0)',
    redshift: '(ARRAY_POSITION({1}, {2}) + 1)',
  }),
  ...named('list_distinct array_distinct', {
    sparks: 'FILTER(ARRAY_DISTINCT({1}), item -> item IS NOT NULL)',
    snowflake: 'ARRAY_DISTINCT(ARRAY_COMPACT({1}))',
    bigquery: 'ARRAY(SELECT DISTINCT item FROM UNNEST({1}) AS item WHERE item IS NOT NULL)',
    postgresql: 'ARRAY(SELECT DISTINCT item FROM UNNEST({1}) AS item WHERE item IS NOT NULL)',
    trino: 'FILTER(ARRAY_DISTINCT({1}), item -> item IS NOT NULL)',
    redshift: 'ARRAY_DISTINCT({1})',
  }),
  ...named('list_unique array_unique', {
    sparks: 'CARDINALITY(FILTER(ARRAY_DISTINCT({1}), item -> item IS NOT NULL))',
    snowflake: 'ARRAY_SIZE(ARRAY_DISTINCT(ARRAY_COMPACT({1})))',
    bigquery: '(SELECT COUNT(DISTINCT item) FROM UNNEST({1}) AS item)',
    postgresql: '(SELECT COUNT(DISTINCT item) FROM UNNEST({1}) AS item)',
    trino: 'CARDINALITY(FILTER(ARRAY_DISTINCT({1}), item -> item IS NOT NULL))',
  }),
  ...named('list_sort array_sort', {
    sparks: ['SORT_ARRAY({1})'],
    snowflake: ['ARRAY_SORT({1}, TRUE, TRUE)'],
    bigquery: ['ARRAY(SELECT item FROM UNNEST({1}) AS item ORDER BY item)'],
    postgresql: ['ARRAY(SELECT item FROM UNNEST({1}) AS item ORDER BY item NULLS FIRST)'],
    trino: ['ARRAY_SORT({1})'],
    differs: { trino: 'NULL comes last there, first in DuckDB.' },
  }),
  ...named('list_reverse_sort array_reverse_sort', {
    sparks: ['SORT_ARRAY({1}, FALSE)'],
    snowflake: ['ARRAY_SORT({1}, FALSE, TRUE)'],
    bigquery: ['ARRAY(SELECT item FROM UNNEST({1}) AS item ORDER BY item DESC)'],
    postgresql: ['ARRAY(SELECT item FROM UNNEST({1}) AS item ORDER BY item DESC)'],
    trino: ['REVERSE(ARRAY_SORT({1}))'],
  }),
  ...named('list_reverse array_reverse', {
    sparks: 'REVERSE({1})',
    bigquery: 'ARRAY_REVERSE({1})',
    snowflake: 'ARRAY_REVERSE({1})',
    trino: 'REVERSE({1})',
  }),
  list_sum: { ...over('SUM'), ...sums, differs: { sparks: emptySum, snowflake: emptySum, trino: emptySum } },
  list_avg: {
    ...over('AVG'),
    sparks: average(sums.sparks, 'CARDINALITY'),
    snowflake: average(sums.snowflake, 'ARRAY_SIZE'),
    trino: average(sums.trino, 'CARDINALITY'),
  },
  ...named('list_min', {
    ...over('MIN'),
    sparks: 'ARRAY_MIN({1})',
    trino: 'ARRAY_MIN({1})',
    snowflake: 'ARRAY_MIN({1})',
  }),
  ...named('list_max', {
    ...over('MAX'),
    sparks: 'ARRAY_MAX({1})',
    trino: 'ARRAY_MAX({1})',
    snowflake: 'ARRAY_MAX({1})',
  }),
  ...named('list_count', {
    ...over('COUNT'),
    sparks: 'CARDINALITY(FILTER({1}, item -> item IS NOT NULL))',
    trino: 'CARDINALITY(FILTER({1}, item -> item IS NOT NULL))',
    snowflake: 'ARRAY_SIZE(ARRAY_COMPACT({1}))',
  }),
  ...named('list_concat list_cat array_concat array_cat', {
    sparks: 'CONCAT({*})',
    snowflake: 'ARRAY_CAT({1}, {2})',
    bigquery: 'ARRAY_CONCAT({*})',
    redshift: 'ARRAY_CONCAT({1}, {2})',
    postgresql: 'ARRAY_CAT({1}, {2})',
    trino: 'CONCAT({*})',
  }),
  ...named('list_append array_append array_push_back', {
    sparks: 'ARRAY_APPEND({1}, {2})',
    snowflake: 'ARRAY_APPEND({1}, {2})',
    bigquery: 'ARRAY_CONCAT({1}, [{2}])',
    redshift: 'ARRAY_CONCAT({1}, ARRAY({2}))',
    postgresql: 'ARRAY_APPEND({1}, {2})',
    trino: 'CONCAT({1}, ARRAY[{2}])',
  }),
  ...named('list_prepend array_prepend', {
    sparks: 'ARRAY_PREPEND({2}, {1})',
    snowflake: 'ARRAY_PREPEND({2}, {1})',
    bigquery: 'ARRAY_CONCAT([{1}], {2})',
    redshift: 'ARRAY_CONCAT(ARRAY({1}), {2})',
    postgresql: 'ARRAY_PREPEND({1}, {2})',
    trino: 'CONCAT(ARRAY[{1}], {2})',
  }),
  ...named('list_intersect array_intersect', {
    sparks: 'ARRAY_INTERSECT({1}, {2})',
    snowflake: 'ARRAY_INTERSECTION({1}, {2})',
    trino: 'ARRAY_INTERSECT({1}, {2})',
    bigquery: 'ARRAY(SELECT item FROM UNNEST({1}) AS item INTERSECT DISTINCT SELECT item FROM UNNEST({2}) AS item)',
    postgresql: 'ARRAY(SELECT UNNEST({1}) INTERSECT SELECT UNNEST({2}))',
  }),
  ...named('list_has_any array_has_any', {
    sparks: 'ARRAYS_OVERLAP({1}, {2})',
    snowflake: 'ARRAYS_OVERLAP({1}, {2})',
    postgresql: '({(1)} && {(2)})',
    trino: 'ARRAYS_OVERLAP({1}, {2})',
    bigquery: 'EXISTS(SELECT 1 FROM UNNEST({1}) AS item WHERE item IN UNNEST({2}))',
  }),
  ...named('list_has_all array_has_all', {
    sparks: '(CARDINALITY(ARRAY_EXCEPT({2}, {1})) = 0)',
    snowflake: '(ARRAY_SIZE(ARRAY_EXCEPT({2}, {1})) = 0)',
    postgresql: '({(1)} @> {(2)})',
    trino: '(CARDINALITY(ARRAY_EXCEPT({2}, {1})) = 0)',
    bigquery: 'NOT EXISTS(SELECT 1 FROM UNNEST({2}) AS item WHERE item NOT IN UNNEST({1}))',
  }),
  ...named('array_to_string list_to_string', {
    sparks: 'ARRAY_JOIN({1}, {2})',
    snowflake: 'ARRAY_TO_STRING({1}, {2})',
    bigquery: 'ARRAY_TO_STRING({1}, {2})',
    redshift: 'ARRAY_TO_STRING({1}, {2})',
    postgresql: 'ARRAY_TO_STRING({1}, {2})',
    trino: 'ARRAY_JOIN({1}, {2})',
  }),
  flatten: {
    sparks: 'FLATTEN({1})',
    snowflake: 'ARRAY_FLATTEN({1})',
    redshift: 'ARRAY_FLATTEN({1})',
    trino: 'FLATTEN({1})',
  },
  ...named('list_zip array_zip', { sparks: 'ARRAYS_ZIP({1}, {2})', trino: 'ZIP({1}, {2})' }),
  ...named('range', {
    sparks: ['SEQUENCE(0, {1-1})', 'SEQUENCE({1}, {2-1})'],
    snowflake: ['ARRAY_GENERATE_RANGE(0, {1})', 'ARRAY_GENERATE_RANGE({*})'],
    bigquery: ['GENERATE_ARRAY(0, {1-1})', 'GENERATE_ARRAY({1}, {2-1})'],
    postgresql: ['ARRAY(SELECT GENERATE_SERIES(0, {1-1}))', 'ARRAY(SELECT GENERATE_SERIES({1}, {2-1}))'],
    trino: ['SEQUENCE(0, {1-1})', 'SEQUENCE({1}, {2-1})'],
    differs: { sparks: 'An empty range counts downwards there.', trino: 'An empty range counts downwards there.' },
  }),
  generate_series: {
    sparks: ['SEQUENCE({1}, {2})', 'SEQUENCE({1}, {2}, {3})'],
    snowflake: ['ARRAY_GENERATE_RANGE({1}, {2+1})'],
    bigquery: ['GENERATE_ARRAY({*})'],
    postgresql: ['ARRAY(SELECT GENERATE_SERIES({*}))'],
    trino: ['SEQUENCE({*})'],
  },
  ...named('list_aggregate array_aggregate list_aggr array_aggr aggregate', {
    instead: 'unnest the list and use the aggregate',
  }),
  ...named(
    'list_grade_up list_resize list_select list_where list_any_value list_median list_mode list_stddev_pop list_first list_last list_string_agg list_product list_cosine_similarity list_dot_product list_distance',
    { instead: 'unnest the list and compute it there' },
  ),
};
