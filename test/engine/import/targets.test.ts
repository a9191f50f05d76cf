import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceSession } from '../../../src/catalog/session/session.ts';
import { type ImportFixture, openImports } from './import-fixture.ts';

let fixture: ImportFixture;
let session: WorkspaceSession;
beforeAll(async () => {
  fixture = await openImports();
  session = await fixture.workspace.openSession('tester');
});
afterAll(() => fixture.close());

async function run(statement: string) {
  const query = session.run(statement);
  await query.columns;
  await query.outcome;
  await query.close();
}

const historyOf = async (name: string) =>
  (await fixture.workspace.history({ schema: 'main', name })).map(({ operation, rowsAdded, rowsRemoved, source }) => [
    operation,
    rowsAdded,
    rowsRemoved,
    source,
  ]);

describe('create, append and replace', () => {
  test('one after the other', async () => {
    await fixture.importAs('one.csv', 'id,name\n1,a\n2,b\n', { mode: 'create', as: 'people' });
    await fixture.importAs('two.ndjson', '{"name":"c","id":3}', { mode: 'append', as: 'people' });
    await fixture.importAs('three.csv', 'id\n4\n', { mode: 'append', as: 'people' });
    expect(await fixture.read('people')).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
      ['4', null],
    ]);
    await fixture.importAs('four.csv', 'other\nx\n', { mode: 'replace', as: 'people' });
    expect(await fixture.read('people')).toEqual([['x']]);
    expect(await historyOf('people')).toEqual([
      ['create', 2, 0, 'one.csv'],
      ['append', 1, 0, 'two.ndjson'],
      ['append', 1, 0, 'three.csv'],
      ['overwrite', 1, 4, 'four.csv'],
    ]);
    const kept = await fixture.reports();
    expect(kept.map(({ file, target }) => [file, target.mode])).toEqual([
      ['four.csv', 'replace'],
      ['three.csv', 'append'],
      ['two.ndjson', 'append'],
      ['one.csv', 'create'],
    ]);
    expect(await fixture.leftovers()).toEqual([]);
  });

  test('replace makes a table where none is', async () => {
    await fixture.importAs('new.csv', 'id\n1\n', { mode: 'replace', as: 'made by "replace"' });
    expect(await fixture.read('made by "replace"')).toEqual([['1']]);
  });

  test('names differ in letters only, the table is the same', async () => {
    await fixture.importAs('a.csv', 'id\n1\n', { mode: 'create', as: 'Letters' });
    await fixture.importAs('b.csv', 'ID\n2\n', { mode: 'append', as: 'letters' });
    expect(await fixture.read('LETTERS')).toEqual([['1'], ['2']]);
  });
});

describe('what cannot be done leaves everything as it was', () => {
  beforeAll(async () => {
    await fixture.importAs('fixed.csv', 'id,day\n1,2024-01-01\n', { mode: 'create', as: 'fixed' });
    await run('CREATE TABLE strict (id INTEGER NOT NULL, v INTEGER)');
  });

  test.each([
    ['create over a table', 'create', 'FIXED', 'id\n1\n', 'input-invalid', 'There is a table "FIXED" already.'],
    ['append to nothing', 'append', 'nowhere', 'id\n1\n', 'input-invalid', 'There is no table "nowhere" to append to.'],
    ['append an unknown column', 'append', 'fixed', 'id,what\n1,2\n', 'sql-name', 'what'],
    ['append a value that does not fit', 'append', 'fixed', 'id,day\n2,soon\n', 'sql-value', 'soon'],
    ['append a NULL where there must be none', 'append', 'strict', 'v\n1\n', 'sql-value', 'id may not be NULL'],
  ] as const)('%s', async (_, mode, as, content, code, words) => {
    const before = [await fixture.reports(), await historyOf('fixed'), await fixture.leftovers()];
    const failed = fixture.importAs('bad.csv', content, { mode, as });
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(words);
    await expect(failed).rejects.toThrow(/^[^~]+$/);
    expect([await fixture.reports(), await historyOf('fixed'), await fixture.leftovers()]).toEqual(before);
  });

  test('a name that a view has', async () => {
    await run('CREATE VIEW seen AS SELECT 1 AS i');
    await expect(fixture.importAs('a.csv', 'i\n1\n', { mode: 'create', as: 'seen' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'There is a view "seen" already.',
    });
    expect(await fixture.leftovers()).toEqual([]);
  });
});

test('an import waits for an open transaction, and others read meanwhile', async () => {
  await fixture.importAs('base.csv', 'id\n1\n', { mode: 'create', as: 'shared' });
  await run('BEGIN');
  await run('INSERT INTO shared VALUES (2)');
  const order: string[] = [];
  let reached: () => void = () => undefined;
  const saving = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const imported = fixture
    .importAs('more.csv', 'id\n3\n', {
      mode: 'append',
      as: 'shared',
      onProgress: ({ step }) => {
        if (step === 'Saving') reached();
      },
    })
    .then(() => order.push('imported'));
  await Promise.race([saving, imported]);
  expect(await fixture.read('shared')).toEqual([['1']]);
  order.push('committing');
  await Promise.all([run('COMMIT'), imported]);
  expect(order).toEqual(['committing', 'imported']);
  expect(await fixture.read('shared')).toEqual([['1'], ['2'], ['3']]);
});
