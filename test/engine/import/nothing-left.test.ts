import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCancelSource } from '../../../src/core/cancel.ts';
import type { ByteSource } from '../../../src/ingest/contract.ts';
import { temporaryDatabase } from '../catalog/workspace-fixture.ts';
import { type Content, type ImportFixture, openImports, type Request } from './import-fixture.ts';

const database = temporaryDatabase();
let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await openImports(database.path);
  await fixture.importAs('before.csv', 'id\n1\nx,y\n', { mode: 'create', as: 'before' });
});
afterAll(async () => {
  await fixture.close();
  database.remove();
});

/** Everything an import could have touched. */
async function everything() {
  await fixture.engine.database.checkpoint();
  const { datasets, writer } = fixture.workspace;
  return { datasets, writer, left: await fixture.leftovers(), reports: await fixture.reports() };
}

const lines = (count: number, line: (row: number) => string) => Array.from({ length: count }, (_, row) => line(row));
const csv = ['id,name,amount', ...lines(30_000, (row) => `${row},name ${row % 50},${row / 4}`)];
const ragged = [...csv, '1,2', '"'];
const ndjson = [...lines(70_000, (row) => `{"id":${row},"t":["a"]}`), '{"id":'];

/** A file that claims to be too large for its texts to be held in memory. */
const huge = (source: ByteSource): ByteSource => ({ ...source, size: 300 << 20 });

const files: readonly (readonly [string, string, Content, Request])[] = [
  ['CSV that the engine reads', 'plain.csv', csv, {}],
  ['CSV that our reader reads', 'ragged.csv', ragged, {}],
  ['CSV that our reader reads onto the disk', 'huge.csv', ragged, { source: huge }],
  ['NDJSON', 'lines.ndjson', ndjson, {}],
];

describe('a cancel leaves nothing', () => {
  test.each(files)('%s', async (_, name, content, request) => {
    let heard = 0;
    await fixture.importAs(name, content, { ...request, as: 'twin', onProgress: () => heard++ });
    expect(heard).toBeGreaterThan(1);
    const before = await everything();
    const targets = [
      [1, 'create'],
      [Math.ceil(heard / 2), 'create'],
      [heard, 'create'],
      [heard, 'replace'],
    ] as const;
    for (const [moment, mode] of targets) {
      const cancel = createCancelSource();
      let now = 0;
      const onProgress = () => {
        if (++now === moment) cancel.cancel();
      };
      const as = mode === 'create' ? 'fresh' : 'twin';
      const cancelled = fixture.importAs(name, content, { ...request, as, mode, signal: cancel.signal, onProgress });
      await expect(cancelled, `at ${moment} of ${heard}`).rejects.toMatchObject({ code: 'cancelled' });
      expect(await everything()).toEqual(before);
    }
  });

  test('before it began', async () => {
    const before = await everything();
    const cancel = createCancelSource();
    cancel.cancel();
    for (const [, name, content, request] of files) {
      const cancelled = fixture.importAs(name, content, { ...request, as: 'fresh', signal: cancel.signal });
      await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(await everything()).toEqual(before);
  });
});

describe('a failure leaves nothing', () => {
  /** A file whose disk gives up after so many bytes. */
  const breaking =
    (after: number) =>
    (source: ByteSource): ByteSource => ({
      ...source,
      async *stream(onRead) {
        let read = 0;
        for await (const piece of source.stream(onRead)) {
          for (let at = 0; at < piece.length; at += 65_536) {
            if (read >= after) throw new Error('the disk is gone');
            const part = piece.slice(at, at + 65_536);
            read += part.length;
            yield part;
          }
        }
      },
    });

  test.each([
    ['CSV', 'plain.csv', csv],
    ['ragged CSV', 'ragged.csv', ragged],
    ['NDJSON', 'lines.ndjson', ndjson],
  ] as const)('of the disk in the middle of %s', async (_, name, content) => {
    const before = await everything();
    const failed = fixture.importAs(name, content, { as: 'fresh', source: breaking(400_000) });
    await expect(failed).rejects.toThrow('the disk is gone');
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['gzip that is cut off', 'cut.csv.gz', gzipSync(csv.join('\n')).subarray(0, 90_000), 'file-unreadable'],
    [
      'gzip that is cut off, of NDJSON',
      'cut.ndjson.gz',
      gzipSync(ndjson.join('\n')).subarray(0, 90_000),
      'file-unreadable',
    ],
    ['Parquet that is cut off', 'cut.parquet', Buffer.from(`PAR1${'x'.repeat(5000)}`), 'file-format'],
    [
      'an Excel file that is none',
      'no.xlsx',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500)]),
      'file-format',
    ],
    ['JSON without a record', 'text.json', 'no JSON at all', 'file-format'],
    ['an empty file', 'empty.csv', '', 'file-format'],
  ] as const)('of %s', async (_, name, content, code) => {
    const before = await everything();
    const failed = fixture.importAs(name, content, { as: 'fresh' });
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(/^[^\n]+[.]$/);
    expect(await everything()).toEqual(before);
  });
});

test('a process that died in an import leaves nothing of it, and what was written beside it', async () => {
  const before = await everything();
  const stuck = (source: ByteSource): ByteSource => ({
    ...source,
    size: 300 << 20,
    async *stream(onRead) {
      yield* source.stream(onRead);
      reached();
      await new Promise(() => undefined);
    },
  });
  let reached: () => void = () => undefined;
  const atTheEnd = new Promise<void>((resolve) => {
    reached = resolve;
  });
  void fixture.importAs('ragged.csv', ragged, { as: 'fresh', source: stuck });
  await atTheEnd;
  const session = await fixture.workspace.openSession('beside');
  const query = session.run('CREATE TABLE beside AS SELECT 42 AS i');
  await query.outcome;
  await query.close();
  const left = await fixture.leftovers();
  expect(left).not.toEqual([]);
  const copy = `${database.path}.dead`;
  for (const end of ['', '.wal'])
    if (fs.existsSync(database.path + end)) fs.copyFileSync(database.path + end, copy + end);
  const reopened = await openImports(copy);
  expect(await reopened.leftovers()).toEqual([]);
  expect(await reopened.read('beside')).toEqual([['42']]);
  expect(await reopened.reports()).toEqual(before.reports);
  expect(reopened.workspace.drift).toEqual([]);
  await reopened.close();
});
