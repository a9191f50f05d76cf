import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { collect, scalar } from '../../../src/engine/collect.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine({});
});
afterAll(() => engine.close());

test('statements of the shared reader never overlap, also when one that waits is cancelled', async () => {
  const reader = await createResultSpace(engine).reader();
  const first = reader.query('SELECT range FROM range(3000000)');
  await first.next();
  const source = createCancelSource();
  const second = collect(reader, 'SELECT 2', { signal: source.signal });
  const third = scalar(reader, 'SELECT 3');
  source.cancel();
  const refused = expect(second).rejects.toMatchObject({ code: 'cancelled' });
  let rows = 0;
  for (let batch = await first.next(); batch !== undefined; batch = await first.next()) rows += batch.rowCount;
  expect(rows).toBeGreaterThan(2_900_000);
  await refused;
  expect(await third).toBe(3);
});

test('a borrowed session is nobody else’s until it is given back', async () => {
  const space = createResultSpace(engine);
  const first = await space.borrow();
  const second = await space.borrow();
  expect(second.session).not.toBe(first.session);
  first.giveBack();
  expect((await space.borrow()).session).toBe(first.session);
  await space.close();
});

test('table names are never given twice', () => {
  const space = createResultSpace(engine);
  expect(new Set(Array.from({ length: 5 }, () => space.nextTable())).size).toBe(5);
});
