import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { identifier, joinSql, literal, rawSql, sql } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { castSql } from '../../../src/ingest/values/cast-sql.ts';
import { failsSql } from '../../../src/ingest/values/fails-sql.ts';
import { whyNot, whyNotSql } from '../../../src/ingest/values/reasons.ts';
import { survives } from '../../../src/ingest/values/survive.ts';
import { typeInWords } from '../../../src/ingest/values/type-words.ts';
import type { ValueType } from '../../../src/ingest/values/value-type.ts';
import { awkwardTexts } from './awkward-texts.ts';

const types: readonly ValueType[] = [
  { kind: 'text' },
  { kind: 'boolean' },
  { kind: 'bigint' },
  { kind: 'hugeint' },
  { kind: 'double' },
  { kind: 'double', format: { decimal: ',', thousands: '.' } },
  { kind: 'double', format: { decimal: ',', thousands: ' ' } },
  { kind: 'double', format: { decimal: '.', thousands: ',' } },
  { kind: 'double', format: { decimal: '.', thousands: "'" } },
  { kind: 'decimal', precision: 18, scale: 2 },
  { kind: 'decimal', precision: 3, scale: 0 },
  { kind: 'decimal', precision: 4, scale: 4 },
  { kind: 'decimal', precision: 38, scale: 10 },
  { kind: 'decimal', precision: 10, scale: 2, format: { decimal: ',', thousands: '.' } },
  { kind: 'date' },
  { kind: 'time' },
  { kind: 'timestamp' },
  { kind: 'timestamp', zoned: true },
  ...(['dmy', 'mdy', 'ymd'] as const).flatMap((order) =>
    (['/', '.', '-'] as const).flatMap((separator): ValueType[] => [
      { kind: 'date', layout: { order, separator } },
      { kind: 'timestamp', layout: { order, separator } },
    ]),
  ),
];

let engine: Engine;
let session: Session;
const texts = awkwardTexts(20_000);

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec('CREATE TABLE texts (position INTEGER, x VARCHAR)');
  for (let start = 0; start < texts.length; start += 1000) {
    const values = texts
      .slice(start, start + 1000)
      .map((text, index) => sql`(${literal(start + index)}, ${literal(text)})`);
    await session.exec(sql`INSERT INTO texts VALUES ${joinSql(values, ', ')}`.text);
  }
});
afterAll(() => engine.close());

const x = identifier('x');

test.each(types.map((type) => [typeInWords(type), type] as const))(
  'the engine and the preview judge alike: %s',
  async (_, type) => {
    const judged = await rows(
      session,
      sql`SELECT ${failsSql(x, type)} AS fails, ${whyNotSql(x, type)} AS why FROM texts ORDER BY position`.text,
    );
    const different = texts.filter((text, index) => judged[index]?.fails === survives(text, type));
    expect(different).toEqual([]);
    const differentWords = texts.filter((text, index) => {
      const { fails, why } = judged[index] ?? {};
      return fails === true && why !== whyNot(text, type);
    });
    expect(differentWords).toEqual([]);
    expect(judged.length).toBe(texts.length);
    if (type.kind !== 'text') expect(judged.some((row) => row.fails === true)).toBe(true);
  },
);

test.each(types.filter((type) => type.kind !== 'text').map((type) => [typeInWords(type), type] as const))(
  'what survives has a value, what is blank has none: %s',
  async (_, type) => {
    const wrong = await rows(
      session,
      sql`SELECT x FROM texts WHERE NOT ${failsSql(x, type)} AND (${castSql(x, type)} IS NULL) <> (trim(x, ${literal(' \t')}) = '')`
        .text,
    );
    expect(wrong).toEqual([]);
  },
);

test('NULL survives every type', async () => {
  const columns = types.map(
    (type, index) => sql`${failsSql(rawSql('NULL::VARCHAR'), type)} AS ${identifier(`t${index}`)}`,
  );
  const [row = {}] = await rows(session, sql`SELECT ${joinSql(columns, ', ')}`.text);
  expect(Object.values(row).every((fails) => fails === false)).toBe(true);
});
