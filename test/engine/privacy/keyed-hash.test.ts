import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { identifier, literal, rawSql, sql } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { drawSql, hmacSql, padsSql, secretSql, secretVariable } from '../../../src/privacy/keyed-hash.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const setKey = (hex: string) =>
  session.exec(sql`SET VARIABLE ${identifier(secretVariable('test-key'))} = unhex(${literal(hex)})`.text);

async function hmacs(texts: readonly string[]): Promise<readonly unknown[]> {
  const list = rawSql(texts.map((text) => literal(text).text).join(', '));
  const query = sql`WITH keyed AS (
  SELECT unnest([${list}]) AS said, ${secretSql('test-key')} AS draw_key
), padded AS (
  SELECT *, ${padsSql()}
  FROM keyed
)
SELECT ${hmacSql(identifier('said'))} AS digest FROM padded`;
  return (await rows(session, query.text)).map(({ digest }) => digest);
}

/** RFC 4231, test cases 1 and 2. */
test.each([
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
])('HMAC-SHA256 gives the standard’s own examples', async (key, said, digest) => {
  await setKey(key);
  expect(await hmacs([said])).toEqual([digest]);
});

test('texts of any length and script agree with another implementation', async () => {
  const key = 'ab'.repeat(64);
  await setKey(key);
  const texts = ['', 'a', 'Zoë Łukasz 山田', 'x'.repeat(63), 'x'.repeat(64), 'x'.repeat(200), '\0'];
  const expected = texts.map((text) => createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex'));
  expect(await hmacs(texts)).toEqual(expected);
});

test('without its key nothing is hashed', async () => {
  await session.exec(sql`RESET VARIABLE ${identifier(secretVariable('test-key'))}`.text);
  expect(await hmacs(['a'])).toEqual([null]);
});

test('draws lie evenly in [0, 1), and differ by use', async () => {
  await setKey('00'.repeat(32));
  const query = sql`WITH keyed AS (
  SELECT i, ${secretSql('test-key')} AS draw_key FROM range(20000) AS numbers (i)
), drawn AS (
  SELECT ${drawSql('one', identifier('i'))} AS one, ${drawSql('two', identifier('i'))} AS two FROM keyed
)
SELECT min(one) AS least, max(one) AS most, avg(one) AS mean, var_pop(one) AS variance, abs(corr(one, two)) AS together FROM drawn`;
  const [figures] = await rows(session, query.text);
  expect(figures?.least).toBeGreaterThanOrEqual(0);
  expect(figures?.most).toBeLessThan(1);
  // The key is fixed, so these are not chances; 5 standard errors of 20,000 uniform draws would be 0.0102 and 0.0026.
  expect(Math.abs(Number(figures?.mean) - 0.5)).toBeLessThan(0.0102);
  expect(Math.abs(Number(figures?.variance) - 1 / 12)).toBeLessThan(0.0026);
  expect(figures?.together).toBeLessThan(0.036);
});
