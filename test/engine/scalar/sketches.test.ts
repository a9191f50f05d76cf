import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { literal, rawSql, sql } from '../../../src/core/sql.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import {
  buildSketchSql,
  couponSql,
  estimateSketchSql,
  mergeSketchesSql,
  usualLgK,
} from '../../../src/scalar/hll/sketch-sql.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const size = literal(usualLgK);
const sketch = (value: string) => buildSketchSql(couponSql('text', rawSql(value)), size);

test('a million different values are counted within a thousandth', async () => {
  const estimate = await scalar(
    session,
    sql`SELECT ${estimateSketchSql(sketch("'user ' || range % 1000000"))} FROM range(1500000)`.text,
  );
  expect(Math.abs(Number(estimate) / 1e6 - 1)).toBeLessThan(0.001);
});

test('sketches of groups, stored and merged, count their union', async () => {
  await session.exec(
    sql`CREATE TABLE cubes AS
SELECT range % 30 AS day, ${sketch("'user ' || range % 40000")} AS users
FROM range(300000)
GROUP BY day`.text,
  );
  const [found] = await rows(
    session,
    sql`SELECT
  ${estimateSketchSql(mergeSketchesSql(sql`users`, sql`0`))} AS united,
  count(*) AS days,
  min(users) LIKE 'CgEHDA%' AS places
FROM cubes`.text,
  );
  expect(found?.days).toBe(30n);
  expect(found?.places).toBe(true);
  expect(Math.abs(Number(found?.united) / 40_000 - 1)).toBeLessThan(0.06);
});

test('few values are counted exactly, NULLs and empty texts not at all', async () => {
  const [found] = await rows(
    session,
    sql`SELECT ${estimateSketchSql(sketch('t'))} AS some, ${estimateSketchSql(buildSketchSql(couponSql('text', sql`t`), size, sql`t = 'nobody'`))} AS none
FROM (VALUES ('a'), ('b'), ('a'), (NULL), ('')) AS v (t)`.text,
  );
  expect(found).toEqual({ some: 2, none: 0 });
});

test('sketches of different sizes merge only when that is asked for', async () => {
  const both = sql`(SELECT ${sketch("'a' || range")} AS s FROM range(1000) UNION ALL SELECT ${buildSketchSql(couponSql('text', rawSql("'a' || range")), sql`10`)} FROM range(1000))`;
  const merged = (anySize: string) =>
    sql`SELECT ${estimateSketchSql(mergeSketchesSql(sql`s`, rawSql(anySize)))} FROM ${both}`.text;
  await expect(scalar(session, merged('0'))).rejects.toThrow('The sketches have different sizes');
  expect(Math.abs(Number(await scalar(session, merged('1'))) / 1000 - 1)).toBeLessThan(0.13);
  await expect(
    scalar(session, sql`SELECT ${buildSketchSql(couponSql('text', sql`'a'`), sql`3`)}`.text),
  ).rejects.toThrow('A sketch has a size of 4 to 21, not 3.');
});
