import type { Rule } from '../rule.ts';
import { made, query } from './query-rule.ts';

const arrays = [
  ['ARRAY<INT>', ''],
  ['ARRAY<STRING>', ''],
  ['ARRAY<ARRAY<INT>>', ''],
] as const;

/** Rows made of arrays. */
export const lateralViews = arrays.flatMap(([array]): readonly Rule[] => [
  query(
    'explode',
    [array],
    'SELECT id, explode({0}) AS a FROM t',
    `SELECT id, list_extract(v, i) AS a FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(v)`,
  ),
  query(
    'LATERAL VIEW explode',
    [array, 'BOOLEAN'],
    'SELECT id, made_item FROM t LATERAL VIEW explode({0}) made AS made_item WHERE {1}',
    `SELECT id, list_extract(v, i) AS made_item FROM ${made('v', 'c')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(v) AND c`,
  ),
  query(
    'LATERAL VIEW OUTER explode',
    [array],
    'SELECT id, made_item FROM t LATERAL VIEW OUTER explode({0}) made AS made_item',
    `SELECT id, list_extract(v, i) AS made_item FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= greatest(coalesce(len(v), 1), 1)`,
  ),
  query(
    'LATERAL VIEW posexplode',
    [array],
    'SELECT id, made_place, made_item FROM t LATERAL VIEW posexplode({0}) made AS made_place, made_item',
    `SELECT id, CAST(i - 1 AS INTEGER) AS made_place, list_extract(v, i) AS made_item FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(v)`,
  ),
  query(
    'posexplode_outer',
    [array],
    'SELECT id, made_place, made_item FROM t LATERAL VIEW posexplode_outer({0}) made AS made_place, made_item',
    `SELECT id, CASE WHEN len(v) > 0 THEN CAST(i - 1 AS INTEGER) END AS made_place, list_extract(v, i) AS made_item FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= greatest(coalesce(len(v), 1), 1)`,
  ),
  query(
    'two LATERAL VIEWs',
    [array],
    'SELECT id, one, two FROM t LATERAL VIEW explode({0}) first AS one LATERAL VIEW OUTER explode(array_except(array(one), array(one))) second AS two',
    `SELECT id, list_extract(v, i) AS one, CAST(NULL AS INTEGER) AS two FROM ${made('v')}, (SELECT unnest(range(1, 100)) AS i) WHERE i <= len(v)`,
  ),
]);
