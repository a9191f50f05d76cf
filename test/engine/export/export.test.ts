import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import { canCopy, copyDelimitedSql } from '../../../src/export/csv-copy.ts';
import { delimitedWriter } from '../../../src/export/delimited.ts';
import { csvDefaults, type DelimitedOptions } from '../../../src/export/export-format.ts';
import { jsonArrayWriter, ndjsonWriter } from '../../../src/export/json-rows.ts';
import { type ParquetEncoder, writeParquet } from '../../../src/export/parquet/parquet.ts';
import { writeText } from '../../../src/export/text-writer.ts';
import { openResult, type ResultSet } from '../../../src/results/result-set.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';
import { openParquet, readParquet, written } from './files.ts';

let engine: Engine;
let session: Session;
let space: ResultSpace;
let parquet: ParquetEncoder;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  space = createResultSpace(engine);
  parquet = openParquet();
});
afterAll(() => engine.close());

const open = (query: string, limits = {}): Promise<ResultSet> => openResult(space, session.query(query), limits);
const decoder = new TextDecoder();

const scalars = `
  SELECT i, CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'a,"b"' WHEN 3 THEN 'two' || chr(10) || 'lines' ELSE '#NULL' END AS t,
         i % 2 = 0 AS b, DATE '2024-02-28' + i::INT AS d, TIMESTAMP '2024-02-28 01:02:03.5' + INTERVAL (i) HOUR AS ts,
         (i / 8)::DECIMAL(10,3) AS q, 9007199254740993 + i AS big, TIME '10:00:00.25' AS clock, INTERVAL (i) DAY AS span,
         ('a' || chr(i::INT % 3))::BLOB AS bytes, '00000000-0000-0000-0000-000000000001'::UUID AS id, sum(i) OVER () AS total
  FROM range(3000) t(i)`;

describe('CSV', () => {
  async function copied(
    result: ResultSet,
    options: DelimitedOptions,
    columns = result.columns.map((_, index) => index),
  ) {
    const stored = await result.materialize();
    const output = await engine.createOutput();
    await session.exec(copyDelimitedSql(stored, columns, output.path, options).text);
    const text = decoder.decode(await output.read(0, await output.size()));
    await output.discard();
    return text;
  }

  test.each<Partial<DelimitedOptions>>([
    {},
    { delimiter: ';', quote: "'", nullText: 'NULL' },
    { delimiter: '\t', lineEnd: '\r\n', nullText: '\\N' },
    { guardFormulas: true },
  ])('the engine writes what our own writer writes: %o', async (options) => {
    const chosen = { ...csvDefaults, header: false, ...options };
    const result = await open(scalars);
    expect(canCopy(result.columns)).toBe(true);
    const { bytes } = await written(writeText(delimitedWriter(result.columns, chosen), result.batches()));
    expect(await copied(result, chosen)).toBe(decoder.decode(bytes));
    await result.close();
  });

  test('the engine disarms formulas as our own writer does', async () => {
    const chosen = { ...csvDefaults, header: false, guardFormulas: true };
    const result = await open(
      `SELECT unnest(['=1+1', '+1', '-1', '@x', chr(9) || 'x', chr(13) || 'x', chr(10) || 'x', 'a=1', '''', NULL]) AS t, -5 AS n`,
    );
    const { bytes } = await written(writeText(delimitedWriter(result.columns, chosen), result.batches()));
    const text = await copied(result, chosen);
    expect(text).toBe(decoder.decode(bytes));
    expect(text.split('\n')[0]).toBe("'=1+1,-5");
    await result.close();
  });

  test('comes back as it was, in order, beyond the memory cap', async () => {
    const result = await open(scalars, { maxRows: 1000 });
    const stored = await result.materialize();
    const output = await engine.createOutput();
    await session.exec(
      copyDelimitedSql(stored, [0, 1, 5, 6], output.path, { ...csvDefaults, nullText: 'nothing' }).text,
    );
    const read = `FROM read_csv('${output.path}', header = false, nullstr = 'nothing', allow_quoted_nulls = false,
      columns = {i: 'BIGINT', t: 'VARCHAR', q: 'DECIMAL(10,3)', big: 'BIGINT'})`;
    const differing = await scalar(
      session,
      `SELECT count(*) FROM (SELECT *, row_number() OVER () - 1 AS n ${read}) AS file
       FULL JOIN ${stored.relation.text} AS stored ON stored.rowid = file.n
       WHERE file.i IS DISTINCT FROM c0 OR t IS DISTINCT FROM c1 OR q IS DISTINCT FROM c5 OR big IS DISTINCT FROM c6`,
    );
    expect(differing).toBe(0n);
    await output.discard();
    await result.close();
  });

  test('nested values need our own writer, which writes JSON', async () => {
    const result = await open("SELECT {'a': [1, NULL]} AS s, MAP {'k': DATE '2024-01-01'} AS m");
    expect(canCopy(result.columns)).toBe(false);
    const { bytes } = await written(writeText(delimitedWriter(result.columns, csvDefaults), result.batches()));
    expect(decoder.decode(bytes)).toBe('s,m\n"{""a"":[1,null]}","{""k"":""2024-01-01""}"\n');
    await result.close();
  });
});

describe('JSON', () => {
  test('lines and array agree, and parse', async () => {
    const result = await open(
      `SELECT *, [i, NULL] AS l, {'x': {'y': t}} AS s, 'nan'::DOUBLE AS nan FROM (${scalars})`,
      { maxRows: 500 },
    );
    const lines = decoder.decode((await written(writeText(ndjsonWriter(result.columns), result.batches()))).bytes);
    const array = decoder.decode((await written(writeText(jsonArrayWriter(result.columns), result.batches()))).bytes);
    const parsed = JSON.parse(array) as Record<string, unknown>[];
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(parsed);
    expect(parsed).toHaveLength(3000);
    expect(parsed[7]).toMatchObject({
      i: 7,
      t: 'a,"b"',
      b: false,
      d: '2024-03-06',
      ts: '2024-02-28T08:02:03.5',
      q: 0.875,
      l: [7, null],
      s: { x: { y: 'a,"b"' } },
      nan: 'NaN',
      total: 4498500,
    });
    expect(lines.split('\n')[7]).toContain('"big":9007199254741000,');
    await result.close();
  });
});

describe('Parquet', () => {
  async function throughParquet(query: string, limits = {}) {
    const result = await open(query, limits);
    const { bytes, result: notes } = await written(writeParquet(result.columns, result.batches(), parquet, 'snappy'));
    const texts: (string | null)[][] = [];
    for await (const batch of result.batches()) {
      for (let row = 0; row < batch.rowCount; row++) texts.push(batch.columns.map((column) => textAt(column, row)));
    }
    await result.close();
    return { file: await readParquet(bytes), notes, texts };
  }

  test('keeps names, types and values, beyond the memory cap', async () => {
    const { file, texts, notes } = await throughParquet(
      `SELECT * EXCLUDE span, [i, NULL] AS l, {'a': i, 'b': [t]} AS s, MAP {'k' || i: i} AS m, array_value(i, 1) AS f,
              (i / 7)::FLOAT AS real, i / 7 AS double, i::UTINYINT % 100 AS tiny, i AS i FROM (${scalars.replace('3000', '250')})`,
      { maxRows: 100 },
    );
    expect(file.names.slice(-2)).toEqual(['tiny', 'i_2']);
    expect(file.rows).toEqual(texts);
    expect(notes).toEqual([]);
  });

  test('has several row groups in order', async () => {
    const { file } = await throughParquet('SELECT range AS i FROM range(300000)');
    expect(file.rowGroups).toBe(3);
    expect(file.rows.every(([value], index) => value === String(index))).toBe(true);
  });

  test('an empty result has its columns', async () => {
    const { file } = await throughParquet(
      "SELECT 1 AS a, 'x' AS b, [1] AS c, {'d': 1.5} AS d, MAP {1: 2} AS m, DATE '2024-01-01' AS e WHERE false",
    );
    expect(file).toEqual({ names: ['a', 'b', 'c', 'd', 'm', 'e'], rowGroups: 0, rows: [] });
  });

  test('writes as text what Parquet does not have, and says so', async () => {
    const { file, notes, texts } = await throughParquet(
      "SELECT INTERVAL 3 DAY AS i, union_value(n := 1) AS u, [INTERVAL 1 MONTH] AS l, 'a'::ENUM('a', 'b') AS e",
    );
    expect(file.rows).toEqual(texts);
    expect(notes.map((note) => note.message)).toEqual([
      'i (INTERVAL) was written as text',
      'u (UNION(n INTEGER)) was written as text',
      'l (INTERVAL[]) was written as text',
    ]);
  });

  test('whole seconds become milliseconds', async () => {
    const { file } = await throughParquet("SELECT '2024-01-02 03:04:05'::TIMESTAMP_S AS t, NULL::TIMESTAMP_S AS n");
    expect(file.rows).toEqual([['2024-01-02 03:04:05', null]]);
  });

  test('an integer of 39 digits is refused with a way out, 38 digits are kept', async () => {
    expect((await throughParquet("SELECT repeat('9', 38)::HUGEINT AS h UNION ALL SELECT NULL")).file.rows[0]).toEqual([
      '9'.repeat(38),
    ]);
    await expect(throughParquet('SELECT 170141183460469231731687303715884105727::HUGEINT AS h')).rejects.toMatchObject({
      code: 'input-invalid',
      remedy: expect.stringContaining('VARCHAR') as string,
    });
  });
});

test('an export of a result that failed half-way has the rows that came', async () => {
  const result = await open("SELECT CASE WHEN range = 900000 THEN 'x' ELSE '1' END::INT AS v FROM range(1000000)");
  const { rowCount } = await result.settled;
  const { bytes } = await written(writeText(ndjsonWriter(result.columns), result.batches()));
  expect(decoder.decode(bytes).split('\n').length - 1).toBe(rowCount);
  expect(await rows(session, 'SELECT 1 AS still_alive')).toEqual([{ still_alive: 1 }]);
  await result.close();
});
