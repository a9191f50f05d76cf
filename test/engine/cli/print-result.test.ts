import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printResult, type ResultFormat } from '../../../electron/cli/print-result.ts';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';

let engine: Engine;
let session: Session;
let printed: { out: string; err: string };

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

async function print(format: ResultFormat, statement: string, maxRows = Infinity) {
  printed = { out: '', err: '' };
  const query = session.query(statement);
  try {
    await printResult(query, await query.columns, {
      format,
      maxRows,
      terminal: {
        print(text) {
          printed.out += text;
          return Promise.resolve();
        },
        tell(message) {
          printed.err += message;
        },
      },
    });
  } finally {
    await query.close();
  }
  return printed;
}

describe('formats', () => {
  test('table', async () => {
    const statement = "SELECT 1 AS n, 'Zoë' AS name, NULL AS x UNION ALL SELECT 1200, 'two\nlines\x1b[31m', 7";
    expect(await print('table', statement)).toEqual({
      out: [
        '   n  name               x',
        '────  ──────────────  ────',
        '   1  Zoë             NULL',
        '1200  two lines [31m     7',
        '2 rows',
        '',
      ].join('\n'),
      err: '',
    });
  });

  test('json, every number exact', async () => {
    const { out } = await print(
      'json',
      `SELECT 9007199254740993 AS big, 170141183460469231731687303715884105727::HUGEINT AS huge, 0.10::DECIMAL(5,2) AS d,
         1e300 AS f, 'NaN'::DOUBLE AS nan, '-Infinity'::FLOAT AS inf, DATE '2024-02-29' AS day,
         TIMESTAMP '2024-02-29 12:00:00.5' AS ts, {'a': [1, NULL], 'b"': 'x'} AS s, MAP {'k': 1.50} AS m, '"' AS q, true AS t, NULL AS n`,
    );
    expect(out).toBe(
      '[\n{"big":9007199254740993,"huge":170141183460469231731687303715884105727,"d":0.10,"f":1e+300,"nan":"NaN",' +
        '"inf":"-Infinity","day":"2024-02-29","ts":"2024-02-29T12:00:00.5","s":{"a":[1,null],"b\\"":"x"},' +
        '"m":{"k":1.50},"q":"\\"","t":true,"n":null}\n]\n',
    );
    expect(JSON.parse(out)).toHaveLength(1);
  });

  test('json makes repeated names unique', async () => {
    const { out } = await print('json', 'SELECT 1 AS a, 2 AS a, 3 AS "A", 4 AS a_2');
    const [row] = JSON.parse(out) as [Record<string, number>];
    expect(Object.values(row)).toEqual([1, 2, 3, 4]);
    expect(Object.keys(row).slice(0, 2)).toEqual(['a', 'a_2']);
  });

  test('csv', async () => {
    const { out } = await print('csv', `SELECT 'a,b' AS x, 'say "hi"' AS "y z", NULL AS n, '' AS e, 1.50 AS d`);
    expect(out).toBe('x,y z,n,e,d\n"a,b","say ""hi""",,"",1.50\n');
  });

  test('results without a row', async () => {
    const none = 'SELECT 1 AS i WHERE false';
    expect((await print('json', none)).out).toBe('[\n]\n');
    expect((await print('csv', none)).out).toBe('i\n');
    expect((await print('table', none)).out).toBe('i\n─\n0 rows\n');
  });

  test('statements that change rows print their number', async () => {
    await session.exec('CREATE TABLE t (i INTEGER)');
    expect((await print('csv', 'INSERT INTO t FROM range(4)')).out).toBe('Count\n4\n');
  });

  test('results of many batches come whole', async () => {
    const { out } = await print('json', 'SELECT range AS i FROM range(30000)');
    expect((JSON.parse(out) as { i: number }[]).map(({ i }) => i)).toEqual(Array.from({ length: 30_000 }, (_, i) => i));
  });

  test.each(['json', 'table', 'csv'] as const)(
    '%s prints nothing of a statement that fails at once',
    async (format) => {
      const failed = print(format, "SELECT CAST(x AS INTEGER) FROM (VALUES ('1'), ('x')) AS t(x)");
      await expect(failed).rejects.toThrow('"x" cannot be read as INTEGER.');
      expect(printed).toEqual({ out: '', err: '' });
    },
  );
});

describe('the number of rows', () => {
  const many = 'SELECT range AS i FROM range(5000)';

  test.each([
    [3000, 'There are more rows than the 3,000 printed.'],
    [2048, 'There are more rows than the 2,048 printed.'],
    [5000, ''],
    [6000, ''],
  ])('%i of 5,000 are printed', async (maxRows, err) => {
    const printedRows = await print('csv', many, maxRows);
    expect(printedRows.out.split('\n')).toHaveLength(2 + Math.min(maxRows, 5000));
    expect(printedRows.err).toBe(err);
  });

  test('may be none', async () => {
    expect((await print('json', many, 0)).out).toBe('[\n]\n');
  });
});
