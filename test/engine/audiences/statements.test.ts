import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { readAudiences } from '../../../src/audiences/audience-store.ts';
import { withAudiences } from '../../../src/audiences/statements/audience-session.ts';
import type { WorkspaceSession } from '../../../src/catalog/session/session.ts';
import { rowObjects, rows } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';

let database: OpenDatabase;
let session: Session;
let user: WorkspaceSession;
beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
  user = withAudiences(await database.workspace.openSession('test'), database);
  await run(`CREATE TABLE people AS FROM (VALUES ('a', 20), ('b', 30), ('c', 40), (NULL, 50)) AS t(user_id, age)`);
});
afterAll(async () => {
  await user.close();
  await session.close();
  await database.close();
});

async function run(text: string) {
  const query = user.run(text);
  const batches = [];
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) batches.push(batch);
  const found = rowObjects(await query.columns, batches);
  const outcome = await query.outcome;
  return { rows: found, words: outcome.words, rowsAffected: outcome.rowsAffected };
}
const members = (name: string) => rows(session, `SELECT user_id FROM ${name} ORDER BY 1`);
const failure = (text: string) =>
  run(text).then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

describe('CREATE AUDIENCE', () => {
  test('makes a dataset of members that expires after 30 days', async () => {
    const { words } = await run(
      `CREATE AUDIENCE young
WITH (primary_identity = user_id, identity_namespace = 'email', schema = 'XDM Individual Profile')
AS (SELECT user_id, age FROM people WHERE age < 40);`.replace(';', ''),
    );
    expect(words).toMatch(/^Audience “young” created with 2 members\. It expires on \d{4}-\d\d-\d\d\.$/);
    expect(await members('young')).toEqual([{ user_id: 'a' }, { user_id: 'b' }]);
    const [audience] = await readAudiences(session);
    expect(audience).toMatchObject({
      name: 'young',
      identity: 'user_id',
      namespace: 'Email',
      schema: 'XDM Individual Profile',
      definition: { kind: 'sql', sql: 'SELECT user_id, age FROM people WHERE age < 40' },
    });
    expect(Date.parse(audience?.expiresAt ?? '') - Date.parse(audience?.createdAt ?? '')).toBe(30 * 86_400_000);
  });

  test.each([
    [
      "CREATE AUDIENCE x WITH (identity_namespace = 'Email') AS (SELECT 1)",
      "CREATE AUDIENCE needs WITH (primary_identity = 'column').",
    ],
    [
      'CREATE AUDIENCE x WITH (primary_identity = a) AS (SELECT 1)',
      "CREATE AUDIENCE needs WITH (identity_namespace = 'Email').",
    ],
    [
      'CREATE AUDIENCE x WITH (primary_identity = a, colour = red) AS (SELECT 1)',
      'CREATE AUDIENCE has no option “colour”: it has primary_identity, identity_namespace and schema.',
    ],
    ['CREATE AUDIENCE x AS (SELECT 1)', 'WITH is expected here.'],
    [
      'CREATE AUDIENCE x WITH (primary_identity = a, identity_namespace = Email) AS',
      'A query is missing: SELECT … FROM ….',
    ],
    [
      'CREATE AUDIENCE x WITH (primary_identity = a, identity_namespace = shoe) AS (SELECT 1 AS a)',
      'There is no namespace “shoe”.',
    ],
    [
      'CREATE AUDIENCE x WITH (primary_identity = a, identity_namespace = Email) AS (SELECT 1 AS b)',
      'The query of “x” gives no column “a”.',
    ],
    [
      'CREATE AUDIENCE x WITH (primary_identity = user_id, identity_namespace = Email) AS (SELECT user_id FROM people)',
      '“x” would have 1 row without or with a repeated “user_id”.',
    ],
    [
      "CREATE AUDIENCE people WITH (primary_identity = user_id, identity_namespace = Email) AS (SELECT 'a' AS user_id)",
      'There is a table or view “people” already.',
    ],
    ['DROP AUDIENCE people', 'There is no audience “people”.'],
    ["INSERT INTO AUDIENCE people SELECT 'z'", 'There is no audience “people”.'],
  ])('%s is refused with a sentence', async (text, message) => {
    expect(await failure(text)).toBe(message);
    expect(database.workspace.datasets.map(({ name }) => name)).not.toContain('x');
  });

  test('points at the place in the text', async () => {
    const text = 'CREATE AUDIENCE x AS (SELECT 1)';
    await expect(run(text)).rejects.toMatchObject({ code: 'sql-syntax', range: { start: text.indexOf('AS') } });
  });
});

describe('INSERT', () => {
  test('lets people join once, with and without the word AUDIENCE', async () => {
    const twice = "SELECT * FROM (VALUES ('c', 40), ('a', 1), ('c', 2), (NULL, 3)) AS t(a, b)";
    expect((await run(`INSERT INTO AUDIENCE young ${twice}`)).words).toBe('1 joined “young”. 3 rows named nobody new.');
    expect((await run("INSERT INTO young SELECT 'd', 50")).words).toBe('1 joined “young”.');
    expect((await members('young')).map(({ user_id }) => user_id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('into a table that is no audience stays what it was', async () => {
    const { words, rowsAffected } = await run("INSERT INTO people SELECT 'a', 60");
    expect({ words, rowsAffected }).toEqual({ words: undefined, rowsAffected: 1 });
  });

  test('OVERWRITE tells who entered and who exited, in one snapshot', async () => {
    const before = (await database.workspace.history('young')).length;
    const { words } = await run(
      "INSERT OVERWRITE INTO young SELECT user_id, age FROM young WHERE user_id <> 'a' UNION ALL SELECT 'x', 1",
    );
    expect(words).toBe('“young” has 4 members: 1 entered, 1 exited.');
    expect((await database.workspace.history('young')).length).toBe(before + 1);
    expect((await readAudiences(session)).map(({ name }) => name)).toEqual(['young']);
  });

  test('OVERWRITE that would break the audience changes nothing', async () => {
    expect(await failure('INSERT OVERWRITE young SELECT NULL, 1')).toBe(
      '“young” would have 1 row without or with a repeated “user_id”.',
    );
    expect(await members('young')).toHaveLength(4);
  });

  test('is refused within a transaction, which stays whole', async () => {
    await run('BEGIN');
    expect(await failure("INSERT INTO young SELECT 'q', 1")).toBe(
      'Statements about audiences are not possible within a transaction.',
    );
    await run('ROLLBACK');
    expect(await members('young')).toHaveLength(4);
  });
});

test('namespaces are made, listed and used', async () => {
  expect((await run("CREATE NAMESPACE lumaCrmId WITH (code = 'testns', TYPE = 'Email')")).words).toBe(
    'Namespace “lumaCrmId” created.',
  );
  const { rows: listed } = await run('SHOW NAMESPACES');
  expect(listed.at(-1)).toEqual({ name: 'lumaCrmId', code: 'testns', type: 'Email' });
  await run(
    "CREATE AUDIENCE luma WITH (primary_identity = user_id, identity_namespace = lumaCrmId) AS (SELECT 'a' AS user_id)",
  );
  expect((await readAudiences(session)).find(({ name }) => name === 'luma')?.namespace).toBe('testns');
});

test('DROP AUDIENCE drops members and definition', async () => {
  expect((await run('DROP AUDIENCE IF EXISTS nothing')).words).toBe('There is no audience “nothing”.');
  expect((await run('DROP AUDIENCE IF EXISTS main.luma')).words).toMatch(/^Audience “luma” dropped\./);
  expect((await readAudiences(session)).map(({ name }) => name)).toEqual(['young']);
  await run("CREATE TABLE luma AS SELECT 'a' AS user_id");
  expect((await readAudiences(session)).map(({ name }) => name)).toEqual(['young']);
});
