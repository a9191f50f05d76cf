import type { Rule } from '../rule.ts';
import { lateralViews } from './lateral-views.ts';
import { queriesByKey } from './queries-by-key.ts';
import { frames, made, query } from './query-rule.ts';

/** Whole queries; rows are compared in their order where the kind begins with “ordered”. */
export const queryRules: readonly Rule[] = [
  ...queriesByKey,
  ...lateralViews,
  query(
    'explode of a map',
    ['MAP<STRING, INT>'],
    'SELECT id, made_key, made_value FROM t LATERAL VIEW explode({0}) made AS made_key, made_value',
    `SELECT id, list_extract(map_keys(v), i) AS made_key, list_extract(map_values(v), i) AS made_value FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(map_keys(v))`,
  ),
  query(
    'inline',
    ['ARRAY<STRUCT<a: INT, b: STRING>>'],
    'SELECT id, made_a, made_b FROM t LATERAL VIEW inline({0}) made AS made_a, made_b',
    `SELECT id, struct_extract(list_extract(v, i), 'a') AS made_a, struct_extract(list_extract(v, i), 'b') AS made_b FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(v)`,
  ),
  query('WHERE', ['BOOLEAN'], 'SELECT id FROM t WHERE {0}', `SELECT id FROM ${made('c')} WHERE coalesce(c, FALSE)`),
  query(
    'WHERE NOT',
    ['BOOLEAN'],
    'SELECT id FROM t WHERE NOT ({0})',
    `SELECT id FROM ${made('c')} WHERE NOT coalesce(c, TRUE)`,
  ),
  query(
    'FILTER',
    ['BOOLEAN', 'INT', 'BOOLEAN'],
    'SELECT count(*) FILTER (WHERE {0}) AS a, max({1}) FILTER (WHERE {0}) AS b, count_if({2}) AS c, bool_or({2}) AS d, bool_and({2}) AS e FROM t',
    `SELECT CAST(coalesce(sum(CASE WHEN c THEN 1 END), 0) AS BIGINT) AS a, max(CASE WHEN c THEN v END) AS b, CAST(coalesce(sum(CASE WHEN p2 THEN 1 END), 0) AS BIGINT) AS c, max(CAST(p2 AS INTEGER)) = 1 AS d, min(CAST(p2 AS INTEGER)) = 1 AS e FROM ${made('c', 'v', 'p2')}`,
  ),
  query(
    'aggregates of nothing',
    ['INT', 'STRING'],
    'SELECT count({0}) AS a, sum({0}) AS b, max({1}) AS c, collect_list({1}) AS d FROM t WHERE false',
    'SELECT 0::BIGINT AS a, NULL::BIGINT AS b, NULL::VARCHAR AS c, []::VARCHAR[] AS d',
  ),
  query(
    'avg',
    ['SMALL', 'BOOLEAN'],
    'SELECT {1} AS a, avg({0}) AS b, sum({0}) AS c FROM t GROUP BY {1}',
    `SELECT g AS a, CAST(sum(v) AS DOUBLE) / count(v) AS b, CAST(sum(v) AS BIGINT) AS c FROM ${made('v', 'g')} GROUP BY g`,
  ),
  query(
    'collect_set',
    ['INT', 'BOOLEAN'],
    'SELECT {1} AS a, sort_array(collect_set({0})) AS b, size(collect_list({0})) AS c FROM t GROUP BY {1}',
    `SELECT g AS a, coalesce(list_sort(list(DISTINCT v) FILTER (WHERE v IS NOT NULL)), []) AS b, CAST(count(v) AS INTEGER) AS c FROM ${made('v', 'g')} GROUP BY g`,
  ),
  query(
    'max_by',
    ['STRING', 'BOOLEAN'],
    'SELECT {1} AS a, max_by({0}, id) AS b, min_by({0}, id) AS c FROM t GROUP BY {1}',
    `SELECT g AS a, list_extract(list(v ORDER BY id DESC), 1) AS b, list_extract(list(v ORDER BY id), 1) AS c FROM ${made('v', 'g')} GROUP BY g`,
  ),
  query(
    'ROLLUP',
    ['BOOLEAN', 'BOOLEAN'],
    'SELECT g, h, count(*) AS c FROM (SELECT {0} AS g, {1} AS h FROM t) GROUP BY ROLLUP (g, h)',
    'WITH v AS (SELECT {0} AS g, {1} AS h FROM t) SELECT g, h, count(*) AS c FROM v GROUP BY g, h UNION ALL SELECT g, NULL, count(*) FROM v GROUP BY g UNION ALL SELECT NULL, NULL, count(*) FROM v',
  ),
  query(
    'WITH CUBE',
    ['BOOLEAN', 'BOOLEAN'],
    'SELECT g, h, count(*) AS c FROM (SELECT {0} AS g, {1} AS h FROM t) GROUP BY g, h WITH CUBE',
    'WITH v AS (SELECT {0} AS g, {1} AS h FROM t) SELECT g, h, count(*) AS c FROM v GROUP BY g, h UNION ALL SELECT g, NULL, count(*) FROM v GROUP BY g UNION ALL SELECT NULL, h, count(*) FROM v GROUP BY h UNION ALL SELECT NULL, NULL, count(*) FROM v',
  ),
  query(
    'sum over a frame',
    ['SMALL', 'BOOLEAN', frames],
    'SELECT id, sum({0}) OVER (PARTITION BY {1} ORDER BY id {2}) AS a, count({0}) OVER (PARTITION BY {1} ORDER BY id {2}) AS b FROM t',
    `SELECT id, CAST(sum(v) OVER (PARTITION BY g ORDER BY id {2}) AS BIGINT) AS a, count(v) OVER (PARTITION BY g ORDER BY id {2}) AS b FROM ${made('v', 'g')}`,
  ),
  query(
    'sum over peers',
    ['SMALL', 'SMALL'],
    'SELECT id, sum({0}) OVER (ORDER BY {1}) AS a, max({0}) OVER (ORDER BY {1} DESC) AS b FROM t',
    `WITH v AS ${made('v', 'o')} SELECT id, (SELECT CAST(sum(v) AS BIGINT) FROM v w WHERE w.o <= v.o OR w.o IS NULL) AS a, (SELECT max(v) FROM v w WHERE w.o >= v.o OR v.o IS NULL) AS b FROM v`,
  ),
  query(
    'ntile',
    ['INT'],
    'SELECT id, ntile(3) OVER (ORDER BY {0}, id) AS a FROM t',
    `SELECT id, CAST(ntile(3) OVER (ORDER BY v NULLS FIRST, id) AS INTEGER) AS a FROM ${made('v')}`,
  ),
  query(
    'RANGE',
    ['SMALL', 'SMALL'],
    'SELECT id, count({0}) OVER (ORDER BY {1} RANGE BETWEEN 2 PRECEDING AND 1 FOLLOWING) AS a FROM t',
    `WITH v AS ${made('v', 'o')} SELECT id, (SELECT count(v) FROM v w WHERE w.o BETWEEN v.o - 2 AND v.o + 1 OR w.o IS NULL AND v.o IS NULL) AS a FROM v`,
  ),
  query(
    'QUALIFY',
    ['BOOLEAN', 'INT'],
    'SELECT id, {1} AS a FROM t QUALIFY row_number() OVER (PARTITION BY {0} ORDER BY {1} DESC, id) = 1',
    `SELECT id, v AS a FROM (SELECT *, row_number() OVER (PARTITION BY g ORDER BY v DESC NULLS LAST, id) AS r FROM ${made('g', 'v')}) WHERE r = 1`,
  ),
  query(
    'scalar query',
    ['INT', 'SMALL'],
    'SELECT id, (SELECT max({0}) FROM t) AS a, (SELECT count(*) FROM t other WHERE other.n = t.n) + {1} AS b FROM t',
    'SELECT id, (SELECT max({0}) FROM t) AS a, (SELECT count(*) FROM t o WHERE o.n = t.n) + {1} AS b FROM t',
  ),
  query(
    'WITH',
    ['INT', 'BOOLEAN'],
    'WITH a AS (SELECT id, {0} AS v FROM t WHERE {1}), b AS (SELECT v, count(*) AS c FROM a GROUP BY v) SELECT a.id, b.c FROM a JOIN b ON a.v = b.v',
    `WITH a AS (SELECT id, v FROM ${made('v', 'c')} WHERE c) SELECT id, (SELECT count(*) FROM a b WHERE b.v = a.v) AS c FROM a WHERE v IS NOT NULL`,
  ),
  query(
    'UNION ALL of types',
    ['INT', 'DOUBLE'],
    'SELECT {0} AS a FROM t UNION ALL SELECT {1} AS made FROM t',
    'SELECT CAST({0} AS DOUBLE) AS a FROM t UNION ALL SELECT {1} AS made FROM t',
  ),
  query(
    'UNION ALL of texts',
    ['STRING', 'INT'],
    'SELECT {0} AS a FROM t UNION ALL SELECT {1} AS made FROM t',
    'SELECT {0} AS a FROM t UNION ALL SELECT CAST({1} AS VARCHAR) FROM t',
  ),
  query(
    'UNION ALL of times',
    ['DATE', 'TIMESTAMP'],
    'SELECT {0} AS a FROM t UNION ALL SELECT {1} AS made FROM t',
    'SELECT CAST({0} AS TIMESTAMP) AS a FROM t UNION ALL SELECT {1} AS made FROM t',
  ),
  query(
    'count of several',
    ['INT', 'STRING'],
    'SELECT count(DISTINCT {0}, {1}) AS a FROM t',
    'SELECT count(*) AS a FROM (SELECT DISTINCT v, w FROM (SELECT {0} AS v, {1} AS w FROM t) WHERE v IS NOT NULL AND w IS NOT NULL)',
  ),
];
