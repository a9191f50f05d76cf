import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { createResultProfiles, profileResult } from '../../../src/profile/result-profiles.ts';
import { openResult } from '../../../src/results/result-set.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';

let engine: Engine;
let session: Session;
let space: ResultSpace;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  space = createResultSpace(engine);
});
afterAll(() => engine.close());

const wide = Array.from({ length: 40 }, (_, index) => `range + ${index} AS "c,${index}"`).join(', ');

describe('profiles of a result', () => {
  test('are those of its columns by place, whatever their names, ENUM included', async () => {
    const query =
      "SELECT 1 AS a, 'x' AS a, CASE WHEN range % 2 = 0 THEN 'p' ELSE 'q' END::ENUM('p', 'q') AS e FROM range(10)";
    const result = await openResult(space, session.query(query), { maxRows: 4 });
    const found = await profileResult(result, [2, 1]);
    expect(found.map((profile) => [profile.info.name, profile.distinct.value])).toEqual([
      ['e', 2],
      ['a', 1],
    ]);
    await result.close();
  });

  test('come for the columns looked at, and only for those', async () => {
    const result = await openResult(space, session.query(`SELECT ${wide} FROM range(100)`));
    const profiles = createResultProfiles(result);
    const known = () =>
      Array.from({ length: 40 }, (_, index) => index).filter((index) => profiles.get(index) !== undefined);
    const changed = () =>
      new Promise<void>((resolve) => {
        const stop = profiles.subscribe(() => {
          stop();
          resolve();
        });
      });
    profiles.want([3, 4]);
    await changed();
    expect(known()).toEqual([3, 4]);
    expect(profiles.get(4)?.range).toEqual({ low: '4', high: '103' });
    profiles.want([10, 11]);
    profiles.want([30]);
    while (profiles.get(30) === undefined) await changed();
    expect(known()).toEqual([3, 4, 30]);
    profiles.close();
    await result.close();
  });

  test('end quietly with the result', async () => {
    const result = await openResult(space, session.query('SELECT range AS i FROM range(100000000000)'), {
      maxRows: 10,
    });
    const profiles = createResultProfiles(result);
    profiles.want([0]);
    await result.close();
    expect(profiles.error()).toBeUndefined();
  });
});
