import { one, type Rule } from '../rule.ts';
import type { ValueType } from '../value-types.ts';
import { frames, made, query, sides } from './query-rule.ts';

const keys: readonly ValueType[] = [
  'BIGINT',
  'STRING',
  'DATE',
  'BOOLEAN',
  'DOUBLE',
  'DECIMAL(10,2)',
  'TIMESTAMP',
  'ARRAY<INT>',
];

/** Queries over keys of every type that can be compared. */
export const queriesByKey = keys.flatMap((key): readonly Rule[] => [
  query(
    'GROUP BY',
    [key, 'SMALL'],
    'SELECT {0} AS a, count(*) AS b, sum({1}) AS c, min({1}) AS d, count(DISTINCT {1}) AS e FROM t GROUP BY {0}',
    `SELECT g AS a, count(*) AS b, CAST(sum(v) AS BIGINT) AS c, min(v) AS d, count(DISTINCT v) AS e FROM ${made('g', 'v')} GROUP BY g`,
  ),
  query(
    'GROUP BY alias',
    [key],
    'SELECT {0} AS made_key, max(id) AS b FROM t GROUP BY made_key',
    `SELECT g AS made_key, max(id) AS b FROM ${made('g')} GROUP BY g`,
  ),
  query(
    'GROUP BY place, HAVING',
    [key],
    'SELECT {0} AS a, count(*) AS b FROM t GROUP BY 1 HAVING count(*) > 1',
    `SELECT * FROM (SELECT g AS a, count(*) AS b FROM ${made('g')} GROUP BY g) WHERE b > 1`,
  ),
  query(
    'DISTINCT',
    [key, 'BOOLEAN'],
    'SELECT DISTINCT {0} AS a, {1} AS b FROM t',
    `SELECT a, b FROM ${made('a', 'b')} GROUP BY a, b`,
  ),
  query(
    'ordered ORDER BY',
    [key, sides],
    'SELECT id, {0} AS a FROM t ORDER BY {0} {1}, id',
    `SELECT id, a FROM ${made('a')} ORDER BY a {1}, id`,
  ),
  query(
    'ordered ORDER BY alias LIMIT',
    [key, sides],
    'SELECT id, {0} AS made_value FROM t ORDER BY made_value {1}, id DESC LIMIT 7 OFFSET 2',
    `SELECT id, a AS made_value FROM ${made('a')} ORDER BY a {1}, id DESC LIMIT 7 OFFSET 2`,
  ),
  query(
    'UNION',
    [key, key],
    'SELECT {0} AS a FROM t UNION SELECT {1} AS made FROM t',
    'SELECT DISTINCT a FROM (SELECT {0} AS a FROM t UNION ALL SELECT {1} AS made FROM t)',
  ),
  query(
    'INTERSECT',
    [key, key],
    'SELECT {0} AS a FROM t INTERSECT SELECT {1} AS made FROM t',
    `SELECT DISTINCT a FROM ${made('a')} x WHERE EXISTS (SELECT 1 FROM (SELECT {1} AS b FROM t) y WHERE y.b IS NOT DISTINCT FROM x.a)`,
  ),
  query(
    'EXCEPT',
    [key, key, one('EXCEPT', 'MINUS')],
    'SELECT {0} AS a FROM t {2} SELECT {1} AS made FROM t',
    `SELECT DISTINCT a FROM ${made('a')} x WHERE NOT EXISTS (SELECT 1 FROM (SELECT {1} AS b FROM t) y WHERE y.b IS NOT DISTINCT FROM x.a)`,
  ),
  query(
    'ranks',
    [key, sides],
    'SELECT id, rank() OVER (ORDER BY {0} {1}) AS a, dense_rank() OVER (ORDER BY {0} {1}) AS b, row_number() OVER (PARTITION BY {0} ORDER BY id) AS c FROM t',
    `SELECT id, CAST(rank() OVER (ORDER BY v {1}) AS INTEGER) AS a, CAST(dense_rank() OVER (ORDER BY v {1}) AS INTEGER) AS b, CAST(row_number() OVER (PARTITION BY v ORDER BY id) AS INTEGER) AS c FROM ${made('v')}`,
  ),
  query(
    'lag, lead',
    [key, 'BOOLEAN', sides],
    'SELECT id, lag({0}) OVER (PARTITION BY {1} ORDER BY id {2}) AS a, lead({0}, 2) OVER (PARTITION BY {1} ORDER BY id {2}) AS b FROM t',
    `SELECT id, lag(v) OVER (PARTITION BY g ORDER BY id {2}) AS a, lead(v, 2) OVER (PARTITION BY g ORDER BY id {2}) AS b FROM ${made('v', 'g')}`,
  ),
  query(
    'first, last of a frame',
    [key, 'BOOLEAN', frames],
    'SELECT id, first_value({0}) OVER (PARTITION BY {1} ORDER BY id {2}) AS a, last_value({0}) IGNORE NULLS OVER (PARTITION BY {1} ORDER BY id {2}) AS b FROM t',
    `SELECT id, first_value(v) OVER (PARTITION BY g ORDER BY id {2}) AS a, last_value(v IGNORE NULLS) OVER (PARTITION BY g ORDER BY id {2}) AS b FROM ${made('v', 'g')}`,
  ),
  query(
    'LEFT SEMI JOIN',
    [key, key],
    'SELECT a.id FROM (SELECT id, {0} AS v FROM t) a LEFT SEMI JOIN (SELECT id, {1} AS w FROM t) b ON a.v = b.w',
    'SELECT a.id FROM (SELECT id, {0} AS v FROM t) a WHERE EXISTS (SELECT 1 FROM (SELECT {1} AS w FROM t) b WHERE b.w = a.v)',
  ),
  query(
    'LEFT ANTI JOIN',
    [key, key],
    'SELECT a.id FROM (SELECT id, {0} AS v FROM t) a LEFT ANTI JOIN (SELECT id, {1} AS w FROM t) b ON a.v = b.w',
    'SELECT a.id FROM (SELECT id, {0} AS v FROM t) a WHERE NOT EXISTS (SELECT 1 FROM (SELECT {1} AS w FROM t) b WHERE b.w = a.v)',
  ),
  query(
    'JOIN <=>',
    [key, key],
    'SELECT a.id, b.id AS other FROM (SELECT id, {0} AS v FROM t) a JOIN (SELECT id, {1} AS w FROM t) b ON a.v <=> b.w',
    'SELECT a.id, b.id AS other FROM (SELECT id, {0} AS v FROM t) a, (SELECT id, {1} AS w FROM t) b WHERE a.v = b.w OR a.v IS NULL AND b.w IS NULL',
  ),
  query(
    'LEFT JOIN',
    [key, key, 'BOOLEAN'],
    'SELECT a.id, b.id AS other FROM (SELECT id, {0} AS v, {2} AS c FROM t) a LEFT JOIN (SELECT id, {1} AS w FROM t) b ON a.v = b.w AND a.c',
    'WITH a AS (SELECT id, {0} AS v, {2} AS c FROM t), b AS (SELECT id, {1} AS w FROM t) SELECT a.id, b.id AS other FROM a, b WHERE a.v = b.w AND a.c UNION ALL SELECT a.id, NULL FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE a.v = b.w AND a.c)',
  ),
  query(
    'FULL JOIN',
    [key, key],
    'SELECT a.id, b.id AS other FROM (SELECT id, {0} AS v FROM t) a FULL OUTER JOIN (SELECT id, {1} AS w FROM t) b ON a.v = b.w',
    'WITH a AS (SELECT id, {0} AS v FROM t), b AS (SELECT id, {1} AS w FROM t) SELECT a.id, b.id AS other FROM a, b WHERE a.v = b.w UNION ALL SELECT a.id, NULL FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE a.v = b.w) UNION ALL SELECT NULL, b.id FROM b WHERE NOT EXISTS (SELECT 1 FROM a WHERE a.v = b.w)',
  ),
  query(
    'JOIN USING',
    [key, key],
    'SELECT v, a.id, b.id AS other FROM (SELECT id, {0} AS v FROM t) a JOIN (SELECT id, {1} AS v FROM t) b USING (v)',
    'SELECT a.v, a.id, b.id AS other FROM (SELECT id, {0} AS v FROM t) a, (SELECT id, {1} AS v FROM t) b WHERE a.v = b.v',
  ),
  query(
    'IN a query',
    [key, key],
    'SELECT id, {0@5} IN (SELECT {1} AS made FROM t) AS a FROM t',
    'WITH b AS (SELECT {1} AS w FROM t) SELECT id, CASE WHEN EXISTS (SELECT 1 FROM b WHERE w = v) THEN TRUE WHEN v IS NULL OR EXISTS (SELECT 1 FROM b WHERE w IS NULL) THEN NULL ELSE FALSE END AS a FROM (SELECT id, {0} AS v FROM t)',
  ),
  query(
    'NOT IN a query',
    [key, key],
    'SELECT id FROM t WHERE {0@5} NOT IN (SELECT {1} AS made FROM t WHERE {1} IS NOT NULL)',
    'SELECT id FROM (SELECT id, {0} AS v FROM t) WHERE NOT EXISTS (SELECT 1 FROM (SELECT {1} AS w FROM t) WHERE w = v OR v IS NULL AND w IS NOT NULL)',
  ),
  query(
    'EXISTS',
    [key, key],
    'SELECT id FROM (SELECT id, {0} AS v FROM t) a WHERE EXISTS (SELECT 1 FROM (SELECT {1} AS w FROM t) b WHERE b.w = a.v)',
    'SELECT id FROM (SELECT id, {0} AS v FROM t) WHERE v IN (SELECT {1} AS made FROM t)',
  ),
]);
