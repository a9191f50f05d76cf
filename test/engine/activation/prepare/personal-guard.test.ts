import { expect, test } from 'vitest';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { joinSql, literal, sql } from '../../../../src/core/sql.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { mayBePersonalSql, personalKinds, personalKindSql } from '../../../../src/privacy/personal-data.ts';

/** Short texts of every kind, among them the shortest that each pattern lets pass. */
const texts = [
  ...['a@b.de', 'GB33BUKB20201555555555', 'NO9386011117947', '1.1.1.1', '::1', '1:2:3:4:5:6:7:8', '0.123,0.123'],
  ...[
    '078-05-1120',
    '12345678Z',
    '255081416802538',
    '4222222222222',
    '44051401359',
    '+1234567',
    '(01) 23456',
    '1 Via Aa',
  ],
  ...['', 'x', '12345', 'no digits at all', '1234567'],
];

test('no text of any kind is passed over by the quick look', async () => {
  const engine = await openNodeEngine({});
  const session = await engine.openSession();
  const values = joinSql(texts.map(literal), ', ');
  const found = await rows(
    session,
    sql`SELECT v, ${personalKindSql(sql`v`)} AS kind, ${mayBePersonalSql(sql`v`)} AS may
FROM (SELECT unnest([${values}]) AS v)`.text,
  );
  await engine.close();
  expect(new Set(found.flatMap(({ kind }) => (kind === null ? [] : [kind])))).toEqual(
    new Set(personalKinds.map(({ id }) => id)),
  );
  expect(found.filter(({ kind, may }) => kind !== null && may !== true)).toEqual([]);
  expect(found.find(({ v }) => v === 'no digits at all')?.may).toBe(false);
});
