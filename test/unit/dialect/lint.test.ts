import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../../../src/dialect/catalog-shape.ts';
import { lintScript } from '../../../src/dialect/lint/lint.ts';
import { nearestName } from '../../../src/dialect/lint/nearest.ts';
import { sampleCatalog } from './sample-catalog.ts';

/** What is marked, how, and the text after the fix. */
function lint(text: string) {
  return lintScript(text, sampleCatalog).map(({ range, severity, fix }) => ({
    marked: text.slice(range.start, range.end),
    severity,
    fixed: fix?.edits.reduce(
      (result, edit) => result.slice(0, edit.range.start) + edit.text + result.slice(edit.range.end),
      text,
    ),
  }));
}

describe('what is worth a word', () => {
  test.each([
    ['SELECT * FROM customers WHERE name = NULL', '= NULL', 'SELECT * FROM customers WHERE name IS NULL'],
    ['SELECT name <> NULL FROM customers', '<> NULL', 'SELECT name IS NOT NULL FROM customers'],
    ['SELECT * FROM custmers', 'custmers', 'SELECT * FROM customers'],
    ['SELECT * FROM staging.raw_order', 'raw_order', 'SELECT * FROM staging.raw_orders'],
    ['SELECT * FROM "Order Line"', '"Order Line"', 'SELECT * FROM "Order Lines"'],
    ['SELECT nmae FROM customers', 'nmae', 'SELECT name FROM customers'],
    ['SELECT c.nmae, c.id FROM customers c', 'nmae', 'SELECT c.name, c.id FROM customers c'],
    ['SELECT lineno FROM "Order Lines"', 'lineno', 'SELECT "line no" FROM "Order Lines"'],
    [
      'WITH q AS (SELECT 1 AS amount) SELECT amuont FROM q',
      'amuont',
      'WITH q AS (SELECT 1 AS amount) SELECT amount FROM q',
    ],
    [
      'CREATE TABLE z AS SELECT 1 AS total; SELECT totl FROM z',
      'totl',
      'CREATE TABLE z AS SELECT 1 AS total; SELECT total FROM z',
    ],
    [
      'SELECT string_agg(name ORDER BY cuontry) FROM customers',
      'cuontry',
      'SELECT string_agg(name ORDER BY country) FROM customers',
    ],
    [
      'SELECT 1 FROM customers c WHERE EXISTS (FROM orders WHERE custmer_id = c.id)',
      'custmer_id',
      'SELECT 1 FROM customers c WHERE EXISTS (FROM orders WHERE customer_id = c.id)',
    ],
  ])('%s', (text, marked, fixed) => {
    expect(lint(text)).toEqual([{ marked, severity: 'warning', fixed }]);
  });

  test.each([
    ['SELECT zzz FROM customers', 'zzz', 'warning'],
    ['SELECT * FROM customers, orders', 'orders', 'warning'],
    ['UPDATE customers SET name = 1', 'UPDATE', 'hint'],
    ['DELETE FROM orders', 'DELETE', 'hint'],
    ['SELECT * FROM customers WHERE id NOT IN (SELECT customer_id FROM orders)', 'NOT IN', 'hint'],
  ])('without a sure fix: %s', (text, marked, severity) => {
    expect(lint(text)).toEqual([{ marked, severity, fixed: undefined }]);
  });

  test('markers come in the order of the text, over all statements', () => {
    const found = lint('SELECT nmae FROM custmers;\nDELETE FROM orders;\nSELECT nmae FROM customers');
    expect(found.map((marker) => marker.marked)).toEqual(['custmers', 'DELETE', 'nmae']);
  });
});

describe('what is fine', () => {
  test.each([
    'UPDATE customers SET name = NULL WHERE id = 1',
    "SELECT * FROM read_csv('x', nullstr = NULL)",
    'SELECT * FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)',
    'SELECT * FROM customers c, orders o WHERE c.id = o.id',
    'SELECT * FROM orders o, unnest(o.items) u',
    'SELECT * FROM customers, (SELECT max(id) AS last FROM orders)',
    'SELECT * FROM nowhere.t',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM duckdb_tables',
    'SELECT id AS total, total + 1 AS more FROM customers WHERE more > 1',
    'SELECT list_filter(items, x -> x.price > limit_) FROM orders',
    'SELECT [x + 1 FOR x IN [1, 2]] FROM orders',
    "SELECT extract(year FROM created_at), created_at::DATE, CAST(id AS BIGINT), DATE '2024-01-01', INTERVAL 3 DAY FROM customers",
    'SELECT address.street, address.geo.lat, items[1].price, o.address.street FROM orders o',
    'SELECT customers FROM customers',
    'SELECT id foo, name bar FROM customers',
    'SELECT rowid, current_date FROM customers',
    "SELECT COLUMNS('a.*') FROM customers",
    "SELECT struct_pack(a := id), {'b': name} FROM customers",
    'SELECT sum(amount) OVER w FROM orders WINDOW w AS (PARTITION BY id)',
    'SELECT lag(amount, 1) IGNORE NULLS OVER (ORDER BY id) FROM orders',
    'SELECT * FROM customers t(a, b) WHERE a = 1 AND country = 2',
    'SELECT * FROM customers JOIN orders USING (id) WHERE amount > 1',
    'PIVOT orders ON status USING sum(amount)',
    'SELECT anything FROM some_table_function(1)',
    "SELECT anything FROM 'unknown.csv'",
    'CREATE MACRO f(low) AS TABLE SELECT id FROM orders WHERE amount > low',
    'SELECT "Name", NAME FROM customers',
    'SELECT * FROM customers WHERE $p = ? AND #1 > 0',
    'SELECT tag FROM customers, (VALUES (1)) v(tag)',
  ])('%s', (text) => {
    expect(lint(text)).toEqual([]);
  });

  test('an empty catalog accuses nobody', () => {
    expect(lintScript('SELECT a FROM b', emptyCatalog)).toEqual([]);
  });
});

describe('nearestName', () => {
  test.each([
    ['nmae', 'name'],
    ['Custmer', 'customer'],
    ['amount_', 'amount'],
    ['x', undefined],
    ['completely', undefined],
  ])('%s', (name, expected) => {
    expect(nearestName(name, ['name', 'customer', 'amount', 'c'])).toBe(expected);
  });
});
