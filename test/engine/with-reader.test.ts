import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { scalar } from '../../src/engine/collect.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import { withReader } from '../../src/engine/with-reader.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({});
});
afterAll(() => engine.close());

/** The same engine under another identity, which counts the sessions it opens. */
function counted(): { readonly engine: Engine; opened: number } {
  const counting = {
    opened: 0,
    engine: {
      ...engine,
      openSession: () => {
        counting.opened++;
        return engine.openSession();
      },
    },
  };
  return counting;
}

const one = (reader: Session) => scalar(reader, 'SELECT 1');

test('readers one after the other share a session', async () => {
  const counting = counted();
  for (let turn = 0; turn < 5; turn++) expect(await withReader(counting.engine, one)).toBe(1);
  expect(counting.opened).toBe(1);
});

test('readers at the same time have one each, and leave them to the next', async () => {
  const counting = counted();
  await Promise.all([1, 2, 3].map(() => withReader(counting.engine, one)));
  await Promise.all([1, 2, 3].map(() => withReader(counting.engine, one)));
  expect(counting.opened).toBe(3);
});

test('a session in which something failed is not used again', async () => {
  const counting = counted();
  const failing = withReader(counting.engine, (reader) => scalar(reader, 'SELECT missing'));
  await expect(failing).rejects.toMatchObject({ code: 'sql-name' });
  expect(await withReader(counting.engine, one)).toBe(1);
  expect(counting.opened).toBe(2);
});

test('a session that ended with a restart of the engine is replaced, and the reading done again', async () => {
  const counting = counted();
  await withReader(counting.engine, one);
  let turns = 0;
  const answer = await withReader(counting.engine, (reader) => {
    if (++turns === 1) throw new StillhouseError('engine-restarted', 'This session has ended.');
    return one(reader);
  });
  expect([answer, turns, counting.opened]).toEqual([1, 2, 2]);
});
