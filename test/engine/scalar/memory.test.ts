import { expect, test } from 'vitest';
import { loadNodeBindings } from '../../../electron/node/bindings.ts';
import { createNodeFileStore } from '../../../electron/node/file-store.ts';
import { secureRandom } from '../../../electron/node/secure-random.ts';
import { openInstance } from '../../../src/duckdb/instance.ts';
import { loadLongDigest } from '../../../src/scalar/hash/sha512.ts';
import { scalarFunctions } from '../../../src/scalar/index.ts';

test('the engine’s memory does not grow with the rows that functions have answered', async () => {
  const functions = scalarFunctions({ random: secureRandom, longDigest: await loadLongDigest() });
  const { bindings } = await openInstance(loadNodeBindings, createNodeFileStore({}), ':memory:', functions);
  const connection = bindings.connect();
  const run = (rows: number) => {
    connection.query(`SELECT
  sum(octet_length(encode(sh_url_encode('text of some length ' || range)))),
  sum(sh_crc32('a' || range)),
  max(sh_hypot(CAST(range AS DOUBLE), 1)),
  max(sh_json_array_length('[1]')),
  bool_and(sh_xpath_boolean('<a/>', 'a')),
  count(*) FILTER (WHERE sh_conv('x' || range, 16, 2) IS NULL)
FROM range(${rows})`);
    return bindings.mod.HEAPU8.length;
  };
  run(200_000);
  const before = run(200_000);
  for (let round = 0; round < 6; round++) run(200_000);
  expect(run(200_000)).toBe(before);
  for (let round = 0; round < 500; round++) {
    expect(() =>
      connection.query(`SELECT sh_url_decode('%' || '${'é'.repeat(10_000)}' || range) FROM range(10)`),
    ).toThrow();
  }
  expect(run(200_000)).toBe(before);
  connection.close();
});
