import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { countFailures } from '../../../src/ingest/csv/count-failures.ts';
import type { ColumnChoice } from '../../../src/ingest/csv/column-plan.ts';
import type { ValueType } from '../../../src/ingest/values/value-type.ts';
import { importCsv, type ImportRequest, readContext, reconciles, type Road } from './csv-harness.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const roads: readonly Road[] = ['engine', 'reader'];
const load = (text: string, request?: ImportRequest) => importCsv(engine, session, text, request);
const typesOf = ({ report }: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(report.columns.map(({ name, sqlType }) => [name, sqlType]));
const reasonOf = ({ report }: Awaited<ReturnType<typeof load>>, name: string) =>
  report.columns.find((column) => column.name === name)?.reason;
const chosen = (types: Readonly<Record<string, ValueType | 'auto'>>): readonly ColumnChoice[] =>
  Object.entries(types).map(([name, type]) => ({ name, type, include: true }));

describe.each(roads)('types are decided over all rows: %s', (road) => {
  test('a leading zero after row 250,000 keeps the whole column text', async () => {
    const text = `id,code\n${'1,12345\n'.repeat(250_000)}2,00123\n3,777\n`;
    const imported = await load(text, { road });
    expect(typesOf(imported)).toEqual({ id: 'BIGINT', code: 'VARCHAR' });
    expect(imported.table.at(-2)).toEqual(['2', '00123']);
    expect(reasonOf(imported, 'code')).toBe('"00123" has a leading zero, which a number would lose (record 250001)');
    expect(imported.report.counts).toEqual({ read: 250_002, loaded: 250_002, rejected: 0, skipped: 0 });
  });

  test('several columns change their minds at once', async () => {
    const start = 'a,b,c,d,e,f,g\n';
    const usual = '1,1,1,2024-01-05,true,,1\n'.repeat(60_000);
    const odd = '+5,1.5,99999999999999999999,2024-01-05 10:00:00,yes,7,1234567890.123456789\n';
    const imported = await load(start + usual + odd, { road });
    expect(typesOf(imported)).toEqual({
      a: 'VARCHAR',
      b: 'DOUBLE',
      c: 'HUGEINT',
      d: 'TIMESTAMP',
      e: 'VARCHAR',
      f: 'BIGINT',
      g: 'DECIMAL(19,9)',
    });
    expect(imported.table.at(-1)).toEqual([
      '+5',
      '1.5',
      '99999999999999999999',
      '2024-01-05 10:00:00',
      'yes',
      '7',
      '1234567890.123456789',
    ]);
    expect(imported.table[0]).toEqual(['1', '1', '1', '2024-01-05 00:00:00', 'true', null, '1.000000000']);
  });

  test('a late day above 12 decides the order of day and month', async () => {
    const imported = await load(`d,m\n${'01/02/2024,02/01/2024\n'.repeat(60_000)}13/02/2024,01/13/2024\n`, { road });
    expect(typesOf(imported)).toEqual({ d: 'DATE', m: 'DATE' });
    expect(imported.table[0]).toEqual(['2024-02-01', '2024-02-01']);
    expect(imported.table.at(-1)).toEqual(['2024-02-13', '2024-01-13']);
  });

  test('dates that stay ambiguous stay text, and both readings are offered', async () => {
    const imported = await load('d\n01/02/2024\n03/04/2024\n', { road });
    expect(typesOf(imported)).toEqual({ d: 'VARCHAR' });
    expect(imported.report.columns[0]?.alternatives.map((type) => type.kind)).toEqual(['date', 'date']);
    expect(imported.report.notes.map(({ code }) => code)).toContain('readings');
  });

  test('a column that is empty for a long time gets the type of what comes late', async () => {
    const imported = await load(`a,n,d,t\n${'x,,,\n'.repeat(60_000)}y,5,2024-01-05,007\n`, { road });
    expect(typesOf(imported)).toEqual({ a: 'VARCHAR', n: 'BIGINT', d: 'DATE', t: 'VARCHAR' });
    expect(imported.table.at(-1)).toEqual(['y', '5', '2024-01-05', '007']);
    expect(reasonOf(imported, 't')).toContain('leading zero');
  });

  test('nothing is taken for NULL that is not empty', async () => {
    const imported = await load('country,score\nNA,1/2/3\nIN,NULL\n,\n', { road });
    expect(imported.table).toEqual([
      ['NA', '1/2/3'],
      ['IN', 'NULL'],
      [null, null],
    ]);
  });

  test('texts that mean NULL are a choice, and do not reach into quotes', async () => {
    const imported = await load('n,t\n1,NA\nNA,"NA"\n3,x\n', { road, options: { nullTexts: ['NA'] } });
    expect(typesOf(imported)).toEqual({ n: 'BIGINT', t: 'VARCHAR' });
    expect(imported.table).toEqual([
      ['1', null],
      [null, 'NA'],
      ['3', 'x'],
    ]);
  });

  test('decimal commas stay text until the format is chosen', async () => {
    const text = 'id;price\n1;1.234,50\n2;0,99\n';
    const careful = await load(text, { road });
    expect(typesOf(careful)).toEqual({ id: 'BIGINT', price: 'VARCHAR' });
    const [alternative] = careful.report.columns[1]?.alternatives ?? [];
    expect(alternative).toEqual({ kind: 'double', format: { decimal: ',', thousands: '.' } });
    const columns = chosen({ id: 'auto', price: alternative ?? 'auto' });
    expect((await load(text, { road, options: { columns } })).table).toEqual([
      ['1', '1234.5'],
      ['2', '0.99'],
    ]);
  });

  test('a chosen type rejects the records that do not fit it, and says which and why', async () => {
    const text = 'id,n,d\n1,5,2024-01-05\n2,x,2024-01-06\n3,007,2024-02-30\n4,,\n5,8,2024-01-07\n';
    const columns = chosen({ id: 'auto', n: { kind: 'bigint' }, d: { kind: 'date' } });
    const imported = await load(text, { road, options: { columns } });
    expect(imported.table.map(([id]) => id)).toEqual(['1', '4', '5']);
    expect(imported.rejects).toEqual([
      { record: 2n, line: 3n, column: 'n', value: 'x', reason: '"x" is not a whole number' },
      {
        record: 3n,
        line: 4n,
        column: 'd',
        value: '2024-02-30',
        reason: '"2024-02-30" is not a day of the calendar',
      },
      {
        record: 3n,
        line: 4n,
        column: 'n',
        value: '007',
        reason: '"007" has a leading zero, which a number would lose',
      },
    ]);
    expect(imported.report.counts).toEqual({ read: 5, loaded: 3, rejected: 2, skipped: 0 });
    expect(reasonOf(imported, 'n')).toBe('as chosen');
  });

  test('records that take several lines have numbers, and lines where they are known', async () => {
    const columns = chosen({ n: { kind: 'bigint' }, t: 'auto' });
    const imported = await load('n,t\n1,"a\nb"\nx,c\n', { road, options: { columns } });
    expect(imported.rejects).toMatchObject([{ record: 2n, line: road === 'engine' ? null : 4n, value: 'x' }]);
  });

  test('failures are counted over the whole file without loading it', async () => {
    const text = `n\n${'5\n'.repeat(1000)}x\n007\n\n`;
    await readContext(engine, session, text, road, async (context) => {
      expect(await countFailures(context, 0, { kind: 'bigint' })).toEqual({ values: 1002, failures: 2 });
      expect(await countFailures(context, 0, { kind: 'text' })).toEqual({ values: 1002, failures: 0 });
    });
  });

  test('cancelling leaves nothing behind, and the session works on', async () => {
    const source = createCancelSource();
    const text = `id,t\n${'1,some text\n'.repeat(400_000)}`;
    const cancelled = load(text, {
      road,
      context: { signal: source.signal, onProgress: source.cancel },
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await rows(session, 'SELECT table_name FROM duckdb_tables()')).toEqual([]);
    expect(await scalar(session, 'SELECT current_database()')).toBe('memory');
    const again = await load('id\n1\n', { road });
    expect(reconciles(again.report)).toBe(true);
  });
});

test('structural and chosen-type rejects together keep their record numbers', async () => {
  const columns = chosen({ id: { kind: 'bigint' }, t: 'auto' });
  const imported = await load('id,t\n1,a\n2\nx,b\n\n4,c,d\n5,e\n', { options: { columns } });
  expect(imported.table).toEqual([
    ['1', 'a'],
    ['5', 'e'],
  ]);
  expect(imported.rejects.map(({ record, line }) => [record, line])).toEqual([
    [2n, 3n],
    [3n, 4n],
    [4n, 6n],
  ]);
  expect(imported.report.counts).toEqual({ read: 6, loaded: 2, rejected: 3, skipped: 1 });
});

test('a description of columns that does not match the file is refused', async () => {
  await expect(load('a,b\n1,2\n', { options: { columns: chosen({ a: 'auto' }) } })).rejects.toMatchObject({
    code: 'input-invalid',
    message: '"file.csv" has 2 columns, but 1 were described.',
  });
});
