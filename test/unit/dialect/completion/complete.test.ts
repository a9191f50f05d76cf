import { describe, expect, test } from 'vitest';
import { complete } from '../../../../src/dialect/completion/complete.ts';
import type { CompletionItem } from '../../../../src/dialect/completion/item.ts';
import { atCursor, sampleCatalog } from '../sample-catalog.ts';

function suggest(marked: string): CompletionItem[] {
  const { text, position } = atCursor(marked);
  return [...complete(text, position, sampleCatalog).items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

const labels = (marked: string) => suggest(marked).map((item) => item.label);
const customers = ['id', 'name', 'country', 'created_at'];
const itemFields = ['sku', 'price', 'tags'];

/** The text with its cursor, what must be offered, what must not. */
type Case = readonly [marked: string, offered: readonly string[], absent?: readonly string[]];

function check(cases: readonly Case[]): void {
  test.each(cases.map(([marked, offered, absent = []]) => ({ marked, offered, absent })))(
    '$marked',
    ({ marked, offered, absent }) => {
      const found = labels(marked);
      expect(found).toEqual(expect.arrayContaining([...offered]));
      expect(found.filter((label) => absent.includes(label))).toEqual([]);
    },
  );
}

/** As `check`, but nothing else may be offered. */
function checkExactly(cases: readonly (readonly [marked: string, offered: readonly string[]])[]): void {
  test.each(cases.map(([marked, offered]) => ({ marked, offered })))('$marked', ({ marked, offered }) => {
    expect(labels(marked)).toEqual(offered);
  });
}

describe('statements', () => {
  check([
    ['|', ['SELECT', 'FROM', 'WITH', 'CREATE OR REPLACE TABLE', 'SET VARIABLE'], ['INSTALL', 'LOAD', 'WHERE']],
    ['sel|', ['SELECT']],
    ['SELECT 1; |', ['SELECT', 'FROM'], ['WHERE']],
    ['EXPLAIN |', ['ANALYZE', 'SELECT']],
    ['CREATE |', ['TABLE', 'OR REPLACE VIEW']],
    ['CREATE OR |', ['REPLACE']],
    ['CREATE TABLE |', ['IF NOT EXISTS'], ['customers']],
    ['CREATE TABLE x |', ['AS']],
    ['CREATE TABLE x AS |', ['SELECT', 'FROM', 'WITH']],
    ['CREATE TABLE x (a |', ['INTEGER', 'VARCHAR', 'mood']],
    ['CREATE TABLE x (a INTEGER |', ['NOT NULL', 'PRIMARY KEY']],
    ['DROP TABLE |', ['customers', 'orders', '"Order Lines"', 'IF EXISTS'], ['active_customers']],
    ['DROP VIEW IF EXISTS |', ['active_customers'], ['customers']],
    ['DROP MACRO |', ['today'], ['sum']],
    ['DESCRIBE |', ['customers', 'active_customers', 'SELECT']],
    ['TRUNCATE |', ['orders']],
    ['PRAGMA |', ['table_info'], ['sum']],
    ['CALL |', ['read_csv'], ['upper']],
    ['USE |', ['main', 'staging']],
    ['SET |', ['VARIABLE']],
    ['SET VARIABLE x = |', ['upper', 'now'], ['VARIABLE']],
    ['ALTER TABLE |', ['customers']],
    ['ALTER TABLE customers |', ['ADD COLUMN', 'RENAME TO']],
    ['ALTER TABLE customers DROP COLUMN |', customers],
    ['ALTER TABLE customers ALTER COLUMN name TYPE |', ['VARCHAR']],
    ['COMMENT ON TABLE |', ['customers']],
    ['COPY (SELECT | FROM customers) TO 1', customers],
  ]);
});

describe('FROM and joins', () => {
  check([
    [
      'SELECT * FROM |',
      [
        'customers',
        '"Order Lines"',
        'active_customers',
        'staging',
        'staging.raw_orders',
        "'files/visits.csv'",
        'read_csv',
        'range',
      ],
      ['upper'],
    ],
    ['FROM |', ['customers'], ['upper']],
    ['SELECT * FROM cust| WHERE x', ['customers']],
    ['SELECT * FROM "ord|', ['"Order Lines"', 'orders']],
    ['SELECT * FROM customers |', ['WHERE', 'JOIN', 'LEFT JOIN', 'GROUP BY', 'QUALIFY', 'AS'], ['FROM', 'ON']],
    ['FROM customers |', ['SELECT', 'WHERE']],
    ['SELECT * FROM customers LEFT |', ['JOIN'], ['WHERE']],
    ['SELECT * FROM customers NATURAL |', ['JOIN']],
    ['SELECT * FROM customers c JOIN |', ['orders'], ['WHERE']],
    ['SELECT * FROM customers c, |', ['orders']],
    ['SELECT * FROM customers c JOIN orders o |', ['ON', 'USING (…)']],
    ['SELECT * FROM customers c JOIN orders o ON |', ['c.id = o.customer_id', 'c.id = o.id', 'amount', 'c.id']],
    ['SELECT * FROM customers c JOIN orders o ON c.id = o.customer_id |', ['JOIN', 'WHERE', 'AND']],
    ['WITH recent AS (SELECT 1) SELECT * FROM |', ['recent', 'customers']],
    ['CREATE TABLE fresh AS SELECT 1; SELECT * FROM |', ['fresh', 'customers']],
    ['SELECT * FROM (|', ['SELECT', 'customers']],
    ['DELETE FROM |', ['customers']],
    ['INSERT INTO |', ['customers'], ['active_customers']],
    ['UPDATE |', ['customers']],
    ['MERGE INTO customers c USING |', ['orders']],
    ['PIVOT |', ['orders']],
  ]);
  checkExactly([
    ['SELECT * FROM staging.|', ['raw_orders']],
    ['SELECT * FROM scratch.main.|', ['temp_events']],
    ['SELECT * FROM customers c JOIN orders o USING (|)', ['id']],
    ["SELECT * FROM '|'", ['files/visits.csv']],
    ["SELECT * FROM read_csv('|')", ['files/visits.csv']],
    ['SELECT * FROM customers ORDER |', ['BY']],
    ['SELECT * FROM customers AS |', []],
  ]);
});

describe('columns in scope', () => {
  check([
    ['SELECT | FROM customers', [...customers, '*', 'DISTINCT', 'upper', 'CASE WHEN … THEN END'], ['amount', 'WHERE']],
    ['SELECT id, | FROM customers', customers],
    ['SELECT name FROM customers WHERE |', customers, ['GROUP BY', '*']],
    ['SELECT name FROM customers WHERE country |', ['IS NULL', 'AND', 'LIKE', 'GROUP BY'], ['customers', 'upper']],
    ['SELECT | FROM customers c JOIN orders o ON true', ['c.id', 'o.id', 'name', 'amount', 'c', 'o'], ['id']],
    ['SELECT | FROM customers JOIN orders USING (id)', ['id', 'amount'], ['orders.id']],
    ['SELECT sum(| FROM orders', ['amount']],
    ['SELECT sum(amount FROM orders WHERE |', ['amount', 'status']],
    ['FROM orders SELECT |', ['amount']],
    ['FROM orders WHERE |', ['amount']],
    ['SELECT total: sum(amount), t: | FROM orders', ['amount', 'total'], ['t']],
    ['SELECT country, count(*) AS n FROM customers GROUP BY |', ['ALL', 'country'], ['count_star()']],
    ['SELECT upper(country), count(*) FROM customers GROUP BY |', ['upper(country)']],
    ['SELECT count(*) AS n FROM customers ORDER BY |', ['n', 'country', 'ALL']],
    ['SELECT count(*) AS n FROM customers HAVING |', ['n', 'country']],
    ['SELECT *, row_number() OVER () AS place FROM customers QUALIFY |', ['place', 'name']],
    ['SELECT country FROM customers ORDER BY country |', ['DESC', 'NULLS LAST', 'LIMIT']],
    ['SELECT row_number() OVER (|) FROM customers', ['PARTITION BY', 'ORDER BY'], ['name']],
    ['SELECT row_number() OVER (PARTITION BY |) FROM customers', customers],
    ['SELECT sum(id) OVER w FROM customers WINDOW w AS (ORDER BY |)', customers],
    ['SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM orders WHERE |)', ['customer_id', 'name']],
    ['SELECT * FROM customers WHERE id IN (|)', ['SELECT', 'id']],
    ['SELECT (SELECT | FROM orders) FROM customers', ['amount', 'country']],
    ['WITH a AS (SELECT | FROM orders) SELECT 1 FROM customers', ['amount'], ['country']],
    ['PIVOT orders ON |', ['status']],
    ['PIVOT orders ON status USING |', ['sum', 'amount']],
    ['SELECT * FROM orders PIVOT (sum(|) FOR status IN (1))', ['amount']],
    ['SELECT * EXCLUDE (|) FROM customers', customers, ['upper']],
    ['SELECT * REPLACE (| AS name) FROM customers', ['name', 'upper']],
    ['SELECT * | FROM customers', ['EXCLUDE (…)', 'WHERE'], ['AND']],
    ["SELECT * FROM 'files/visits.csv' WHERE |", ['visitor', 'page']],
    ['FROM (SUMMARIZE customers) SELECT |', ['approx_unique']],
    ['SELECT | FROM "Order Lines"', ['"line no"', '"select"', 'order_id']],
    ['SELECT "li| FROM "Order Lines"', ['"line no"']],
    ['SELECT CASE WHEN amount > 1 | FROM orders', ['THEN', 'AND'], ['ELSE']],
    ['SELECT CASE WHEN amount > 1 THEN 2 | FROM orders', ['ELSE', 'END'], ['THEN']],
    ['UPDATE customers SET |', customers, ['upper']],
    ['UPDATE customers SET name = |', ['country', 'upper']],
    ["UPDATE customers SET name = 'x', |", ['country'], ['name']],
    ['DELETE FROM orders WHERE |', ['amount']],
    ['DELETE FROM orders USING customers c WHERE |', ['name', 'amount']],
    ['INSERT INTO customers |', ['(…)', 'VALUES', 'SELECT', 'BY NAME']],
    ['INSERT INTO customers SELECT | FROM orders', ['amount'], ['country']],
    ['INSERT INTO customers VALUES (1) ON CONFLICT (|', ['id']],
    ['INSERT INTO customers VALUES (1) RETURNING |', ['*', 'id']],
    ['MERGE INTO customers t USING orders s ON t.id = s.id WHEN |', ['MATCHED THEN', 'NOT MATCHED THEN']],
    ['MERGE INTO customers t USING orders s ON t.id = s.id WHEN MATCHED THEN UPDATE SET |', customers],
    ['CREATE MACRO add(a, b) AS |', ['a', 'b', 'upper']],
    ['CREATE MACRO f(low) AS TABLE SELECT * FROM orders WHERE amount > |', ['low', 'amount']],
  ]);
  checkExactly([
    ['INSERT INTO customers (|)', customers],
    ['INSERT INTO customers (id, |) VALUES', ['name', 'country', 'created_at']],
    ['SELECT id AS | FROM customers', []],
    ['SELECT sum(amount) FILTER (|) FROM orders', ['WHERE']],
    [
      'SELECT * FROM customers WHERE name IS |',
      ['NULL', 'NOT NULL', 'DISTINCT FROM', 'NOT DISTINCT FROM', 'TRUE', 'FALSE'],
    ],
  ]);
});

describe('behind a dot', () => {
  checkExactly([
    ['SELECT c.| FROM customers c', [...customers, '*']],
    ['SELECT c.|\nFROM customers c WHERE x', [...customers, '*']],
    ['SELECT C.na| FROM customers c', [...customers, '*']],
    ['SELECT "Order Lines".| FROM "Order Lines"', ['"line no"', 'order_id', '"select"', '*']],
    ['SELECT main.customers.| FROM main.customers', [...customers, '*']],
    ['SELECT address.| FROM orders', ['street', 'geo']],
    ['SELECT o.address.geo.| FROM orders o', ['lat', 'lon']],
    ['SELECT items[1].| FROM orders', itemFields],
    ['SELECT o.items[1].pr| FROM orders o', itemFields],
    ["SELECT labels['a'].| FROM orders", ['"first seen"', 'hits']],
    ['SELECT (address).| FROM orders', ['street', 'geo']],
    ['SELECT CAST(address AS STRUCT(p INTEGER)).| FROM orders', ['p']],
    ['SELECT struct_pack(a := id).| FROM orders', ['a']],
    ['SELECT {a: id} AS s, s.| FROM orders', ['a']],
    ['SELECT list_filter(items, x -> x.|) FROM orders', itemFields],
    ['SELECT list_transform(items, lambda i: i.|) FROM orders', itemFields],
    ['SELECT list_transform(items, i -> list_filter(i.tags, t -> t = i.|)) FROM orders', itemFields],
    ['SELECT u.item.| FROM orders o, unnest(o.items) AS u(item)', itemFields],
    ['SELECT item.| FROM (SELECT unnest(items) AS item FROM orders)', itemFields],
    ['SELECT t.| FROM (SELECT id AS cid, count(*) AS n FROM orders GROUP BY 1) t', ['cid', 'n', '*']],
    ['WITH a AS (SELECT id, upper(name) AS big FROM customers) SELECT a.| FROM a', ['id', 'big', '*']],
    ['WITH a AS (SELECT * EXCLUDE (id, name) FROM customers) SELECT a.| FROM a', ['country', 'created_at', '*']],
    [
      'WITH a AS (SELECT * RENAME (id AS key) FROM customers) SELECT a.| FROM a',
      ['key', 'name', 'country', 'created_at', '*'],
    ],
    [
      'WITH a AS (SELECT c.*, 1 AS one FROM customers c JOIN orders o ON true) SELECT a.| FROM a',
      [...customers, 'one', '*'],
    ],
    ['WITH a(x, y) AS (SELECT id, name FROM customers) SELECT a.| FROM a', ['x', 'y', '*']],
    ['WITH a AS (FROM customers), b AS (FROM a) SELECT b.| FROM b', [...customers, '*']],
    ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.| FROM t) FROM t', ['n', '*']],
    ["SELECT v.| FROM (VALUES (1, 'a')) v(num, txt)", ['num', 'txt', '*']],
    ["SELECT v.| FROM (VALUES (1, 'a')) v", ['col0', 'col1', '*']],
    ['SELECT a.| FROM (SELECT id FROM customers UNION ALL BY NAME SELECT amount FROM orders) a', ['id', 'amount', '*']],
    ["SELECT v.| FROM read_csv('files/visits.csv') v", ['visitor', 'page', '*']],
    ['SELECT r.| FROM range(5) r(i)', ['i', '*']],
    ['SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = c.|)', [...customers, '*']],
    ['INSERT INTO customers VALUES (1) ON CONFLICT (id) DO UPDATE SET name = excluded.|', [...customers, '*']],
    ['CREATE TABLE t (a INTEGER NOT NULL, b STRUCT(c DATE)); SELECT b.| FROM t', ['c']],
    ['CREATE VIEW v AS SELECT id AS k FROM customers; SELECT v.| FROM v', ['k', '*']],
    ['SELECT nothing.| FROM customers', []],
  ]);
});

describe('types, parameters, words in strings', () => {
  check([
    ['SELECT id::| FROM customers', ['INTEGER', 'DECIMAL(18, 2)', 'mood'], ['name']],
    ['SELECT id::VAR| FROM customers', ['VARCHAR']],
    ['SELECT CAST(id AS |) FROM customers', ['DATE']],
    ['SELECT CAST(id |) FROM customers', ['AS']],
    ['SELECT extract(| FROM created_at) FROM customers', ['year', 'month']],
    ["SELECT date_trunc('|', created_at) FROM customers", ['month']],
  ]);
  checkExactly([
    ['SELECT $from, $to, $|', ['$from', '$to']],
    ['SELECT $from, $fr|', ['$from']],
    ["SET VARIABLE alpha = 1; SELECT getvariable('|')", ['alpha']],
    ["SELECT 'some |text'", []],
    ['SELECT 1 -- com|ment', []],
    ['SELECT 1 /* com|ment */', []],
    ['SELECT 12|', []],
  ]);
});

describe('the script around', () => {
  test('only the statement at the cursor counts', () => {
    expect(labels('SELECT * FROM orders; SELECT | FROM customers; SELECT * FROM orders')).not.toContain('amount');
  });

  test('a missing semicolon does not mix two statements', () => {
    const found = labels('SELECT * FROM customers WHERE |\n\nSELECT * FROM orders');
    expect(found).toEqual(expect.arrayContaining(customers));
    expect(found).not.toContain('amount');
    expect(labels('SELECT * FROM customers\n\nSEL|')).toContain('SELECT');
  });

  test('a quoted name that is still open does not swallow the rest', () => {
    const { text, position } = atCursor('SELECT "na|\nFROM customers c WHERE "x" = 1');
    const { items, replace } = complete(text, position, sampleCatalog);
    expect(items.map((item) => item.label)).toContain('name');
    expect(text.slice(replace.start, replace.end)).toBe('"na');
  });

  test('never fails, whatever stands around the cursor', () => {
    const script =
      "WITH a AS (SELECT 'x' || items[1].p FROM orders o JOIN b USING (c)) SELECT * EXCLUDE (d) FROM a PIVOT (sum(x) FOR y IN (1))";
    for (let position = 0; position <= script.length; position++) {
      for (const text of [script, script.slice(0, position), script.slice(position)]) {
        expect(() => complete(text, Math.min(position, text.length), sampleCatalog)).not.toThrow();
      }
    }
  });
});

describe('entries', () => {
  const find = (marked: string, label: string) => suggest(marked).find((item) => item.label === label);

  test('columns come before functions, functions before rare words', () => {
    const found = labels('SELECT | FROM customers');
    expect(found.indexOf('id')).toBeLessThan(found.indexOf('upper'));
    expect(found.slice(0, 4)).toEqual(customers);
  });

  test('a join condition over keys comes first', () => {
    expect(labels('SELECT * FROM orders o JOIN customers c ON |').slice(0, 2)).toEqual([
      'o.customer_id = c.id',
      'o.id = c.id',
    ]);
  });

  test('functions bring their parentheses, unless those are there', () => {
    expect(find('SELECT upp| FROM customers', 'upper')).toMatchObject({ insert: 'upper($0)', snippet: true });
    expect(find('SELECT upp|(name) FROM customers', 'upper')).toMatchObject({ insert: 'upper' });
    expect(find('SELECT no|', 'now')).toMatchObject({ insert: 'now()' });
  });

  test('columns tell their type and table', () => {
    expect(find('SELECT | FROM customers', 'id')?.detail).toBe('INTEGER · customers');
    expect(find('SELECT | FROM (SELECT count(*) AS n FROM orders) t', 'n')?.detail).toBe('BIGINT · t');
    expect(find('SELECT * FROM |', 'customers')?.detail).toBe('1,204 rows');
  });

  test('the word at the cursor is replaced whole', () => {
    const { text, position } = atCursor('SELECT cou|ntry FROM customers');
    expect(complete(text, position, sampleCatalog).replace).toEqual({ start: 7, end: 14 });
  });
});
