import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { PlanNode } from '../../../src/dialect/plan/plan.ts';
import { analyzeSql, parsePlan } from '../../../src/dialect/plan/parse.ts';
import { allNodes, planWords } from '../../../src/dialect/plan/words.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { cellText } from './sample-database.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec(
    `CREATE TABLE orders AS SELECT range AS id, range % 10 AS customer, range * 1.5 AS amount, [range, 2] AS items FROM range(20000)`,
  );
  await session.exec(`CREATE TABLE customers AS SELECT range AS id, 'n' || range AS name FROM range(10)`);
});
afterAll(() => engine.close());

async function planOf(statement: string) {
  const [row] = await rows(session, analyzeSql(statement).text);
  return parsePlan(cellText(row?.explain_value));
}
const titles = (root: PlanNode) => allNodes(root).map((node) => node.title);

describe('parsePlan', () => {
  test.each([
    ['SELECT * FROM orders WHERE amount > 100', ['Read orders']],
    [
      'SELECT name, count(*), sum(amount) AS total FROM orders JOIN customers ON customer = customers.id GROUP BY name ORDER BY total DESC LIMIT 3',
      ['Sort, keep the first rows', 'Group and aggregate', 'Join', 'Read orders', 'Read customers'],
    ],
    ['SELECT DISTINCT customer FROM orders', ['Remove duplicates', 'Read orders']],
    ['SELECT * FROM orders ORDER BY amount', ['Sort', 'Read orders']],
    [
      'SELECT *, row_number() OVER (PARTITION BY customer ORDER BY amount) FROM orders',
      ['Window functions', 'Read orders'],
    ],
    ['SELECT count(*) FROM orders', ['Aggregate all rows', 'Read orders']],
    [
      'SELECT * FROM orders WHERE customer IN (SELECT id FROM customers)',
      ['Keep rows with a match', 'Read orders', 'Read customers'],
    ],
    ['SELECT * FROM orders, customers', ['Combine every row with every row', 'Read orders', 'Read customers']],
    ['FROM orders UNION ALL FROM orders', ['Append results', 'Read orders', 'Read orders']],
    ['SELECT * FROM orders WHERE 1 = 0', ['Nothing: the condition is never true']],
    ['SELECT * FROM range(5)', ['Read range']],
    ['SELECT unnest(items) FROM orders', ['Compute columns', 'Unnest lists', 'Read orders']],
    [
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) FROM t',
      ['Repeat t', 'Compute columns', 'One empty row', 'Compute columns', 'Filter rows', 'Rows of the round before'],
    ],
    ['CREATE OR REPLACE TEMP TABLE made AS FROM orders', ['Create the table', 'Read orders']],
    [
      'SELECT a.id FROM orders a ASOF JOIN customers b ON a.customer >= b.id',
      ['Join with the nearest row', 'Read orders', 'Read customers'],
    ],
  ])('%s', async (statement, expected) => {
    expect(titles((await planOf(statement)).root)).toEqual(expected);
  });

  test('tells rows, time and shares', async () => {
    const { root, seconds } = await planOf(
      'SELECT customer, sum(amount) FROM orders WHERE amount > 150 GROUP BY customer',
    );
    const scan = allNodes(root).find((node) => node.operator === 'TABLE_SCAN');
    expect(root.rows).toBe(10);
    expect(scan).toMatchObject({ scanned: 20000, rows: 19899 });
    expect(seconds).toBeGreaterThan(0);
    expect(allNodes(root).reduce((sum, node) => sum + node.share, 0)).toBeCloseTo(1, 6);
    expect(new Set(allNodes(root).map((node) => node.id)).size).toBe(allNodes(root).length);
  });

  test('details are free of inner names and references', async () => {
    const { root } = await planOf(
      'SELECT name, sum(amount) AS total FROM orders JOIN customers ON customer = customers.id GROUP BY name ORDER BY total',
    );
    const details = allNodes(root).flatMap((node) => node.details);
    expect(details).toEqual(
      expect.arrayContaining([
        { label: 'Grouped by', text: 'name' },
        { label: 'Aggregates', text: 'sum(amount)' },
        { label: 'On', text: 'customer = id' },
      ]),
    );
    expect(details.filter((detail) => /__internal|#\d|\.main\./.test(detail.text))).toEqual([]);
  });

  test('what is no plan is refused', () => {
    expect(() => parsePlan('{"children": 5}')).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(() => parsePlan('nonsense')).toThrow(expect.objectContaining({ code: 'internal' }));
  });
});

describe('planWords', () => {
  test('names the join that multiplies rows', async () => {
    const plan = await planOf('SELECT sum(a.amount) FROM orders a JOIN orders b ON a.customer = b.customer');
    expect(planWords(plan)).toMatch(/join/i);
    expect(planWords(plan)).toMatch(/20,000 rows and 20,000 rows became 40,000,000 rows/);
    expect(planWords(plan)).toMatch(/multipli/);
  });

  test('says how many rows the largest step worked on', async () => {
    const plan = await planOf('SELECT * FROM orders ORDER BY amount DESC, id');
    expect(planWords(plan)).toMatch(/20,000 rows|less than a millisecond/);
  });
});
