import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import type { Audience } from '../../../src/audiences/audience.ts';
import { readAudiences } from '../../../src/audiences/audience-store.ts';
import { causesSql, changesSql } from '../../../src/audiences/changes.ts';
import { refreshAudience } from '../../../src/audiences/refresh.ts';
import type { Leaf, Rule } from '../../../src/audiences/rule/rule.ts';
import { judge, whySql } from '../../../src/audiences/why.ts';
import { sql } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';

let database: OpenDatabase;
let session: Session;
beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
  await run(`CREATE TABLE people AS FROM (VALUES
    ('a', 'DE', 20, 'a@x.de'), ('b', 'DE', 70, NULL), ('c', 'FR', 30, 'c@x.fr'), ('d', NULL, 40, 'd@x.de'), (NULL, 'DE', 50, 'e')
  ) AS t(id, country, age, email)`);
  await run(
    `CREATE TABLE orders AS FROM (VALUES ('a', 1), ('a', 2), ('b', 3), ('c', 4), ('c', 5)) AS t(person, number)`,
  );
});
afterAll(async () => {
  await session.close();
  await database.close();
});
const run = async (statement: string) => {
  const user = await database.workspace.openSession('test');
  const query = user.run(statement);
  while ((await query.next()) !== undefined) continue;
  await query.outcome;
  await user.close();
};

const germans: Leaf = { kind: 'attribute', id: 'country', column: 'country', operator: 'is', values: ['DE'] };
const buyers: Leaf = {
  kind: 'events',
  id: 'orders',
  dataset: 'orders',
  person: 'person',
  time: '',
  where: [],
  measure: { kind: 'rows' },
  compare: 'at-least',
  amount: 2,
  window: { kind: 'ever' },
};
const ruleOf = (...nodes: Leaf[]): Rule => ({
  people: 'people',
  identity: 'id',
  root: { kind: 'group', id: 'root', join: 'all', negated: false, nodes },
});
const audience = (name: string, change: Partial<Audience> = {}): Audience => ({
  version: 1,
  name,
  definition: { kind: 'rule', rule: ruleOf(germans), attributes: ['email'] },
  identity: 'id',
  namespace: 'CRMID',
  createdAt: '2026-01-01T00:00:00.000Z',
  refreshedAt: '2026-01-01T00:00:00.000Z',
  alertAt: 0.4,
  ...change,
});

describe('a refresh', () => {
  test('keeps the members with their attributes as a dataset, and the definition with it', async () => {
    const made = await refreshAudience(database, audience('germans'));
    expect(made).toMatchObject({ size: 2, entered: 2, exited: 0 });
    expect(made.before).toBeUndefined();
    expect(await rows(session, 'FROM germans ORDER BY id')).toEqual([
      { id: 'a', email: 'a@x.de' },
      { id: 'b', email: null },
    ]);
    expect((await readAudiences(session)).map(({ name }) => name)).toEqual(['germans']);
  });

  test('tells who entered and left, and points out a sudden change', async () => {
    await run("UPDATE people SET country = 'DE' WHERE id = 'c'");
    const grown = await refreshAudience(database, audience('germans'));
    expect(grown).toMatchObject({ size: 3, before: 2, entered: 1, exited: 0 });
    expect(grown.alert).toBe('“germans” grew by 50 %, from 2 to 3.');
    await run("UPDATE people SET country = 'FR' WHERE id IN ('b', 'c')");
    expect(await refreshAudience(database, audience('germans'))).toMatchObject({ size: 1, entered: 0, exited: 2 });
  });

  test('of nobody says so', async () => {
    const nobody = audience('nobody', {
      definition: { kind: 'sql', sql: "SELECT id FROM people WHERE country = 'XX'" },
    });
    expect((await refreshAudience(database, nobody)).alert).toBe('“nobody” has no members now.');
  });

  test.each([
    ['SELECT id FROM people', 'The audience “wrong” would have 1 row without “id”.'],
    ['SELECT person AS id FROM orders', 'The audience “wrong” would have 2 rows that repeat a “id”.'],
  ])('refuses members without an identity, or with the same: %s', async (query, message) => {
    const wrong = audience('wrong', { definition: { kind: 'sql', sql: query } });
    await expect(refreshAudience(database, wrong)).rejects.toThrow(message);
    expect(database.workspace.datasets.map(({ name }) => name)).not.toContain('wrong');
    expect(await rows(session, "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '~%'")).toEqual([]);
  });

  test('is forgotten when its dataset is dropped', async () => {
    await run('DROP TABLE nobody');
    expect((await readAudiences(session)).map(({ name }) => name)).toEqual(['germans']);
  });
});

describe('who joined and left', () => {
  const changes = async (wanted: Audience) => {
    const history = await database.workspace.history(wanted.name);
    const [before, after] = history.slice(-2);
    if (before === undefined || after === undefined) throw new Error('There are no two snapshots.');
    return rows(session, (await changesSql(database.workspace, wanted, before, after)).text);
  };

  test('is told with the condition that changed, and its values before and after', async () => {
    const wanted = audience('buyers', { definition: { kind: 'rule', rule: ruleOf(germans, buyers), attributes: [] } });
    await run("UPDATE people SET country = 'DE' WHERE id IN ('a', 'b', 'c')");
    await refreshAudience(database, wanted);
    await run("UPDATE people SET country = 'AT' WHERE id = 'a'");
    await run("INSERT INTO orders VALUES ('b', 6)");
    await run("DELETE FROM people WHERE id = 'c'");
    await run("INSERT INTO people VALUES ('z', 'DE', 33, NULL)");
    await run("INSERT INTO orders VALUES ('z', 7), ('z', 8)");
    await refreshAudience(database, wanted);
    expect(await changes(wanted)).toEqual([
      { person: 'b', change: 'joined', reason: 'at least 2 rows in orders is true now: was 1, is 2' },
      { person: 'z', change: 'joined', reason: 'new among the people' },
      { person: 'a', change: 'left', reason: 'country is DE is no longer true: was DE, is AT' },
      { person: 'c', change: 'left', reason: 'no longer among the people' },
    ]);
    const [before, after] = (await database.workspace.history('buyers')).slice(-2);
    const causes =
      before === undefined || after === undefined
        ? []
        : await rows(session, causesSql(await changesSql(database.workspace, wanted, before, after)).text);
    expect(causes).toContainEqual({ change: 'left', cause: 'country is DE is no longer true', people: 1n });
  });

  test('of a query is told without reasons', async () => {
    const wanted = audience('listed', { definition: { kind: 'sql', sql: 'SELECT DISTINCT person AS id FROM orders' } });
    await refreshAudience(database, wanted);
    await run("DELETE FROM orders WHERE person = 'a'");
    await refreshAudience(database, wanted);
    expect(await changes(wanted)).toEqual([{ person: 'a', change: 'left' }]);
  });
});

describe('why somebody is in or not', () => {
  const why = async (person: string, rule: Rule) => {
    const context = { catalog: catalogView(database.workspace.datasets), today: sql`today()` };
    return judge(rule, person, await rows(session, whySql(rule, person, context).text));
  };

  test('names the first condition that fails, with the value', async () => {
    await run("UPDATE people SET country = 'FR' WHERE id = 'd'");
    expect((await why('d', ruleOf(germans, buyers))).sentence).toBe(
      'd is not in: “country is DE” does not hold, since country is FR.',
    );
    expect((await why('z', ruleOf(germans, { ...buyers, amount: 3 }))).sentence).toBe(
      'z is not in: “at least 3 rows in orders” does not hold, since there are 2 such rows in orders.',
    );
    expect((await why('z', ruleOf(germans, buyers))).sentence).toBe(
      'z is in: country is DE, and at least 2 rows in orders.',
    );
    expect((await why("nobody's", ruleOf(germans))).sentence).toBe("nobody's is not in “people” at all.");
  });

  test('looks into groups', async () => {
    const either = ruleOf();
    const rule: Rule = {
      ...either,
      root: {
        ...either.root,
        nodes: [{ kind: 'group', id: 'any', join: 'any', negated: false, nodes: [germans, buyers] }],
      },
    };
    const verdict = await why('d', rule);
    expect(verdict.isMember).toBe(false);
    expect(verdict.root.nodes[0]?.nodes.map(({ holds, value }) => [holds, value])).toEqual([
      [false, 'country is FR'],
      [false, 'there are 0 such rows in orders'],
    ]);
  });
});
