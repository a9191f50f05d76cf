import fs from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { loadForgetfulBindings, loadNodeBindings } from '../../../../electron/node/bindings.ts';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { createNodeFileStore } from '../../../../electron/node/file-store.ts';
import { rewriteFile } from '../../../../electron/node/erase/rewrite-file.ts';
import type { BindingsLoader } from '../../../../src/duckdb/instance.ts';
import { createRuntime } from '../../../../src/duckdb/runtime.ts';
import { temporaryFolder } from '../../cli/run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});

async function inDatabase(databasePath: string, statements: readonly string[]): Promise<void> {
  const engine = await openNodeEngine({ databasePath });
  const session = await engine.openSession();
  for (const statement of statements) await session.exec(statement);
  await session.close();
  await engine.database.checkpoint();
  await engine.close();
}

/** The memory functions of a loaded engine, as C has them. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

async function memoryOf(load: BindingsLoader): Promise<Memory> {
  const bindings = await load(createRuntime(createNodeFileStore({})).runtime);
  return (bindings as unknown as { readonly mod: Memory }).mod; // the package declares no module
}

test.each([
  ['the engine that writes databases anew', loadForgetfulBindings, 0],
  ['the everyday engine', loadNodeBindings, 7],
] as const)('what memory of %s holds after it was given free, behind its first words', async (_, load, left) => {
  const memory = await memoryOf(load);
  for (const size of [100, 5000, 262_144]) {
    const pointer = memory._malloc(size);
    const fence = memory._malloc(16);
    memory.HEAPU8.fill(7, pointer, pointer + size);
    memory._free(pointer);
    expect(memory.HEAPU8.subarray(pointer + 32, pointer + size - 8).every((byte) => byte === left)).toBe(true);
    memory._free(fence);
  }
});

test('a file written anew has no byte of a row that was deleted, of none of its columns, from the first copy on', async () => {
  const database = files.at('workspace.duckdb');
  await inDatabase(database, [
    `CREATE TABLE people AS
SELECT i AS number, 'secret-' || i % 2 || '-' || md5(i::VARCHAR) AS note, CASE WHEN i % 3 = 0 THEN 'secret-' || i % 2 || 'x' ELSE 'plain' END AS mark,
  'secret-' || i % 2 || '-' || repeat(md5(i::VARCHAR), 1 + i % 20) AS long
FROM range(60000) AS r(i)`,
    'CREATE INDEX by_note ON people (note)',
    'DELETE FROM people WHERE number % 2 = 1',
  ]);
  expect(fs.readFileSync(database).includes('secret-1')).toBe(true);
  const left = await rewriteFile(database, ['secret-1']);
  expect(left).toBe(0);
  const bytes = fs.readFileSync(database);
  expect(bytes.includes('secret-0')).toBe(true);
  expect(bytes.includes('secret-1')).toBe(false);
});
