import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { sql } from '../../../../src/core/sql.ts';
import { rows } from '../../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../../src/engine/engine.ts';
import { columnLevels } from '../../../../src/modules/privacy/anonymity/levels.ts';
import { numberTreatments } from '../../../../src/modules/privacy/mask/number-treatments.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec("CREATE TABLE visits AS SELECT if(range % 3 = 0, NULL, DATE '2024-01-01') AS day FROM range(90)");
});
afterAll(() => engine.close());

const day = { column: 'day', type: 'DATE', kind: 'time', setting: 'month' } as const;
const levels = columnLevels({ label: 'day', type: 'DATE', kind: 'time', sql: sql`day` }, 'month');

test.each([
  ['a truncated day', numberTreatments['truncate-date'].express(sql`day`, day)],
  ['a level of anonymity', levels[1]?.text ?? sql`day`],
])('%s that is missing is counted as missing', async (_, { text }) => {
  const counted = `SELECT
  count(${text}) AS there,
  count(*) FILTER (WHERE ${text} IS NULL) AS missing,
  count(coalesce(${text}, NULL)) AS either
FROM visits`;
  expect(await rows(session, counted)).toEqual([{ there: 60n, missing: 30n, either: 60n }]);
});
