import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
/** The snapshots of `events`: made, then appended to twice. */
let ids: readonly number[];
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run(`CREATE TABLE events AS SELECT 'e1' AS _id;
CREATE TABLE other AS SELECT 'e1' AS _id, 10 AS price;
INSERT INTO events SELECT 'e2';
INSERT INTO events SELECT 'e3'`);
  ids = (await rows("SELECT snapshot_id FROM (SELECT history_meta('events')) ORDER BY 1")).map((row) =>
    Number(row.slice(1, -1)),
  );
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);
const found = async (clause: string) =>
  (await rows(`SELECT _id FROM events SNAPSHOT ${clause} ORDER BY 1`)).map((row) => row.slice(2, -2)).join(' ');

describe('SNAPSHOT', () => {
  test('leaves the start out and takes the end in', async () => {
    const [first = 0, second = 0, third = 0] = ids;
    expect(await found(`SINCE ${first}`)).toBe('e2 e3');
    expect(await found(`SINCE ${third}`)).toBe('');
    expect(await found(`AS OF ${second}`)).toBe('e1 e2');
    expect(await found(`BETWEEN ${first} AND ${second}`)).toBe('e2');
    expect(await found(`BETWEEN HEAD AND ${second}`)).toBe('e1 e2');
    expect(await found(`BETWEEN ${second} AND TAIL`)).toBe('e3');
    expect(await found('BETWEEN HEAD AND TAIL')).toBe('e1 e2 e3');
    expect(await found(`AS OF '${first}'`)).toBe('e1');
  });

  test('belongs to one table of a join, with its alias behind it', async () => {
    const [first = 0] = ids;
    expect(
      await rows(
        `SELECT e._id, o.price FROM events SNAPSHOT AS OF ${first} e LEFT JOIN other SNAPSHOT AS OF TAIL o ON e._id = o._id`,
      ),
    ).toEqual(['["e1",10]']);
  });

  test('works in CREATE TABLE AS and INSERT', async () => {
    const [first = 0, second = 0] = ids;
    await fixture.run(`CREATE TABLE later AS SELECT * FROM events SNAPSHOT SINCE ${second};
INSERT INTO later SELECT * FROM events SNAPSHOT BETWEEN HEAD AND ${first}`);
    expect(await rows('SELECT _id FROM later ORDER BY 1')).toEqual(['["e1"]', '["e3"]']);
  });

  test('takes variables of a block', async () => {
    expect(
      await rows(`$$ BEGIN
  SET @start = SELECT min(snapshot_id) FROM (SELECT history_meta('events'));
  SELECT _id FROM events SNAPSHOT BETWEEN @start AND TAIL ORDER BY 1;
END $$`),
    ).toEqual(['["e2"]', '["e3"]']);
  });

  test.each([
    ["SELECT * FROM events SNAPSHOT AS OF 'x'", '“x” is no snapshot.', "'x'"],
    ['SELECT * FROM events SNAPSHOT AS OF 999', 'There is no snapshot 999.', 'SNAPSHOT AS OF 999'],
    [
      '$$ BEGIN SET @n = SELECT max(_id) FROM events WHERE false; SELECT * FROM events SNAPSHOT SINCE @n; END $$',
      'The variable “@n” is NULL: it names no snapshot.',
      '@n',
    ],
  ])('%s fails at its place', async (statement, message, at) => {
    expect(await fixture.failure(statement)).toMatchObject({ message, at });
  });

  test('is refused for views', async () => {
    await fixture.run('CREATE VIEW seen AS SELECT * FROM events');
    expect((await fixture.failure('SELECT * FROM seen SNAPSHOT AS OF TAIL')).message).toContain(
      'is no table with a history',
    );
  });
});

describe('history_meta', () => {
  test('gives a row for each snapshot', async () => {
    const answer = await fixture.run("SELECT history_meta('events')");
    expect(answer.columns).toEqual([
      'made_current_at',
      'snapshot_id',
      'parent_id',
      'is_current_ancestor',
      'is_current',
      'operation',
    ]);
    const [first, second, third] = ids;
    expect(
      await rows(
        "SELECT snapshot_id, parent_id, is_current, operation FROM (SELECT history_meta('events')) ORDER BY snapshot_id",
      ),
    ).toEqual([
      `[${first},null,false,"create"]`,
      `[${second},${first},false,"append"]`,
      `[${third},${second},true,"append"]`,
    ]);
    expect(await rows("SELECT snapshot_id FROM (SELECT history_meta('events')) WHERE is_current = true")).toEqual([
      `[${third}]`,
    ]);
  });

  test('of no table fails at the name', async () => {
    expect(await fixture.failure("SELECT history_meta('nope')")).toMatchObject({
      message: '“nope” is no table with a history.',
      at: "'nope'",
    });
  });
});

describe('system columns', () => {
  test('are shown on demand, one batch for each write', async () => {
    expect((await fixture.run('SELECT * FROM events')).columns).toEqual(['_id']);
    expect((await fixture.run('SET drop_system_columns = false; SELECT * FROM events')).columns).toEqual([
      '_id',
      '_ACP_BATCHID',
      '_acp_system_metadata',
    ]);
    await fixture.run('SET drop_system_columns = true');
  });

  test('are understood wherever they are named', async () => {
    expect(
      await rows(
        'SELECT count(DISTINCT _acp_batchid) AS batches, count(_acp_batchid) AS records FROM events GROUP BY TRUE',
      ),
    ).toEqual(['[3,3]']);
    expect(
      await rows(
        'SELECT count(*) FROM events WHERE _acp_batchid = (SELECT max(_acp_batchid) FROM events) GROUP BY _acp_system_metadata',
      ),
    ).toEqual(['[1]']);
  });
});

test('an expired start is told, or replaced by the earliest that is left, its rows included', async () => {
  const { workspace } = fixture.database;
  const [first = 0, second = 0] = ids;
  const [, ended] = await workspace.history('events');
  await workspace.expireHistory({ before: new Date((ended?.committedAt.getTime() ?? 0) + 1) });
  const expired = (await workspace.history('events')).filter(({ available }) => !available);
  expect(expired.map(({ id }) => id)).toEqual([first]);
  expect(await fixture.failure(`SELECT * FROM events SNAPSHOT SINCE ${first}`)).toMatchObject({
    message: `Snapshot ${first} of “events” has expired: the earliest left is ${second}.`,
    at: `SNAPSHOT SINCE ${first}`,
    remedy: 'SET resolve_fallback_snapshot_on_failure = true takes the earliest one instead.',
  });
  await fixture.run('SET resolve_fallback_snapshot_on_failure = true');
  expect(await found(`SINCE ${first}`)).toBe('e2 e3');
});
