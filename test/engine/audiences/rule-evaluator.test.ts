import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { sql } from '../../../src/core/sql.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { peopleOf } from '../../../src/audiences/rule/rule-context.ts';
import { nodeSql, ruleSql } from '../../../src/audiences/rule/rule-sql.ts';
import type {
  EventsCondition,
  Group,
  Leaf,
  Operator,
  Rule,
  RuleNode,
  SequenceCondition,
} from '../../../src/audiences/rule/rule.ts';
import { withoutNode } from '../../../src/audiences/sizes/node-sizes.ts';
import { createRuleEvaluator, type RuleEvaluator } from '../../../src/audiences/sizes/rule-evaluator.ts';
import { seededRandom } from '../../support/json-records.ts';

let database: OpenDatabase;
let session: Session;
let evaluator: RuleEvaluator;

const today = '2026-06-30';
const data = () => ({
  catalog: catalogView(database.workspace.datasets),
  versionOf: ({ label }: { readonly label: string }) =>
    String(database.workspace.datasets.find(({ name }) => name === label)?.snapshot ?? 0),
  today,
});
const run = async (statement: string) => {
  const workspaceSession = await database.workspace.openSession('test');
  const query = workspaceSession.run(statement);
  while ((await query.next()) !== undefined) continue;
  await query.outcome;
  await workspaceSession.close();
};

beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
  evaluator = createRuleEvaluator(() => Promise.resolve(session));
  await run(`CREATE TABLE people AS
SELECT CASE WHEN i % 97 = 0 THEN NULL ELSE 'P' || (i % 900) END AS id,
  CASE WHEN i % 11 = 0 THEN NULL ELSE ['DE', 'FR', 'O''Hara', '日本'][1 + i % 4] END AS country,
  CASE WHEN i % 7 = 0 THEN NULL ELSE i % 80 END AS age, i % 3 = 0 AS vip,
  DATE '2026-06-30' - CAST(i % 400 AS INTEGER) AS born
FROM range(1000) AS t(i)`);
  await run(`CREATE TABLE events AS
SELECT CASE WHEN i % 101 = 0 THEN NULL ELSE 'P' || (i * 7919 % 1100) END AS person,
  ['view', 'cart', 'buy'][1 + i * 31 % 3] AS kind, CASE WHEN i % 13 = 0 THEN NULL ELSE i % 50 END AS amount,
  TIMESTAMP '2026-01-01' + INTERVAL (i * 37 % 260000) MINUTE AS happened_at
FROM range(6000) AS t(i)`);
  await run(`CREATE TABLE listed AS SELECT 'P' || i AS id FROM range(0, 1000, 5) AS t(i) UNION ALL SELECT NULL`);
  await run(`CREATE TABLE empty_people (id BIGINT, country VARCHAR)`);
  await run(`CREATE VIEW grown_ups AS SELECT id, country, age FROM people WHERE age >= 18`);
});
afterAll(async () => {
  await evaluator.close();
  await session.close();
  await database.close();
});

let ids = 0;
const nextId = () => `n${++ids}`;
const group = (join: 'all' | 'any', nodes: readonly RuleNode[], negated = false): Group => ({
  kind: 'group',
  id: nextId(),
  join,
  negated,
  nodes,
});
const rule = (root: Group, people = 'people'): Rule => ({ people, identity: 'id', root });
const attribute = (column: string, operator: Operator, ...values: string[]): Leaf => ({
  kind: 'attribute',
  id: nextId(),
  column,
  operator,
  values,
});
const events = (change: Partial<EventsCondition> = {}): Leaf => ({
  kind: 'events',
  id: nextId(),
  dataset: 'events',
  person: 'person',
  time: 'happened_at',
  where: [],
  measure: { kind: 'rows' },
  compare: 'at-least',
  amount: 1,
  window: { kind: 'ever' },
  ...change,
});
const sequence = (change: Partial<SequenceCondition> = {}): SequenceCondition => ({
  kind: 'sequence',
  id: nextId(),
  dataset: 'events',
  person: 'person',
  time: 'happened_at',
  steps: ['view', 'cart', 'buy'].map((kind) => ({ where: [{ column: 'kind', operator: 'is', values: [kind] }] })),
  withinDays: 30,
  lastIsAbsent: false,
  window: { kind: 'ever' },
  ...change,
});
const member = (negated: boolean): Leaf => ({ kind: 'member', id: nextId(), dataset: 'listed', column: 'id', negated });

const context = () => ({ catalog: data().catalog, today: sql`DATE '2026-06-30'` });
const plainSize = async (wanted: Rule) =>
  Number(await scalar(session, `SELECT count(*) FROM (${ruleSql(wanted, context()).text})`));

/** Sizes by the evaluator against one plain query for each node and each rule without it. */
async function expectExact(wanted: Rule) {
  const found = await evaluator.evaluate(wanted, data());
  const visit = async (node: RuleNode): Promise<void> => {
    const people = peopleOf(wanted, context());
    const own = `SELECT count(DISTINCT id) FROM ${wanted.people} WHERE ${nodeSql(node, people, context()).text}`;
    expect(found.nodes.get(node.id), node.id).toEqual({
      size: Number(await scalar(session, own)),
      without: await plainSize({ ...wanted, root: withoutNode(wanted.root, node.id) }),
    });
    if (node.kind === 'group') for (const one of node.nodes) await visit(one);
  };
  await visit(wanted.root);
  expect(found.nodes.get(wanted.root.id)?.size).toBe(await plainSize(wanted));
}

describe('sizes of all nodes equal plain SQL', () => {
  test('for every operator, missing values and people with several rows', async () => {
    await expectExact(
      rule(
        group('any', [
          attribute('country', 'is', 'DE', "O'Hara"),
          attribute('country', 'is-not', '日本'),
          attribute('country', 'is-not', 'DE', 'FR'),
          attribute('country', 'contains', 'hara'),
          attribute('country', 'starts-with', 'f'),
          group('all', [
            attribute('age', 'at-least', '20'),
            attribute('age', 'at-most', '60'),
            attribute('age', 'less-than', '59.5'),
            attribute('age', 'more-than', '20'),
            attribute('age', 'between', '21', '58'),
          ]),
          group('all', [attribute('born', 'in-last-days', '90'), attribute('vip', 'is', 'true')], true),
          group('any', [attribute('born', 'before-last-days', '300'), attribute('age', 'is-missing')]),
          attribute('age', 'is-known'),
          { kind: 'sql', id: nextId(), text: 'age % 2 = 0 -- even' },
        ]),
      ),
    );
  });

  test('for counts, sums and distinct values of events, in windows, and for those who have none', async () => {
    const buys = { where: [{ column: 'kind', operator: 'is' as const, values: ['buy'] }] };
    await expectExact(
      rule(
        group('any', [
          events({ ...buys, amount: 3 }),
          events({ ...buys, compare: 'at-most', amount: 1, window: { kind: 'last', days: 60 } }),
          events({ ...buys, compare: 'exactly', amount: 2 }),
          events({ compare: 'exactly', amount: 0, window: { kind: 'between', from: '2026-02-01', to: '2026-02-28' } }),
          events({ measure: { kind: 'sum', column: 'amount' }, amount: 100 }),
          events({ measure: { kind: 'sum', column: 'amount' }, compare: 'at-most', amount: 40 }),
          events({ measure: { kind: 'distinct', column: 'kind' }, compare: 'exactly', amount: 3 }),
          events({ compare: 'at-least', amount: 0 }),
        ]),
      ),
    );
  });

  test('for sequences, with and without a limit, and for what did not follow', async () => {
    const two = {
      steps: ['cart', 'buy'].map((kind) => ({ where: [{ column: 'kind', operator: 'is' as const, values: [kind] }] })),
    };
    const { withinDays: _, ...endless } = sequence();
    await expectExact(
      rule(
        group('any', [
          sequence(),
          sequence({ ...two, withinDays: 2 }),
          sequence({ ...two, withinDays: 10, lastIsAbsent: true }),
          { ...endless, id: nextId() },
          { ...endless, id: nextId(), lastIsAbsent: true },
          sequence({ window: { kind: 'last', days: 45 } }),
        ]),
      ),
    );
  });

  test('for members of other datasets, views, nobody at all, and empty groups', async () => {
    await expectExact(rule(group('all', [member(false), member(true)])));
    await expectExact(rule(group('any', [member(true), attribute('country', 'is', 'DE')]), 'grown_ups'));
    await expectExact(rule(group('all', [attribute('country', 'is', 'DE')]), 'empty_people'));
    await expectExact(rule(group('all', [])));
    await expectExact(rule(group('all', [group('any', [], true), member(false)])));
  });

  test('for rules made at random', async () => {
    const random = seededRandom(7);
    const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
      items[Math.floor(random() * items.length)] ?? items[0];
    const leaf = () =>
      pick([
        () => attribute('country', pick(['is', 'is-not']), pick(['DE', 'FR', '日本', 'nowhere'])),
        () => attribute('age', pick(['at-least', 'less-than']), String(Math.floor(random() * 80))),
        () => events({ compare: pick(['at-least', 'at-most', 'exactly']), amount: Math.floor(random() * 6) }),
        () => sequence({ withinDays: 1 + Math.floor(random() * 40), lastIsAbsent: random() < 0.3 }),
        () => member(random() < 0.5),
      ])();
    const node = (depth: number): RuleNode =>
      depth === 0 || random() < 0.6
        ? leaf()
        : group(
            pick(['all', 'any']),
            Array.from({ length: 1 + Math.floor(random() * 3) }, () => node(depth - 1)),
            random() < 0.3,
          );
    for (let count = 0; count < 5; count++)
      await expectExact(rule(group(pick(['all', 'any']), [node(2), node(2), node(1)])));
  });
});

test('sizes follow what is written to the data', async () => {
  const wanted = rule(group('all', [member(false)]));
  const before = await evaluator.evaluate(wanted, data());
  await run("INSERT INTO listed VALUES ('P1'), ('P2')");
  const after = await evaluator.evaluate(wanted, data());
  expect((after.nodes.get(wanted.root.id)?.size ?? 0) - (before.nodes.get(wanted.root.id)?.size ?? 0)).toBe(2);
});

test('a value that does not fit its column is told in a sentence', async () => {
  const wanted = rule(group('all', [attribute('age', 'at-least', 'old')]));
  await expect(evaluator.evaluate(wanted, data())).rejects.toThrow('“age” is a number, and “old” is none.');
});

test('nothing is left behind', async () => {
  await evaluator.close();
  expect(
    await rows(session, "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'audience people%'"),
  ).toEqual([]);
});
