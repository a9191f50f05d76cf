import { expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import { rows } from '../../src/engine/collect.ts';

test('sorts and joins larger than memory spill to disk and give the right answer', async () => {
  const engine = await openNodeEngine({ memoryLimit: 100_000_000 });
  expect(engine.capabilities).toMatchObject({ memoryLimit: 100_000_000, spills: true, persistent: false });
  const session = await engine.openSession();
  await session.exec(
    'CREATE TABLE big AS SELECT range AS i, md5(range::VARCHAR) || md5(range::VARCHAR) || md5(range::VARCHAR) AS m FROM range(1000000)',
  );
  const [sorted] = await rows(
    session,
    `SELECT count(*) AS n, bool_and(m >= previous) AS in_order
    FROM (SELECT m, lag(m, 1, '') OVER (ORDER BY m) AS previous FROM big)`,
  );
  expect(sorted).toEqual({ n: 1_000_000n, in_order: true });
  const [joined] = await rows(session, 'SELECT count(*) AS n, sum(a.i) AS s FROM big a JOIN big b USING (m)');
  expect(joined).toEqual({ n: 1_000_000n, s: '499999500000' });
  await engine.close();
});
