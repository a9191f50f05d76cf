import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { collect, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import { deriveResult } from '../../../src/results/derive.ts';
import { type Filter, plainView, type SortKey, type ViewSpec } from '../../../src/results/filter.ts';
import { openResult, type ResultSet } from '../../../src/results/result-set.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';
import { createResultView } from '../../../src/results/result-view.ts';

let engine: Engine;
let session: Session;
let space: ResultSpace;

/** Ties, NULLs, NaN, names that repeat or need quotes, every kind of column. `n` is the row's place. */
const awkward = `
  SELECT range AS n,
         CASE WHEN range % 5 = 0 THEN NULL ELSE range % 7 END AS "select",
         CASE range % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'Äpfel ' || range % 3 ELSE 'a''b"c%_' END AS name,
         CASE WHEN range % 11 = 0 THEN 'NaN' WHEN range % 13 = 0 THEN '-inf' ELSE (range % 17) / 3 END::DOUBLE AS name,
         ((range % 9) / 8)::DECIMAL(10,3) AS "dec ""q""",
         DATE '2024-01-01' + (range % 40)::INT AS d,
         TIMESTAMP '2024-01-30 23:00:00' + INTERVAL (range % 50) HOUR AS ts,
         CASE WHEN range % 3 = 0 THEN NULL ELSE range % 2 = 0 END AS b,
         {'a': range % 4, 'b': [range % 2]} AS s,
         [range % 3, NULL] AS l,
         MAP {'k': range % 5} AS m,
         (range % 6)::HUGEINT * 100000000000000000000000000 AS h,
         ('x' || chr((range % 2)::INT))::BLOB AS blob,
         (range % 8 / 10)::FLOAT AS f,
         CASE WHEN range % 2 = 0 THEN 'small' ELSE 'large' END::ENUM('small', 'large') AS size,
         INTERVAL (range % 3) DAY AS i
  FROM range(5000)`;
const names = ['n', 'k', 'name', 'x', 'q', 'd', 'ts', 'b', 's', 'l', 'm', 'h', 'blob', 'f', 'size', 'i'];
const column = (name: string) => names.indexOf(name);

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  space = createResultSpace(engine);
  await session.exec(`CREATE TABLE plain AS SELECT * FROM (${awkward}) AS t(${names.join(', ')})`);
});
afterAll(() => engine.close());

async function placesOf(result: ResultSet): Promise<string[]> {
  const places: string[] = [];
  for await (const batch of result.batches()) {
    const first = batch.columns[0];
    for (let row = 0; first !== undefined && row < batch.rowCount; row++) places.push(textAt(first, row) ?? '');
  }
  return places;
}

async function plainPlaces(tail: string): Promise<string[]> {
  const { batches } = await collect(session, `SELECT n FROM plain ${tail}`);
  return batches.flatMap((batch) =>
    Array.from({ length: batch.rowCount }, (_, row) =>
      batch.columns[0] === undefined ? '' : (textAt(batch.columns[0], row) ?? ''),
    ),
  );
}

async function viewed(view: Partial<ViewSpec>, limits = {}): Promise<string[]> {
  const base = await openResult(space, session.query(awkward), limits);
  const derived = await deriveResult(base, { ...plainView, ...view }, limits);
  await derived.settled;
  expect(derived.state().error).toBeUndefined();
  const places = await placesOf(derived);
  expect(derived.columns).toBe(base.columns);
  await derived.close();
  await base.close();
  return places;
}

const by = (name: string, direction: SortKey['direction'], nulls: SortKey['nulls']): SortKey => ({
  column: column(name),
  direction,
  nulls,
});

describe('sorting is what ORDER BY does, ties as they came', () => {
  test.each(names.flatMap((name) => [[name, 'ascending', 'first'] as const, [name, 'descending', 'last'] as const]))(
    '%s %s, NULLs %s',
    async (name, direction, nulls) => {
      const order = `ORDER BY ${name === 'size' ? 'size::VARCHAR' : name} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS ${nulls}, n`;
      expect(await viewed({ sort: [by(name, direction, nulls)] })).toEqual(await plainPlaces(order));
    },
  );

  test('by several columns, beyond the memory cap', async () => {
    const sort = [by('b', 'descending', 'last'), by('name', 'ascending', 'first'), by('x', 'descending', 'first')];
    const expected = await plainPlaces('ORDER BY b DESC NULLS LAST, name ASC NULLS FIRST, x DESC NULLS FIRST, n');
    expect(await viewed({ sort }, { maxRows: 1000 })).toEqual(expected);
  });
});

describe('filters are what WHERE does', () => {
  const values = (name: string, list: (string | null)[], negated = false): Filter => ({
    kind: 'values',
    column: column(name),
    values: list,
    negated,
  });
  const text = (
    name: string,
    match: 'contains' | 'starts' | 'ends' | 'regexp',
    pattern: string,
    extra = {},
  ): Filter => ({
    kind: 'text',
    column: column(name),
    match,
    text: pattern,
    matchCase: false,
    negated: false,
    ...extra,
  });
  const range = (name: string, ends: { low?: string; high?: string; highOpen?: boolean }): Filter => ({
    kind: 'range',
    column: column(name),
    ...ends,
  });

  test.each<[string, Filter[], string]>([
    ['missing', [{ kind: 'missing', column: 1, negated: false }], 'k IS NULL'],
    ['not missing', [{ kind: 'missing', column: 1, negated: true }], 'k IS NOT NULL'],
    ['equal', [values('k', ['3'])], 'k = 3'],
    ['one of, with the missing value', [values('k', ['3', '5', null])], 'k IN (3, 5) OR k IS NULL'],
    ['none of keeps missing values', [values('k', ['3', '5'], true)], 'k NOT IN (3, 5) OR k IS NULL'],
    ['none of, and not missing', [values('k', ['3', null], true)], 'k <> 3'],
    ['no value at all', [values('k', [])], 'false'],
    ['empty text', [values('name', [''])], "name = ''"],
    ['quotes in text', [values('name', ['a\'b"c%_'])], `name = 'a''b"c%_'`],
    ['NaN', [values('x', ['NaN'])], 'isnan(x)'],
    ['infinity', [values('x', ['-Infinity'])], "x = '-inf'::DOUBLE"],
    ['a decimal more exact than the column', [values('q', ['0.1251'])], 'false'],
    ['a decimal with fewer digits', [values('q', ['0.5'])], 'q = 0.5'],
    ['a whole-number column against a fraction', [range('k', { low: '2.5' })], 'k >= 3'],
    ['a single as it is shown', [values('f', ['0.3'])], "f = '0.3'::FLOAT"],
    ['a huge integer', [values('h', ['300000000000000000000000000'])], 'n % 6 = 3'],
    ['true', [values('b', ['true'])], 'b'],
    ['a blob', [values('blob', ['x\\x01'])], 'n % 2 = 1'],
    ['a list as the engine writes it', [values('l', ['[1, NULL]'])], 'l[1] = 1'],
    ['an interval', [values('i', ['2 days'])], 'n % 3 = 2'],
    ['contains, in any case', [text('name', 'contains', 'äPFEL')], "name LIKE 'Äpfel%'"],
    ['contains, same case', [text('name', 'contains', 'äPFEL', { matchCase: true })], 'false'],
    ['contains a wildcard literally', [text('name', 'contains', '%_')], `name = 'a''b"c%_'`],
    [
      'does not contain keeps missing values',
      [text('name', 'contains', 'a', { negated: true })],
      "name IS NULL OR name = '' OR name NOT ILIKE '%a%'",
    ],
    ['starts with', [text('name', 'starts', 'ä')], "name LIKE 'Ä%'"],
    ['ends with', [text('name', 'ends', '1')], "name LIKE '%1'"],
    ['a regular expression', [text('name', 'regexp', '^ä.*[12]$')], "name LIKE 'Äpfel 1' OR name LIKE 'Äpfel 2'"],
    ['text in a number', [text('n', 'ends', '99')], 'n % 100 = 99'],
    ['from', [range('x', { low: '2' })], 'x >= 2'],
    ['up to', [range('x', { high: '2' })], 'x <= 2'],
    ['from and below', [range('q', { low: '0.125', high: '0.5', highOpen: true })], 'q >= 0.125 AND q < 0.5'],
    [
      'dates',
      [range('d', { low: '2024-01-05', high: '2024-01-10' })],
      "d BETWEEN DATE '2024-01-05' AND DATE '2024-01-10'",
    ],
    [
      'a whole last day of timestamps',
      [range('ts', { low: '2024-01-31', high: '2024-01-31' })],
      "ts::DATE = DATE '2024-01-31'",
    ],
    ['an exact last moment', [range('ts', { high: '2024-01-31 01:00:00' })], "ts <= TIMESTAMP '2024-01-31 01:00:00'"],
    ['all of several', [values('b', ['true']), range('n', { low: '100', high: '200' })], 'b AND n BETWEEN 100 AND 200'],
  ])('%s', async (_, filters, where) => {
    expect(await viewed({ filters })).toEqual(await plainPlaces(`WHERE ${where} ORDER BY n`));
  });

  test('a value that does not fit the column is an error in words', async () => {
    const base = await openResult(space, session.query(awkward));
    const wrong = deriveResult(base, { sort: [], filters: [range('d', { low: 'yesterday' })] });
    await expect(wrong).rejects.toMatchObject({
      code: 'sql-value',
      message: expect.stringContaining('yesterday') as string,
    });
    await base.close();
  });
});

describe('a result view', () => {
  test('shows the new rows only when they are there, and closes what it no longer shows', async () => {
    const view = createResultView(await openResult(space, session.query(awkward)));
    const showing = view.show({ sort: [by('n', 'descending', 'last')], filters: [] });
    expect(view.state().shown).toBe(view.base);
    expect(view.state().pending).toBeDefined();
    await showing;
    const { shown, pending } = view.state();
    expect(pending).toBeUndefined();
    await shown.settled;
    expect((await placesOf(shown))[0]).toBe('4999');
    await view.show(plainView);
    expect(view.state().shown).toBe(view.base);
    expect(shown.state().phase).toBe('closed');
    await view.close();
  });

  test('a view that is cancelled before its first row leaves what was shown', async () => {
    const view = createResultView(await openResult(space, session.query('SELECT range AS i FROM range(3000000)')));
    await view.base.materialize();
    const showing = view.show({
      sort: [{ column: 0, direction: 'descending', nulls: 'last' }],
      filters: [{ kind: 'text', column: 0, match: 'regexp', text: '9+8+7', matchCase: true, negated: false }],
    });
    view.cancel();
    await showing;
    const { shown, pending, error } = view.state();
    expect([shown, pending, error]).toEqual([view.base, undefined, undefined]);
    await view.close();
  });

  test('a query cancelled before its first row gives no derived result', async () => {
    const base = await openResult(space, session.query('SELECT range AS i FROM range(3000000)'));
    await base.materialize();
    const { signal, cancel } = createCancelSource();
    const deriving = deriveResult(
      base,
      { sort: [{ column: 0, direction: 'descending', nulls: 'last' }], filters: [] },
      { signal, onProgress: cancel },
    );
    await expect(deriving).rejects.toMatchObject({ code: 'cancelled' });
    await base.close();
  });

  test('the last view asked for wins, and a faulty one leaves the rows on the screen', async () => {
    const view = createResultView(await openResult(space, session.query(awkward)));
    const only = (value: string): ViewSpec => ({
      sort: [],
      filters: [{ kind: 'values', column: 0, values: [value], negated: false }],
    });
    await Promise.all([view.show(only('1')), view.show(only('2')), view.show(only('3'))]);
    await view.state().shown.settled;
    expect(await placesOf(view.state().shown)).toEqual(['3']);
    await view.show({
      sort: [],
      filters: [{ kind: 'text', column: 2, match: 'regexp', text: '(', matchCase: true, negated: false }],
    });
    expect(view.state().error?.code).toBeDefined();
    expect(view.state().shown.state().rowCount).toBe(1);
    await view.close();
    const left = await scalar(session, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'scratch'");
    expect(left).toBe(0n);
  });
});
