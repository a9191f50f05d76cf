import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { CatalogShape } from '../../../src/dialect/catalog-shape.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import type { Value } from '../../../src/engine/value.ts';
import { functionsSql } from '../../../src/sql/functions/functions-sql.ts';
import { parseFunctions } from '../../../src/sql/functions/parse-functions.ts';

const statements = [
  "CREATE TYPE mood AS ENUM ('sad', 'happy')",
  `CREATE TABLE customers AS SELECT range AS id, 'n' || range AS name, ['DE', 'FR', 'IT'][range % 3 + 1] AS country,
     TIMESTAMP '2024-01-01' + INTERVAL (range) DAY AS created_at, DATE '1990-01-01' AS birthday, 'happy'::mood AS feeling FROM range(100)`,
  `CREATE TABLE orders AS SELECT range AS id, range % 100 AS customer_id, (range * 1.25)::DECIMAL(18, 2) AS amount,
     TIMESTAMP '2024-01-01' + INTERVAL (range) HOUR AS ordered_at, ['new', 'paid'][range % 2 + 1] AS status,
     [{'sku': 'a', 'price': 1.5::DECIMAL(10, 2), 'tags': ['x']}] AS items,
     {'street': 's', 'geo': {'lat': 1.0::DOUBLE, 'lon': 2.0::DOUBLE}} AS address,
     MAP {'k': {'first seen': DATE '2024-01-01', 'hits': 1}} AS labels FROM range(5000)`,
  'CREATE TABLE "Order Lines" ("line no" INTEGER, order_id INTEGER, "select" VARCHAR)',
  "CREATE VIEW paid_orders AS SELECT * FROM orders WHERE status = 'paid'",
  'CREATE SCHEMA staging',
  'CREATE TABLE staging.raw_orders (order_ref VARCHAR, payload VARCHAR)',
];

/** A cell that is known to be text. */
export function cellText(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** An engine with a few awkward tables, and the editor's view of it. */
export interface SampleDatabase {
  readonly engine: Engine;
  readonly session: Session;
  readonly catalog: CatalogShape;
}

export async function openSampleDatabase(): Promise<SampleDatabase> {
  const engine = await openNodeEngine({});
  const session = await engine.openSession();
  for (const statement of statements) await session.exec(statement);
  const columns = await rows(
    session,
    `SELECT c.schema_name, table_name, column_name, data_type, v.view_name IS NOT NULL AS is_view
     FROM duckdb_columns() c LEFT JOIN duckdb_views() v ON v.schema_name = c.schema_name AND v.view_name = c.table_name
     WHERE NOT c.internal AND c.database_name = current_database() ORDER BY 1, 2, column_index`,
  );
  const relations = new Map<string, CatalogShape['relations'][number]>();
  for (const row of columns) {
    const [schema, name] = [cellText(row.schema_name), cellText(row.table_name)];
    const known = relations.get(`${schema}.${name}`);
    const column = { name: cellText(row.column_name), sqlType: cellText(row.data_type) };
    relations.set(`${schema}.${name}`, {
      schema,
      name,
      kind: row.is_view === true ? 'view' : 'table',
      columns: [...(known?.columns ?? []), column],
    });
  }
  const functions = parseFunctions(await rows(session, functionsSql().text));
  return {
    engine,
    session,
    catalog: {
      schemas: [{ name: 'main' }, { name: 'staging' }],
      relations: [...relations.values()],
      functions,
      files: [],
      types: ['mood'],
      searchPath: ['main'],
    },
  };
}

/** Statements of every shape that the engine accepts over the sample tables. */
export const validQueries: readonly string[] = [
  'SELECT * FROM customers',
  'FROM customers',
  'FROM orders SELECT id, amount * 2 AS doubled WHERE amount > 1',
  'SELECT c.name, o.amount FROM customers c JOIN orders o ON o.customer_id = c.id',
  'SELECT * FROM customers JOIN orders USING (id)',
  'SELECT * FROM customers NATURAL JOIN orders',
  'SELECT * FROM customers c SEMI JOIN orders o ON c.id = o.customer_id',
  "SELECT * FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND o.amount > 3 WHERE c.country = 'DE'",
  'SELECT country, count(*) AS n, sum(id) FROM customers GROUP BY ALL HAVING n > 1 ORDER BY n DESC NULLS LAST LIMIT 5',
  'SELECT country, count(*), max(created_at) FROM customers GROUP BY country',
  'SELECT * EXCLUDE (items, labels) REPLACE (amount + 1 AS amount) FROM orders',
  'SELECT * RENAME (id AS key) FROM customers',
  'SELECT o.* EXCLUDE (id), c.name FROM orders o, customers c WHERE o.customer_id = c.id',
  'SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC) AS place FROM orders QUALIFY place = 1',
  "SELECT sum(amount) FILTER (WHERE status = 'paid') OVER w AS paid FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
  "SELECT items[1].price, items[1].tags, address.geo.lat, labels['k'].hits FROM orders",
  'SELECT o.address.street AS street, o.items[1:1] AS some FROM orders o',
  'SELECT list_transform(items, lambda i: i.price * 2) AS prices, list_filter(items, lambda i: i.price > 1) AS few FROM orders',
  'SELECT [x + 1 FOR x IN [1, 2, 3] IF x > 1] AS l FROM customers',
  'SELECT unnest(items) AS item FROM orders',
  'SELECT item.price FROM (SELECT unnest(items) AS item FROM orders)',
  'SELECT u.item.sku FROM orders o, unnest(o.items) AS u(item)',
  'WITH a AS (SELECT id, upper(name) AS big FROM customers), b AS (SELECT a.*, 1 AS one FROM a) SELECT * FROM b WHERE one = 1',
  'WITH a(x, y) AS (SELECT id, name FROM customers) SELECT x, y FROM a',
  'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t',
  'SELECT id FROM customers UNION ALL BY NAME SELECT amount FROM orders',
  "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v(num, txt)",
  "SELECT v.num FROM (VALUES (1, 'a')) v(num, txt)",
  'SELECT * FROM range(5) r(i)',
  'SELECT i FROM range(5) r(i) WHERE i > 2',
  'SELECT total: sum(amount), n: count(*) FROM orders',
  "SELECT name AS who, who || '!' AS loud FROM customers WHERE who LIKE 'n1%' ORDER BY loud",
  "SELECT CASE WHEN id > 5 THEN 'many' ELSE 'few' END grp, count(*) FROM customers GROUP BY grp",
  "SELECT extract(year FROM created_at), date_trunc('month', created_at), created_at::DATE, CAST(id AS VARCHAR), TRY_CAST(name AS INTEGER), INTERVAL 3 DAY FROM customers",
  'SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND amount > 2)',
  'SELECT (SELECT max(amount) FROM orders o WHERE o.customer_id = c.id) AS best FROM customers c',
  'SELECT * FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)',
  "SELECT struct_pack(a := id, b := name) AS s, {'x': id, 'y': {'z': name}} AS n FROM customers",
  "SELECT n.y.z FROM (SELECT {'x': id, 'y': {'z': name}} AS n FROM customers)",
  'SELECT customers FROM customers',
  "SELECT COLUMNS('c.*') FROM customers",
  'SELECT min(COLUMNS(*)) FROM "Order Lines"',
  'SELECT "line no", "select" FROM "Order Lines"',
  'PIVOT orders ON status USING sum(amount) GROUP BY customer_id',
  'UNPIVOT (SELECT id, name, country FROM customers) ON name, country INTO NAME what VALUE it',
  "SELECT * FROM orders PIVOT (sum(amount) FOR status IN ('new', 'paid'))",
  'SELECT * FROM (DESCRIBE customers)',
  'FROM (SUMMARIZE customers) SELECT column_name, approx_unique',
  "SELECT arg_max(name, id), any_value(country), string_agg(name, ',' ORDER BY id) FROM customers",
  'SELECT country, grouping(country) FROM customers GROUP BY ROLLUP (country)',
  'SELECT * FROM customers ASOF JOIN orders ON customers.created_at >= orders.ordered_at',
  'SELECT lag(amount, 1 IGNORE NULLS) OVER (ORDER BY id) FROM orders',
  'SELECT DISTINCT ON (country) country, name FROM customers ORDER BY country, id',
  "SELECT feeling, feeling = 'happy' FROM customers",
  'SELECT rowid, id FROM customers',
  'SELECT t.a FROM customers t(a)',
  'SELECT main.customers.id FROM main.customers',
  'SELECT x.id FROM (customers x JOIN orders y ON x.id = y.id)',
  'SELECT id FROM customers LIMIT 10 OFFSET 5',
  'SELECT name COLLATE nocase FROM customers USING SAMPLE 5 ROWS',
  "SELECT coalesce(name, 'x') AS n, ifnull(id, 0), if(id > 1, 2, 3), nullif(id, 1) FROM customers",
  'SELECT list(id) AS ids, array_agg(name) AS names, count(DISTINCT country) FROM customers',
  'SELECT a.id FROM customers a, (SELECT max(id) AS last FROM orders) b WHERE a.id < b.last',
  'FROM staging.raw_orders SELECT order_ref',
  "SELECT 1 AS one, 't' AS txt, 1.5 AS num, TRUE AS yes, NULL AS nothing, DATE '2024-01-01' AS day",
];
