import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { identifier, sql } from '../../../src/core/sql.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { extractJson, jsonExtractor } from '../../../src/ingest/json/extract.ts';
import { usualLimits } from '../../../src/ingest/json/limits.ts';
import type { JsonOptions } from '../../../src/ingest/json/options.ts';
import { memorySource } from '../../support/byte-source.ts';
import { extracted } from '../../support/extracted.ts';
import { customerRecords } from '../../support/json-records.ts';

let engine: Engine;
let session: Session;
let tables = 0;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

/** Imports a file into a new table, checks that all figures agree, and gives the table's name and the report. */
async function imported(content: string | Uint8Array, options: JsonOptions = {}, extract = extractJson) {
  const result = await extracted(extract, memorySource('x.json', content), options);
  const table = `json_${++tables}`;
  const names = ['record', ...result.columns.map((column) => column.name)];
  for (const [index, batch] of result.batches.entries()) {
    await session.append(['main', table], names, batch, { create: index === 0 });
  }
  const { counts } = result;
  expect(counts.read).toBe(counts.loaded + counts.rejected + counts.skipped);
  expect(counts.rejected).toBe(result.rejects.length);
  if (counts.loaded > 0) {
    expect(await scalar(session, sql`SELECT count(*) FROM ${identifier(table)}`.text)).toBe(BigInt(counts.loaded));
  }
  return { ...result, table };
}

/** The rows of a query in which `{t}` stands for the imported table. */
const ask = (table: string, query: string) => rows(session, query.replace('{t}', table));

/** The types the engine sees, the record number left out. */
async function types(table: string) {
  const query = "SELECT column_name || ' ' || data_type AS type FROM duckdb_columns() WHERE table_name = '{t}'";
  const columns = await ask(table, query);
  return columns.slice(1).map((column) => column.type);
}

describe('values reach the engine as they are in the file', () => {
  test('a nested file of customers', async () => {
    const count = 20_000;
    const lines = [...customerRecords(count)];
    const { table } = await imported(`${lines.join('\n')}\n`);
    expect(await types(table)).toEqual([
      'id BIGINT',
      'account BIGINT',
      'name VARCHAR',
      'email VARCHAR',
      'signup DATE',
      'last_seen TIMESTAMP',
      'active BOOLEAN',
      'balance DOUBLE',
      'segment VARCHAR',
      'visits BIGINT',
      'address STRUCT(city VARCHAR, zip VARCHAR, geo STRUCT(lat DOUBLE, lon DOUBLE))',
      'scores BIGINT[]',
      'items STRUCT(sku VARCHAR, qty BIGINT, price DOUBLE)[]',
      'ratio DOUBLE',
    ]);
    const [sums] = await ask(
      table,
      `SELECT sum(visits)::BIGINT AS visits, count(email) AS emails, sum(list_sum(scores))::BIGINT AS scores,
              sum(len(items))::BIGINT AS items, count(*) FILTER (address.city = 'München') AS munich,
              sum(account)::VARCHAR AS accounts, count(DISTINCT record) AS records, max(last_seen)::VARCHAR AS latest
       FROM {t}`,
    );
    interface Customer {
      readonly visits: number;
      readonly email: string | null;
      readonly scores: readonly number[];
      readonly items: readonly unknown[];
      readonly address: { readonly city: string };
      readonly last_seen: string;
    }
    const parsed = lines.map((line) => JSON.parse(line) as Customer); // what the generator writes
    const total = (value: (customer: Customer) => number) => parsed.reduce((sum, customer) => sum + value(customer), 0);
    const accounts = lines.reduce((sum, line) => sum + BigInt(/"account":(\d+)/.exec(line)?.[1] ?? 0), 0n);
    expect(sums).toEqual({
      visits: BigInt(total((customer) => customer.visits)),
      emails: BigInt(total((customer) => (customer.email === null ? 0 : 1))),
      scores: BigInt(total((customer) => customer.scores.reduce((sum, score) => sum + score, 0))),
      items: BigInt(total((customer) => customer.items.length)),
      munich: BigInt(total((customer) => (customer.address.city === 'München' ? 1 : 0))),
      accounts: String(accounts),
      records: BigInt(count),
      latest: parsed
        .map((customer) => customer.last_seen.replace('T', ' '))
        .sort()
        .at(-1),
    });
  });

  test('huge and exact numbers', async () => {
    const { table } = await imported(
      `[{"big":9223372036854775807,"huge":99999999999999999999999999999999999999,"exact":0.1234567890123456789,
         "long":1234567890123456789012345678901234567890,"tiny":5e-324,"mixed":9007199254740993},
        {"big":-9223372036854775808,"huge":-18446744073709551616,"exact":-12.5,
         "long":1,"tiny":-1.7976931348623157e308,"mixed":0.5}]`,
    );
    expect(await types(table)).toEqual([
      'big BIGINT',
      'huge DECIMAL(38,0)',
      'exact DECIMAL(21,19)',
      'long VARCHAR',
      'tiny DOUBLE',
      'mixed DECIMAL(17,1)',
    ]);
    expect(await ask(table, 'SELECT * EXCLUDE record FROM {t} ORDER BY record')).toEqual([
      {
        big: 2n ** 63n - 1n,
        huge: '9'.repeat(38),
        exact: '0.1234567890123456789',
        long: '1234567890123456789012345678901234567890',
        tiny: 5e-324,
        mixed: '9007199254740993.0',
      },
      {
        big: -(2n ** 63n),
        huge: '-18446744073709551616',
        exact: '-12.5000000000000000000',
        long: '1',
        tiny: -1.7976931348623157e308,
        mixed: '0.5',
      },
    ]);
  });

  test('text with every kind of character', async () => {
    const { table, notes } = await imported(
      '[{"s":"a\\u0000b"},{"s":"\\ud83d\\ude00é\\n\\"\\\\\\/"},{"s":"\\ud800x"},{"s":""},{"s":null}]',
    );
    expect(
      await ask(table, "SELECT s, length(s) AS n, s = 'a' || chr(0) || 'b' AS nul FROM {t} ORDER BY record"),
    ).toEqual([
      { s: 'a\0b', n: 3n, nul: true },
      { s: '😀é\n"\\/', n: 6n, nul: false },
      { s: '\u{fffd}x', n: 2n, nul: false },
      { s: '', n: 0n, nul: false },
      { s: null, n: null, nul: null },
    ]);
    expect(notes.map((note) => note.code)).toEqual(['lone-surrogate']);
  });

  test('dates and times at their ends', async () => {
    const { table } = await imported(
      `[{"d":"0001-01-01","t":"0001-01-01T00:00:00","z":"2024-03-31T01:30:00.123456+01:00"},
        {"d":"9999-12-31","t":"9999-12-31 23:59:59.999999","z":"1969-12-31T23:59:59.999999Z"},
        {"d":"1969-12-31","t":"1969-12-31T23:59:59.999999","z":null}]`,
    );
    expect(await types(table)).toEqual(['d DATE', 't TIMESTAMP', 'z TIMESTAMP']);
    expect(
      await ask(table, 'SELECT d::VARCHAR AS d, t.t::VARCHAR AS x, z::VARCHAR AS z FROM {t} AS t ORDER BY record'),
    ).toEqual([
      { d: '0001-01-01', x: '0001-01-01 00:00:00', z: '2024-03-31 00:30:00.123456' },
      { d: '9999-12-31', x: '9999-12-31 23:59:59.999999', z: '1969-12-31 23:59:59.999999' },
      { d: '1969-12-31', x: '1969-12-31 23:59:59.999999', z: null },
    ]);
  });

  test('empty lists and objects, and NULLs at every level', async () => {
    const { table } = await imported(
      `[{"l":[],"o":{},"n":null,"s":{"a":null,"b":[]},"m":[{}]},
        {"l":null,"o":null,"n":null,"s":null,"m":[]},
        {"l":[null],"o":{},"s":{"b":[{"c":1},null]},"m":null}]`,
    );
    expect(await types(table)).toEqual([
      'l VARCHAR[]',
      'o VARCHAR',
      'n VARCHAR',
      's STRUCT(a VARCHAR, b STRUCT(c BIGINT)[])',
      'm VARCHAR[]',
    ]);
    expect(await ask(table, 'SELECT * EXCLUDE record FROM {t} ORDER BY record')).toEqual([
      { l: [], o: '{}', n: null, s: { a: null, b: [] }, m: ['{}'] },
      { l: null, o: null, n: null, s: null, m: [] },
      { l: [null], o: '{}', n: null, s: { a: null, b: [{ c: 1n }, null] }, m: null },
    ]);
  });

  test('values of several types', async () => {
    const { table } = await imported(
      '{"zip":12345,"any":{"a":[1, 2]}}\n{"zip":"01234","any":"plain"}\n{"zip":1.50,"any":"[1]"}\n{"zip":true,"any":7}\n',
    );
    expect(await ask(table, 'SELECT zip, "any" AS a FROM {t} ORDER BY record')).toEqual([
      { zip: '12345', a: '{"a":[1, 2]}' },
      { zip: '01234', a: 'plain' },
      { zip: '1.50', a: '"[1]"' },
      { zip: 'true', a: '7' },
    ]);
  });
});

describe('awkward files', () => {
  test('names that the engine cannot tell apart, and its own words', async () => {
    const { table } = await imported(
      '[{"id":1,"ID":2,"":3,"select":4,"a\\"b":5,"a\\u0000b":6,"o":{"x":7,"X":8,"":9}}]',
    );
    expect(
      await ask(table, 'SELECT id, "ID_2", column_3, "select" AS s, "a""b" AS q, o.x, o.X_2, o.column_3 AS e FROM {t}'),
    ).toEqual([{ id: 1n, ID_2: 2n, column_3: 3n, s: 4n, q: 5n, x: 7n, X_2: 8n, e: 9n }]);
  });

  test('as many levels as the engine takes, the rest as text', async () => {
    const deep = `${'{"k":['.repeat(120)}"x"${']}'.repeat(120)}`;
    const { table, notes } = await imported(`[{"v":${deep}},{"v":null}]`);
    expect(notes.map((note) => note.code)).toEqual(['too-deep']);
    expect(await ask(table, `SELECT v${'.k[1]'.repeat(30)} AS rest FROM {t} ORDER BY record`)).toEqual([
      { rest: `${'{"k":['.repeat(90)}"x"${']}'.repeat(90)}` },
      { rest: null },
    ]);
  });

  test('5,000 columns, most of them empty in each record', async () => {
    const line = (row: number) =>
      `{"id":${row},${Array.from({ length: 20 }, (_, key) => `"c${(row * 20 + key) % 5000}":${key}`).join(',')}}`;
    const { table, columns } = await imported(Array.from({ length: 500 }, (_, row) => line(row)).join('\n'));
    expect(columns.length).toBe(5001);
    expect(
      await ask(table, 'SELECT count(*) AS n, sum(c0)::BIGINT AS a, sum(c4999)::BIGINT AS z, count(c77) AS c FROM {t}'),
    ).toEqual([{ n: 500n, a: 0n, z: 38n, c: 2n }]);
  });

  test('a text of 10 MB', async () => {
    const text = 'é€'.repeat(2_000_000);
    const { table, batches } = await imported(
      `{"id":1,"s":"${text}"}\n{"id":2,"s":"\\u0041${text}"}\n{"id":3,"s":"b"}\n`,
    );
    expect(batches.length).toBe(3);
    expect(
      await ask(table, "SELECT length(s) AS n, md5(s) = md5(repeat('é€', 2000000)) AS same FROM {t} ORDER BY record"),
    ).toEqual([
      { n: 4_000_000n, same: true },
      { n: 4_000_001n, same: false },
      { n: 1n, same: false },
    ]);
  });

  test('good lines among bad ones keep their record numbers', async () => {
    const lines = Array.from({ length: 30_000 }, (_, row) =>
      row % 1000 === 999 ? '{"id":' : `{"id":${row},"s":"v${row}"}`,
    );
    const { table, rejects, counts } = await imported(`${lines.join('\n')}\n\n`);
    expect(counts).toEqual({ read: 30_001, loaded: 29_970, rejected: 30, skipped: 1 });
    expect(rejects.map((reject) => reject.line)).toEqual(Array.from({ length: 30 }, (_, row) => (row + 1) * 1000));
    expect(await ask(table, 'SELECT count(*) AS n, bool_and(record = id + 1) AS same FROM {t}')).toEqual([
      { n: 29_970n, same: true },
    ]);
  });

  test('a file that ends in the middle gives all whole records', async () => {
    const text = `[${[...customerRecords(3000)].join(',\n')}]`;
    const { table, counts, rejects } = await imported(text.slice(0, -40));
    expect(counts).toEqual({ read: 3000, loaded: 2999, rejected: 1, skipped: 0 });
    expect(rejects).toMatchObject([{ record: 3000, line: 3000, reason: 'the file ends inside this record' }]);
    expect(await ask(table, 'SELECT max(id) AS last FROM {t}')).toEqual([{ last: 2999n }]);
  });

  test('repeated keys', async () => {
    const { table, notes } = await imported('[{"a":1,"a":2},{"a":3,"b":{"c":1,"c":"x","c":[4]}}]');
    expect(await ask(table, 'SELECT a, b.c AS c FROM {t} ORDER BY record')).toEqual([
      { a: 2n, c: null },
      { a: 3n, c: '[4]' },
    ]);
    expect(notes.find((note) => note.code === 'duplicate-key')?.count).toBe(3);
  });

  test('UTF-16 with a mark', async () => {
    const text = '\uFEFF[{"é":"😀","n":1},{"é":"€","n":2}]';
    const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const { table } = await imported(new Uint8Array(units.buffer));
    expect(await ask(table, 'SELECT "é" AS e, n FROM {t} ORDER BY record')).toEqual([
      { e: '😀', n: 1n },
      { e: '€', n: 2n },
    ]);
  });
});

describe('types are decided over all records', () => {
  /** With a sample of 64 KB the late values come as a surprise, as they would behind 4 MB. */
  const shortSighted = jsonExtractor({ ...usualLimits, sampleBytes: 65_536, pieceBytes: 65_536 });

  test('values that appear late change types from the first record on', async () => {
    const early = (row: number) => `{"id":${row},"amount":${row},"day":"2024-01-01","tag":null,"items":[]}`;
    const late = '{"id":"X-1","amount":0.5,"day":"n/a","tag":{"a":1},"items":[{"q":1}],"extra":true}';
    const lines = [...Array.from({ length: 5000 }, (_, row) => early(row)), late];
    const { table, passes } = await imported(lines.join('\n'), {}, shortSighted);
    expect(passes).toBe(2);
    expect(await types(table)).toEqual([
      'id VARCHAR',
      'amount DOUBLE',
      'day VARCHAR',
      'tag STRUCT(a BIGINT)',
      'items STRUCT(q BIGINT)[]',
      'extra BOOLEAN',
    ]);
    expect(await ask(table, 'SELECT * FROM {t} WHERE record IN (4711, 5001) ORDER BY record')).toEqual([
      { record: 4711n, id: '4710', amount: 4710, day: '2024-01-01', tag: null, items: [], extra: null },
      { record: 5001n, id: 'X-1', amount: 0.5, day: 'n/a', tag: { a: 1n }, items: [{ q: 1n }], extra: true },
    ]);
  });

  test('several batches make one table', async () => {
    const count = 150_000;
    const { table, batches, passes } = await imported(
      `[${Array.from({ length: count }, (_, row) => `{"i":${row}}`).join(',')}]`,
    );
    expect(passes).toBe(1);
    expect(batches.map((batch) => batch.rowCount)).toEqual([65_536, 65_536, 18_928]);
    expect(await ask(table, 'SELECT sum(i)::BIGINT AS s, bool_and(record = i + 1) AS same FROM {t}')).toEqual([
      { s: BigInt((count * (count - 1)) / 2), same: true },
    ]);
  });
});
