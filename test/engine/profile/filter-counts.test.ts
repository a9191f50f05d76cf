import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { countPassing, countValues } from '../../../src/profile/filter-counts.ts';
import type { Filter } from '../../../src/results/filter.ts';
import { openResult, type ResultSet } from '../../../src/results/result-set.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';

let engine: Engine;
let session: Session;
let result: ResultSet;
const { signal } = createCancelSource();

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  const query = session.query(`
    SELECT (['Köln', 'köln%', 'Bonn', NULL])[1 + range % 4] AS place, range AS n, [range % 2] AS l,
           CASE WHEN range = 7 THEN repeat('z', 5000) ELSE 'short' END AS long
    FROM range(100)`);
  result = await openResult(createResultSpace(engine), query);
});
afterAll(() => engine.close());

const below = (high: string): Filter => ({ kind: 'range', column: 1, high, highOpen: true });

describe('values to filter by', () => {
  test('are counted among the rows that the other filters leave', async () => {
    const counts = await countValues(result, { column: 0, others: [below('6')], search: '', limit: 10 }, signal);
    expect(counts).toMatchObject({ rows: 6, missing: 1 });
    expect(counts.values).toEqual([
      { value: 'Köln', count: 2 },
      { value: 'köln%', count: 2 },
      { value: 'Bonn', count: 1 },
    ]);
  });

  test('are found by a text in any case, as it is written', async () => {
    const search = async (text: string) =>
      (await countValues(result, { column: 0, others: [], search: text, limit: 10 }, signal)).values;
    expect((await search('KÖLN')).map(({ value }) => value)).toEqual(['Köln', 'köln%']);
    expect((await search('%')).map(({ value }) => value)).toEqual(['köln%']);
  });

  test('leave out texts too long to choose, and give nested ones as filters take them', async () => {
    const long = await countValues(result, { column: 3, others: [], search: '', limit: 10 }, signal);
    expect(long.values).toEqual([{ value: 'short', count: 99 }]);
    const nested = await countValues(result, { column: 2, others: [], search: '', limit: 10 }, signal);
    for (const { value, count } of nested.values) {
      const filter: Filter = { kind: 'values', column: 2, values: [value], negated: false };
      expect(await countPassing(result, [], filter, signal)).toEqual({ rows: count, of: 100 });
    }
  });
});

test('rows that pass are counted with and without the other filters', async () => {
  const missing: Filter = { kind: 'values', column: 0, values: [null], negated: true };
  expect(await countPassing(result, [], missing, signal)).toEqual({ rows: 75, of: 100 });
  expect(await countPassing(result, [below('10')], missing, signal)).toEqual({ rows: 8, of: 10 });
});
