import crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { balanceSql, readBalance } from '../../../src/audiences/split/balance.ts';
import { placeSql, sendConditionSql, type SplitPeople, splitSql } from '../../../src/audiences/split/split-sql.ts';
import { groupRanges, type Split } from '../../../src/audiences/split/split.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { textOf } from '../../../src/modules/words.ts';

let database: OpenDatabase;
let session: Session;
beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
  const table = (name: string, size: number) => `CREATE TABLE ${name} AS
SELECT 'Kundin ' || i || ' ü''"' AS id, i % 100 AS age, CASE i % 3 WHEN 0 THEN 'DE' WHEN 1 THEN 'FR' END AS country, i AS place
FROM range(${size}) AS r(i)`;
  await session.exec(table('small', 500));
  await session.exec(table('large', 4000));
});
afterAll(async () => {
  await session.close();
  await database.close();
});

const columns = ['id', 'age', 'country', 'place'];
const people = (dataset: string): SplitPeople => ({ dataset, identity: 'id', columns });
const split: Split = {
  salt: 'spring “26”',
  groups: [
    { name: 'holdout', percent: 10 },
    { name: 'A', percent: 45 },
    { name: 'B', percent: 45 },
  ],
  holdout: 'holdout',
  strata: [],
};
const groupsOf = async (statement: string) =>
  new Map((await rows(session, statement)).map((row) => [textOf(row.id), textOf(row.group)]));

describe('a split by hash', () => {
  test('puts everybody where the MD5 of salt and identity says', async () => {
    const ranges = groupRanges(split.groups);
    const found = await groupsOf(splitSql(people('small'), split).text);
    expect(found.size).toBe(500);
    for (const [id, group] of found) {
      const digits = crypto.createHash('md5').update(`${split.salt}:${id}`).digest('hex').slice(0, 13);
      const place = Number.parseInt(digits, 16) / 2 ** 52;
      const at = ranges.findIndex(({ to }) => place < to);
      expect(group).toBe(split.groups[at]?.name);
    }
  });

  test('has known answers, of a number too', async () => {
    const known = (salt: string, id: string) =>
      scalar(session, `SELECT ${placeSql('id', salt).text} FROM (SELECT ${id} AS id)`);
    expect(await known('s', '42')).toBe(Number.parseInt('7d7c5495efbb5', 16) / 2 ** 52);
    expect(await known('s', "'42'")).toBe(await known('s', '42'));
  });

  test('leaves everybody in their group when the audience grows; another salt does not', async () => {
    const before = await groupsOf(splitSql(people('small'), split).text);
    const after = await groupsOf(splitSql(people('large'), split).text);
    expect([...before].filter(([id, group]) => after.get(id) !== group)).toEqual([]);
    const salted = await groupsOf(splitSql(people('small'), { ...split, salt: 'summer' }).text);
    expect([...before].some(([id, group]) => salted.get(id) !== group)).toBe(true);
  });

  test('keeps the columns, and its condition keeps everybody but the group held out', async () => {
    const [first] = await rows(session, `${splitSql(people('large'), split).text} LIMIT 1`);
    expect(Object.keys(first ?? {})).toEqual(['id', 'age', 'country', 'place', 'group']);
    const found = await groupsOf(splitSql(people('large'), split).text);
    for (const holdout of ['holdout', 'A', 'B']) {
      const condition = sendConditionSql(people('large'), { ...split, holdout }, 'large split');
      const kept = await rows(session, `SELECT id FROM large WHERE ${condition?.text ?? ''}`);
      const wanted = [...found].filter(([, group]) => group !== holdout).map(([id]) => id);
      expect(kept.map(({ id }) => textOf(id)).sort()).toEqual(wanted.sort());
    }
    expect(sendConditionSql(people('large'), { ...split, holdout: undefined }, 'large split')).toBeUndefined();
  });
});

describe('a split within strata', () => {
  const stratified: Split = { ...split, strata: ['country'] };

  test('has the exact shares in each of them, people without a value included', async () => {
    const counts = await rows(
      session,
      `SELECT country, "group", count(*)::INTEGER AS people, (SELECT count(*) FROM large AS l WHERE l.country IS NOT DISTINCT FROM s.country)::INTEGER AS whole
FROM (${splitSql(people('large'), stratified).text}) AS s GROUP BY ALL`,
    );
    expect(counts).toHaveLength(9);
    for (const row of counts) {
      const share = row.group === 'holdout' ? 0.1 : 0.45;
      expect(Math.abs(Number(row.people) - share * Number(row.whole))).toBeLessThanOrEqual(1);
    }
  });

  test('sends to everybody in the split dataset but the group held out', async () => {
    await session.exec(`CREATE TABLE "small split" AS ${splitSql(people('small'), stratified).text}`);
    const condition = sendConditionSql(people('small'), stratified, 'small split')?.text ?? '';
    const kept = await scalar(session, `SELECT count(*)::INTEGER FROM small WHERE ${condition}`);
    const held = await scalar(session, `SELECT count(*)::INTEGER FROM "small split" WHERE "group" = 'holdout'`);
    expect(Number(kept) + Number(held)).toBe(500);
    expect(held).toBe(51);
  });
});

test('the balance is the largest difference of means in standard deviations', async () => {
  const even = readBalance(
    await rows(
      session,
      balanceSql(people('large'), split, [
        { name: 'age', type: 'BIGINT' },
        { name: 'country', type: 'VARCHAR' },
      ]).text,
    ),
  );
  expect(even.map(({ what }) => what).sort()).toEqual(['age', 'country = DE', 'country = FR']);
  for (const { difference } of even) expect(difference).toBeLessThan(0.2);

  const halves: Split = {
    salt: 's',
    groups: [
      { name: 'A', percent: 50 },
      { name: 'B', percent: 50 },
    ],
    strata: [],
  };
  await session.exec(`CREATE TABLE pair AS
SELECT *, CASE WHEN ${placeSql('id', 's').text} < 0.5 THEN 0 ELSE 1 END + i % 2 AS score
FROM (SELECT i, 'p' || i AS id FROM range(2000) AS r(i))`);
  const off = readBalance(
    await rows(
      session,
      balanceSql({ dataset: 'pair', identity: 'id', columns: ['i', 'id', 'score'] }, halves, [
        { name: 'score', type: 'BIGINT' },
      ]).text,
    ),
  );
  expect(off[0]?.difference).toBeCloseTo(2, 0);
});
