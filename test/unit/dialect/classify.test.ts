import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/dialect/classify.ts';

describe('classify', () => {
  test.each([
    ['SELECT 1', { kind: 'read' }],
    ['-- note\nFROM t', { kind: 'read' }],
    ['WITH a AS (SELECT 1) SELECT * FROM a', { kind: 'read' }],
    ['EXPLAIN DELETE FROM t', { kind: 'read' }],
    ["COPY t TO 'x.csv'", { kind: 'read' }],
    ['INSERT INTO s.t VALUES (1)', { kind: 'rows', verb: 'insert', target: ['s', 't'] }],
    ['insert or replace into "T 1" select 1', { kind: 'rows', verb: 'upsert', target: ['T 1'] }],
    ['INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING', { kind: 'rows', verb: 'insert', target: ['t'] }],
    ['INSERT OR IGNORE INTO t VALUES (1)', { kind: 'rows', verb: 'insert', target: ['t'] }],
    ['INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2', { kind: 'rows', verb: 'upsert', target: ['t'] }],
    ['INSERT INTO t SELECT (SELECT 1 ON CONFLICT)', { kind: 'rows', verb: 'insert', target: ['t'] }],
    [
      'WITH RECURSIVE a (x) AS NOT MATERIALIZED (SELECT 1), b AS (SELECT 2) DELETE FROM t',
      { kind: 'rows', verb: 'delete', target: ['t'] },
    ],
    ['UPDATE t SET a = 1', { kind: 'rows', verb: 'update', target: ['t'] }],
    ['MERGE INTO t USING s ON true', { kind: 'rows', verb: 'merge', target: ['t'] }],
    ['TRUNCATE t', { kind: 'rows', verb: 'truncate', target: ['t'] }],
    ["COPY t (a, b) FROM 'x.csv'", { kind: 'rows', verb: 'copy', target: ['t'] }],
    ['EXPLAIN ANALYZE UPDATE t SET a = 1', { kind: 'rows', verb: 'update', target: ['t'] }],
    ['EXPLAIN (ANALYZE, FORMAT json) UPDATE t SET a = 1', { kind: 'rows', verb: 'update', target: ['t'] }],
    [
      'CREATE OR REPLACE TABLE a.t AS SELECT 1',
      { kind: 'create-table', target: ['a', 't'], temporary: false, orReplace: true, ifNotExists: false },
    ],
    [
      'CREATE TEMP TABLE IF NOT EXISTS t (a INT)',
      { kind: 'create-table', target: ['t'], temporary: true, orReplace: false, ifNotExists: true },
    ],
    ['CREATE VIEW v AS SELECT 1', { kind: 'catalog' }],
    ['DROP TABLE IF EXISTS t', { kind: 'drop-table', target: ['t'] }],
    ['DROP VIEW v', { kind: 'catalog' }],
    ['DROP SCHEMA IF EXISTS a.s CASCADE', { kind: 'drop-schema', target: ['a', 's'] }],
    ['ALTER TABLE t ADD COLUMN a INT', { kind: 'alter-table', target: ['t'] }],
    ['BEGIN', { kind: 'transaction', verb: 'begin' }],
    ['start transaction', { kind: 'transaction', verb: 'begin' }],
    ['BEGIN TRANSACTION READ ONLY', { kind: 'transaction', verb: 'begin', readOnly: true }],
    ['COPY FROM DATABASE a TO b', { kind: 'refused', verb: 'COPY FROM DATABASE' }],
    ['SET VARIABLE a = 1', { kind: 'session' }],
    [
      'PREPARE p AS DELETE FROM t',
      { kind: 'prepare', name: 'p', statement: { kind: 'rows', verb: 'delete', target: ['t'] } },
    ],
    ['EXECUTE p(1)', { kind: 'execute', name: 'p' }],
    ['LOAD json', { kind: 'refused', verb: 'LOAD' }],
    ['', { kind: 'read' }],
    ['INSERT', { kind: 'read' }],
  ])('%s', (statement, expected) => {
    expect(classify(statement)).toEqual(expected);
  });
});
