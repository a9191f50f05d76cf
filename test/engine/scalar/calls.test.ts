import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { collect, rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { functionsSql } from '../../../src/sql/functions/functions-sql.ts';
import { parseFunctions } from '../../../src/sql/functions/parse-functions.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const one = (expression: string) => scalar(session, `SELECT ${expression}`);

describe('a function of ours', () => {
  test('answers for constants, columns, NULLs, empty, long and foreign texts', async () => {
    expect(await one("sh_crc32('Spark')")).toBe(1_557_323_817n);
    expect(await one('sh_crc32(CAST(NULL AS VARCHAR))')).toBeNull();
    const found = await rows(
      session,
      `SELECT sh_url_encode(t) AS shown FROM (VALUES ('a b'), (NULL), (''), ('é😀'), (repeat('ü', 1000000))) AS v (t)`,
    );
    expect(found.slice(0, 4).map(({ shown }) => shown)).toEqual(['a+b', null, '', '%C3%A9%F0%9F%98%80']);
    expect(found[4]?.shown).toBe('%C3%BC'.repeat(1_000_000));
  });

  test('reads texts of all scripts beside each other, NULLs among them', async () => {
    const mixed = `CASE range % 6 WHEN 0 THEN 'plain ' || range WHEN 1 THEN 'é' || range WHEN 2 THEN '😀漢' || range WHEN 3 THEN '' WHEN 4 THEN NULL ELSE repeat('ü', 300) END`;
    const found = await rows(
      session,
      `SELECT count(*) AS wrong FROM (SELECT range, ${mixed} AS t FROM range(10000))
WHERE sh_url_decode(sh_url_encode(t)) IS DISTINCT FROM t`,
    );
    expect(found).toEqual([{ wrong: 0n }]);
    const bytes = await rows(
      session,
      `SELECT DISTINCT sh_url_encode(CASE WHEN range % 2 = 0 THEN unhex('F09F') ELSE unhex('80' || hex('a')) END) AS shown FROM range(100) ORDER BY shown`,
    );
    expect(bytes.map(({ shown }) => shown)).toEqual(['%EF%BF%BD', '%EF%BF%BDa']);
  });

  test('gives every kind of result, over many vectors', async () => {
    const [found] = await rows(
      session,
      `SELECT
  count(*) FILTER (WHERE sh_conv(CAST(range AS VARCHAR), 10, 16) = upper(to_hex(range))) AS texts,
  count(*) FILTER (WHERE sh_hypot(CAST(range AS DOUBLE), 0) = range) AS doubles,
  count(*) FILTER (WHERE sh_json_array_length('[' || repeat('1,', range % 5) || '1]') = range % 5 + 1) AS integers,
  count(*) FILTER (WHERE sh_parse_timestamp(strftime(make_timestamp(range * 86400000000), '%Y-%m-%d'), 'yyyy-MM-dd') = range * 86400000000) AS bigints,
  count(*) FILTER (WHERE sh_xpath_boolean('<a>' || repeat('<b/>', range % 2) || '</a>', 'a/b') = (range % 2 = 1)) AS booleans,
  count(*) FILTER (WHERE unhex(sh_encode(CAST(range AS VARCHAR), 'UTF-8')) = encode(CAST(range AS VARCHAR))) AS bytes
FROM range(10000)`,
    );
    expect(found).toEqual({
      ...{ texts: 10_000n, doubles: 10_000n, integers: 10_000n },
      ...{ bigints: 10_000n, booleans: 10_000n, bytes: 10_000n },
    });
  });

  test('keeps several results of one row apart', async () => {
    const found = await rows(
      session,
      `SELECT count(*) AS wrong
FROM (SELECT range, sh_url_encode('a ' || range) AS a, sh_url_encode('b ' || range) AS b, sh_soundex('x') AS c FROM range(5000))
WHERE a <> 'a+' || range OR b <> 'b+' || range OR c <> 'X000' OR sh_url_decode(a) || sh_url_decode(b) <> 'a ' || range || 'b ' || range`,
    );
    expect(found).toEqual([{ wrong: 0n }]);
  });

  test('stands wherever SQL lets a function stand', async () => {
    await session.exec(
      `CREATE TABLE hashed AS SELECT range AS id, sh_crc32(CAST(range AS VARCHAR)) AS hash FROM range(1000)`,
    );
    expect(await scalar(session, 'SELECT count(DISTINCT hash) FROM hashed')).toBe(1000n);
    expect(
      await scalar(
        session,
        'SELECT count(*) FROM hashed AS h JOIN range(1000) AS r ON h.hash = sh_crc32(CAST(r.range AS VARCHAR))',
      ),
    ).toBe(1000n);
    expect(
      await scalar(
        session,
        'SELECT count(*) FROM (SELECT sh_soundex(CAST(id AS VARCHAR)) AS s FROM hashed GROUP BY s)',
      ),
    ).toBe(1000n);
    expect(await one("CAST(list_transform(['Spark', 'a', NULL], lambda x: sh_crc32(x)) AS VARCHAR)")).toBe(
      '[1557323817, 3904355907, NULL]',
    );
    expect(
      await one(
        "(SELECT list(sh_initcap(t) ORDER BY sh_initcap(t) DESC)::VARCHAR FROM (VALUES ('a b'), ('c')) AS v (t))",
      ),
    ).toBe('[C, A B]');
    await session.exec(
      "CREATE VIEW masked AS SELECT sh_mask(CAST(id AS VARCHAR), 'X', 'x', 'n', '') AS id FROM hashed",
    );
    expect(await scalar(session, "SELECT count(*) FROM masked WHERE id = 'nnn'")).toBe(900n);
  });

  test('is known to every session, and offered to none', async () => {
    const other = await engine.openSession();
    expect(await scalar(other, "SELECT sh_soundex('Miller')")).toBe('M460');
    await other.close();
    const offered = parseFunctions(await rows(session, functionsSql().text)).map(({ name }) => name);
    expect(offered).toContain('md5');
    expect(offered.filter((name) => name.startsWith('sh_'))).toEqual([]);
  });

  test('works through long lists', async () => {
    expect(await one("list_sum(list_transform(range(50000), lambda i: length(sh_url_encode('é ' || i))))")).toBe(
      await one('(SELECT sum(7 + length(CAST(range AS VARCHAR))) FROM range(50000))'),
    );
  });

  test('says in words what it refuses', async () => {
    await expect(one("sh_aes_encrypt('a', 'short')")).rejects.toThrow(
      'The key has 5 bytes, and AES takes 16, 24 or 32.',
    );
    await expect(one('sh_crc32()')).rejects.toThrow('sh_crc32() takes 1 arguments, not 0.');
    await expect(one('sh_soundex(1)')).rejects.toThrow('sh_soundex() takes text here, not INTEGER.');
    await expect(one("sh_soundex('a', 'b')")).rejects.toThrow('sh_soundex() takes 1 arguments, not 2.');
    await expect(one("sh_zone_offset(0::DOUBLE, 'Mars')")).rejects.toThrow('There is no time zone "Mars".');
    expect(await one("sh_soundex('Miller')")).toBe('M460');
  });

  test('a statement can be cancelled in it and the session used again', async () => {
    const query = session.query("SELECT sum(sh_crc32('a' || range)) FROM range(1000000000)");
    const ended = query.next().then(
      () => 'done',
      (error: unknown) => error,
    );
    await query.close();
    await ended;
    expect(await one('1')).toBe(1);
  });
});

test('engines open and close one after the other, each with its own functions', async () => {
  for (let round = 0; round < 3; round++) {
    const another = await openNodeEngine({});
    const own = await another.openSession();
    const [mine, theirs] = await Promise.all([
      collect(own, "SELECT sh_url_encode('é' || range) FROM range(20000)"),
      collect(session, "SELECT sh_url_encode('é' || range) FROM range(20000)"),
    ]);
    expect([mine.rowCount, theirs.rowCount]).toEqual([20_000, 20_000]);
    await another.close();
  }
  expect(await one("sh_url_encode('é')")).toBe('%C3%A9');
});
