import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadNodeBindings } from '../../electron/node/bindings.ts';
import { createNodeFileStore, databaseName } from '../../electron/node/file-store.ts';
import { secureRandom } from '../../electron/node/secure-random.ts';
import { openInstance } from '../../src/duckdb/instance.ts';
import { scalarFunctions } from '../../src/scalar/index.ts';
import { loadLongDigest } from '../../src/scalar/hash/sha512.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-high-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

test('files and functions of ours work where the engine’s memory is beyond 2 GB', async () => {
  const store = createNodeFileStore({ databasePath: path.join(folder, 'high.duckdb') });
  await store.prepareDatabase(databaseName);
  const functions = scalarFunctions({ random: secureRandom, longDigest: await loadLongDigest() });
  const { bindings } = await openInstance(loadNodeBindings, store, databaseName, functions);
  let address = 0;
  while (address < 2 ** 31) address = bindings.mod._malloc(2 ** 20);

  const connection = bindings.connect();
  const text = (query: string) => String(connection.query(query).getChildAt(0)?.get(0));
  connection.query("SET memory_limit = '40MB'");
  connection.query("SET temp_directory = 'spill'");
  connection.query('CREATE TABLE high AS SELECT range AS i, md5(range::VARCHAR) AS h FROM range(300000)');
  connection.query('CHECKPOINT');
  expect(text("SELECT count(*) FROM (SELECT h, row_number() OVER (ORDER BY h) AS place FROM high) WHERE h = ''")).toBe(
    '0',
  );
  expect(text("SELECT bool_and(sh_sha2(h, 256) = sha256(h))::VARCHAR || '/' || count(*) FROM high")).toBe(
    'true/300000',
  );
  expect(text('SELECT bool_and(sh_lower(upper(h)) = h AND sh_url_decode(h) = h)::VARCHAR FROM high')).toBe('true');
  expect(text('SELECT max(abs(sh_hypot(i::DOUBLE, 0) - i))::VARCHAR FROM high')).toBe('0.0');
  const rows = connection.query('SELECT i::INTEGER AS i, h FROM high ORDER BY i');
  const places = Array.from({ length: rows.numRows }, (_, row) => rows.getChildAt(0)?.get(row));
  expect(places).toEqual(Array.from({ length: 300_000 }, (_, row) => row));
  expect(rows.getChildAt(1)?.get(299_999)).toBe('94cfaff110fc9899a3a99fbea38735a4');
  expect(() => text('SELECT sh_sha2(h) FROM high')).toThrow(/sh_sha2\(\) takes 2 arguments/);
});
