import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { encodeHere } from '../../../../electron/node/encode-rows.ts';
import {
  fileFormatSchema,
  type SendSettings,
  type SendSettingsInput,
} from '../../../../src/activation/prepare/send-settings.ts';
import { writeOptions } from '../../../../src/activation/prepare/write-options.ts';
import { copiedFile, copyOptions } from '../../../../src/activation/run/copied-file.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { rawSql } from '../../../../src/core/sql.ts';
import type { Batch } from '../../../../src/engine/batch.ts';
import { collect } from '../../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../../src/engine/engine.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

type Settings = Pick<SendSettings, 'file' | 'fields'>;
const settingsOf = (file: NonNullable<SendSettingsInput['file']>): Settings => ({
  file: fileFormatSchema.parse(file),
  fields: [],
});

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts).toString('latin1'); // byte by byte
}

async function byWriter(query: string, settings: Settings): Promise<string> {
  const { columns, batches } = await collect(session, query);
  async function* given(): AsyncGenerator<Batch, void> {
    yield* await Promise.resolve(batches);
  }
  const task = { format: settings.file.format, options: writeOptions(settings), columns, sheetName: 'Send' };
  return textOf(encodeHere(task, given()));
}

/** What the engine writes, and how many rows it told of; `undefined` where it must not write. */
async function byEngine(query: string, settings: Settings, rowCount = 0) {
  const { columns } = await collect(session, `${query}\nLIMIT 0`);
  const options = copyOptions(settings, columns);
  if (options === undefined) return undefined;
  let told = 0;
  const { signal } = createCancelSource();
  const onRows = (rows: number) => {
    told += rows;
  };
  const request = { session, settings, send: 's', file: 0, rows: rawSql(query), rowCount, signal, onRows };
  return { text: await textOf(copiedFile(engine, request, columns, options)), told };
}

/** Texts that a delimited file may have to quote, in every position. */
const awkward = `SELECT a || m || b AS v, i, NULL AS nothing
FROM (SELECT unnest(['', ' ', 'a', '#', ',', ';', '|', '"', '''', chr(9), chr(10), chr(13), chr(0), 'é', '😀', chr(65279), '\\', 'NULL', '-', '=']) AS a),
  (SELECT unnest(['', 'm', '"', ',', chr(10), '#']) AS m),
  (SELECT unnest(['', ' ', '"', chr(13), ';']) AS b),
  (SELECT unnest([1, NULL]) AS i)
ORDER BY ALL`;

const typed = `SELECT i, i % 2 = 0 AS b, i::TINYINT AS tiny, i::UBIGINT AS big, 170141183460469231731687303715884105727::HUGEINT - i AS huge,
  340282366920938463463374607431768211455::UHUGEINT - i::UHUGEINT AS uhuge, (i / 8)::DECIMAL(10,3) AS q, (-i)::DECIMAL(38,0) AS whole,
  DATE '0001-01-01' - (i * 40)::INT AS d, CASE i WHEN 1 THEN 'infinity'::DATE WHEN 2 THEN '-infinity'::DATE END AS far,
  TIME '10:00:00.25' + INTERVAL (i) MINUTE AS clock, TIMESTAMP '2024-02-28 01:02:03.5' - INTERVAL (i * 900) DAY AS ts,
  '2024-02-28 01:02:03'::TIMESTAMP_S AS s, '2024-02-28 01:02:03.25'::TIMESTAMP_MS AS ms, '2024-02-28 01:02:03.123456789'::TIMESTAMP_NS AS ns,
  '2024-02-28 01:02:03+02'::TIMESTAMPTZ AS z, CASE i WHEN 3 THEN 'infinity'::TIMESTAMP END AS never, INTERVAL (i - 20) DAY + INTERVAL (i) SECOND AS span,
  ('a' || chr(i::INT % 3) || '"')::BLOB AS bytes, uuid_blob.id, ['x', 'y,', NULL][1 + i % 3]::ENUM('x', 'y,') AS e, '0101'::BIT AS bits,
  NULL AS none
FROM range(40) AS t(i), (SELECT '00000000-0000-0000-0000-00000000000a'::UUID AS id) AS uuid_blob
ORDER BY i`;

const doubles = `SELECT v
FROM (
  SELECT unnest([0, -0.0, 1, -1, 0.1, 1/3, 2/3, 1e-4, 9.9999e-5, 1.5e-5, 1e-6, 9.999e-7, 1.25e-7, 1e-10, 5e-324, 1e15, 123456789012345680, 1e16, 2::DOUBLE ** 60, 1e20, 999999999999999900000, 1e21, 1.5e21, 1.7976931348623157e308, 'nan', 'inf', '-inf', NULL]::DOUBLE[]) AS v
  UNION ALL
  SELECT ((hash(range) % 2000003)::BIGINT - 1000001) * 10::DOUBLE ** (range % 60 - 30) FROM range(4000)
  UNION ALL
  SELECT -(hash(range) / 7.0) * 10::DOUBLE ** (range % 45 - 40) FROM range(4000)
)`;

describe('a delimited file is the same by the engine and by our own writer', () => {
  test.each<NonNullable<SendSettingsInput['file']>>([
    {},
    { quoting: 'all' },
    { delimiter: ';', quote: "'", header: false, lineEnd: '\r\n' },
    { delimiter: '|', byteOrderMark: true, quoting: 'all', lineEnd: '\r\n' },
    { delimiter: ' ' },
    { delimiter: '#' },
    { delimiter: '\\', quote: '^' },
    { delimiter: 'a', quote: 'm' },
    { format: 'tsv' },
    { format: 'tsv', quoting: 'all' },
  ])('texts, with %o', async (file) => {
    const settings = settingsOf(file);
    expect((await byEngine(awkward, settings))?.text).toBe(await byWriter(awkward, settings));
  });

  test.each([['needed'], ['all']] as const)('every type, quoted where %s', async (quoting) => {
    const settings = settingsOf({ quoting });
    expect((await byEngine(typed, settings))?.text).toBe(await byWriter(typed, settings));
  });

  test('numbers of every size', async () => {
    const settings = settingsOf({});
    const [written, expected] = [(await byEngine(doubles, settings))?.text ?? '', await byWriter(doubles, settings)];
    expect(written.split('\n')).toEqual(expected.split('\n'));
  });

  test('headers that repeat, no rows, and rows as they are told', async () => {
    const settings = settingsOf({ quoting: 'all' });
    const repeated = `SELECT 1 AS "E mail", 2 AS "E mail", 'x' AS "a,b"`;
    expect((await byEngine(repeated, settings))?.text).toBe('"E mail","E mail","a,b"\n"1","2","x"\n');
    expect((await byEngine('SELECT 1 AS a WHERE false', settings))?.text).toBe('"a"\n');
    expect((await byEngine('SELECT range AS i FROM range(300000)', settings, 300_000))?.told).toBe(300_000);
  });
});

test('what the engine writes otherwise is left to our own writer', async () => {
  const plain = 'SELECT 1 AS a';
  expect(await byEngine('SELECT [1] AS list', settingsOf({}))).toBeUndefined();
  expect(await byEngine('SELECT 1.5::FLOAT AS real', settingsOf({}))).toBeUndefined();
  expect(await byEngine(plain, settingsOf({ delimiter: '¦' }))).toBeUndefined();
  expect(await byEngine(plain, settingsOf({ quote: '“' }))).toBeUndefined();
  expect(await byEngine(plain, settingsOf({ delimiter: "'", quote: "'" }))).toBeUndefined();
  expect(await byEngine(plain, settingsOf({ format: 'ndjson' }))).toBeUndefined();
});

test('a cancelled file ends, and the engine goes on', async () => {
  const { cancel, signal } = createCancelSource();
  const { columns } = await collect(session, 'SELECT 1 AS a LIMIT 0');
  const settings = settingsOf({});
  const options = copyOptions(settings, columns);
  if (options === undefined) throw new Error('The engine must be able to write this.');
  const rows = rawSql('SELECT count(*) AS a FROM range(100000000000)');
  const request = { session, settings, send: 's', file: 0, rows, rowCount: 1, signal, onRows: () => undefined };
  const writing = textOf(copiedFile(engine, request, columns, options));
  cancel();
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await byEngine('SELECT 1 AS a', settings))?.text).toBe('a\n1\n');
});
