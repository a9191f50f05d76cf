import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { measureOverlap } from '../../../src/audiences/overlap/measure-overlap.ts';
import { type Members, membersOf } from '../../../src/audiences/overlap/members.ts';
import { membershipPaths, segmentsOfType, segmentsSql } from '../../../src/audiences/overlap/memberships.ts';
import { exclusiveCounts, jaccard, pairCounts, reach } from '../../../src/audiences/overlap/overlap.ts';
import { assignmentSql, bit, figuresSql, regionSql } from '../../../src/audiences/overlap/overlap-sql.ts';
import type { OverlapSource } from '../../../src/audiences/overlap/source.ts';
import { refreshMembers, stabilities } from '../../../src/audiences/overlap/stability.ts';
import { waterfall } from '../../../src/audiences/overlap/waterfall.ts';
import { relation } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';

let database: OpenDatabase;
let session: Session;
beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
  await run(`CREATE TABLE "Käufer ""A""" AS FROM (VALUES ('1'), ('2'), ('3'), ('ü'), (NULL), ('3')) AS t(id)`);
  await run(`CREATE TABLE same AS FROM (VALUES ('1'), ('2'), ('3'), ('ü')) AS t(id)`);
  await run(`CREATE TABLE numbered AS FROM (VALUES (2), (3), (4), (NULL)) AS t(number)`);
  await run(`CREATE TABLE nobody AS SELECT 'x' AS id WHERE false`);
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
const people = (dataset: string, identity = 'id'): OverlapSource => ({ kind: 'dataset', dataset, identity });
const membersFor = (...sources: OverlapSource[]): readonly Members[] => {
  const catalog = catalogView(database.workspace.datasets);
  return sources.map((source) => membersOf(source, catalog));
};
const masks = async (members: readonly Members[]) => {
  const overlap = await measureOverlap(session, members);
  return Object.fromEntries([...overlap.masks].map((mask, at) => [mask, overlap.people[at]]));
};

describe('exact intersections', () => {
  test('count each person once, leave out NULL, and compare text with numbers as text', async () => {
    const members = membersFor(people('Käufer "A"'), people('numbered', 'number'));
    expect(await masks(members)).toEqual({ 1: 2, 2: 1, 3: 2 });
  });

  test('of identical and empty audiences, and of one alone', async () => {
    const members = membersFor(people('Käufer "A"'), people('same'), people('nobody'));
    const overlap = await measureOverlap(session, members);
    const pairs = pairCounts(overlap);
    expect(pairs.map((row) => [...row])).toEqual([
      [4, 4, 0],
      [4, 4, 0],
      [0, 0, 0],
    ]);
    expect([jaccard(pairs, 0, 1), jaccard(pairs, 0, 2), jaccard(pairs, 2, 2)]).toEqual([1, 0, Number.NaN]);
    expect(exclusiveCounts(overlap)).toEqual([0, 0, 0]);
    expect(await masks(membersFor(people('same')))).toEqual({ 1: 4 });
    expect(await masks(membersFor(people('nobody')))).toEqual({});
  });

  test('of thirty sources are those counted one by one', async () => {
    for (let number = 0; number < 30; number++) {
      await run(`CREATE TABLE many_${number} AS
SELECT i AS id FROM range(2000) AS r(i) WHERE (i * ${number + 3}) % 17 < ${(number % 9) + 1}`);
    }
    const members = membersFor(...Array.from({ length: 30 }, (_, number) => people(`many_${number}`)));
    const overlap = await measureOverlap(session, members);
    const pairs = pairCounts(overlap);
    const counted = await rows(
      session,
      `SELECT (SELECT count(*) FROM (FROM many_29 INTERSECT FROM many_4)) AS both,
  (SELECT count(*) FROM many_29) AS size,
  (SELECT count(DISTINCT id) FROM (${members.map((_, number) => `SELECT id FROM many_${number}`).join(' UNION ALL ')})) AS reach`,
    );
    expect([pairs[29]?.[4], pairs[29]?.[29], reach(overlap)].map(BigInt as (value: unknown) => bigint)).toEqual(
      Object.values(counted[0] ?? {}),
    );
    expect(() => figuresSql([...members, ...members])).toThrow('Between 1 and 30');
  });
});

test('a region and an assignment give exactly the people that were counted', async () => {
  const members = membersFor(people('Käufer "A"'), people('numbered', 'number'), people('nobody'));
  const exact = await rows(session, regionSql(members, { all: bit(0), none: bit(1) | bit(2) }).text);
  expect(exact).toEqual([{ id: '1' }, { id: 'ü' }]);
  const both = await rows(session, regionSql(members, { all: bit(0) | bit(1), none: 0 }).text);
  expect(both).toEqual([{ id: '2' }, { id: '3' }]);

  const overlap = await measureOverlap(session, members);
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
  ]) {
    const assigned = await rows(
      session,
      `SELECT audience, count(*)::INTEGER AS people FROM (${assignmentSql(members, order).text}) GROUP BY audience`,
    );
    const sizes = new Map(assigned.map((row) => [row.audience, row.people]));
    for (const { source, kept } of waterfall(overlap, order)) {
      expect(sizes.get(members[source]?.title ?? '') ?? 0).toBe(kept);
    }
  }
  expect(waterfall(overlap, [1, 0, 2])).toEqual([
    { source: 1, before: 3, kept: 3 },
    { source: 0, before: 4, kept: 2 },
    { source: 2, before: 0, kept: 0 },
  ]);
  expect((await rows(session, figuresSql(members).text)).map((row) => [row.audiences, row.people])).toEqual([
    ['Käufer "A"', 2n],
    ['Käufer "A" + numbered', 2n],
    ['numbered', 1n],
  ]);
});

describe('segments within profiles', () => {
  const asStruct = `{ups: {"seg gold": {status: 'realized'}, s2: {status: 'exited'}}}`;
  const asMap = `MAP {'ups': MAP {'seg gold': {'status': 'realized'}, 'it''s': {'status': 'existing'}}}`;
  const other = `MAP {'ups': MAP {'seg gold': {'status': 'exited'}}}`;

  test('are sources, whether memberships are structs, maps, or maps in structs', async () => {
    await run(`CREATE TABLE structs AS SELECT 'p1' AS id, ${asStruct} AS m UNION ALL SELECT 'p2', NULL`);
    await run(`CREATE TABLE maps AS SELECT 'p1' AS id, ${asMap} AS m UNION ALL SELECT 'p2', ${other}`);
    await run(`CREATE TABLE mixed AS SELECT id, {ups: m['ups']} AS m FROM maps`);
    for (const [dataset, segments] of [
      ['structs', ['s2', 'seg gold']],
      ['maps', ["it's", 'seg gold']],
      ['mixed', ["it's", 'seg gold']],
    ] as const) {
      const found = database.workspace.datasets.find(({ name }) => name === dataset);
      const [path] = membershipPaths(found ?? { columns: [] });
      expect(path?.label).toBe('m');
      if (path === undefined) continue;
      const named = await rows(session, segmentsSql(relation(['main', dataset]), path).text);
      expect(named).toEqual(segments.map((segment) => ({ namespace: 'ups', segment })));
      expect(
        segmentsOfType(path.type)
          ?.map(({ segment }) => segment)
          .sort(),
      ).toEqual(dataset === 'structs' ? segments : undefined);
      const members = membersFor(
        ...segments.map((segment): OverlapSource => ({
          kind: 'segment',
          dataset,
          identity: 'id',
          memberships: 'm',
          namespace: 'ups',
          segment,
        })),
      );
      expect(await masks(members)).toEqual(dataset === 'structs' ? { 2: 1 } : { 3: 1 });
    }
  });

  test('that a struct no longer has are told', () => {
    const gone: OverlapSource = {
      ...{ kind: 'segment', dataset: 'structs', identity: 'id', memberships: 'm', namespace: 'ups' },
      segment: 'old',
    };
    expect(() => membersFor(gone)).toThrow('has no segment “old” any more');
  });
});

test('refreshes are compared with the ones before them, where the identity has the same name', async () => {
  await run(`CREATE TABLE kept AS SELECT i AS id FROM range(10) AS r(i)`);
  await run(`DELETE FROM kept WHERE id < 2`);
  await run(`INSERT INTO kept VALUES (100), (101)`);
  await run(`CREATE OR REPLACE TABLE kept AS SELECT id AS person FROM kept`);
  await run(`CREATE OR REPLACE TABLE kept AS SELECT person AS id FROM kept`);
  const history = await database.workspace.history('kept');
  const members = await refreshMembers(database.workspace, { name: 'kept', identity: 'id' }, history);
  expect(stabilities(await measureOverlap(session, members))).toEqual([
    { before: 10, stayed: 8, jaccard: 0.8 },
    { before: 8, stayed: 8, jaccard: 0.8 },
    { before: 10, stayed: 10, jaccard: 1 },
  ]);
});
