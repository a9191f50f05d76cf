import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { literal } from '../../../src/core/sql.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { createRandom } from '../../support/random-choice.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const random = createRandom(20);
const pieces = [
  ...['NULL', 'null', '"', "'", '\\', ',', '{', '}', '[', ']', ':', '=', '(', ')', ' ', '\t', '\n', '\\"', '\\\\'],
  ...['é', '😀', 'a', 'B', '1', '-', '', "''", '""', 'key', '{}', '[]', '\u0001', '\u2028'],
];
const text = () => Array.from({ length: random.below(5) }, () => random.pick(pieces)).join('');
const orNull = <Value>(value: Value): Value | null => (random.below(6) === 0 ? null : value);
const list = <Item>(make: () => Item) => Array.from({ length: random.below(4) }, make);

test('from_json gives every nested value as the engine reads it, whatever stands in its texts', async () => {
  const schema =
    'a STRING, b ARRAY<STRING>, `c"d` MAP<STRING, ARRAY<STRING>>, e ARRAY<STRUCT<f: STRING, g: MAP<STRING, STRING>>>, h BIGINT';
  const type =
    'STRUCT(a VARCHAR, b VARCHAR[], "c""d" MAP(VARCHAR, VARCHAR[]), e STRUCT(f VARCHAR, g MAP(VARCHAR, VARCHAR))[], h BIGINT)';
  const entries = <Item>(make: () => Item) => [...new Map(list(() => [text(), make()] as const))];
  const values = Array.from({ length: 400 }, () => ({
    a: orNull(text()),
    b: orNull(list(() => orNull(text()))),
    'c"d': orNull(entries(() => orNull(list(text)))),
    e: orNull(list(() => ({ f: orNull(text()), g: entries(() => orNull(text())) }))),
    h: random.below(1e9),
  }));
  const jsonOf = (value: (typeof values)[number]) =>
    JSON.stringify({
      ...value,
      'c"d': value['c"d'] && Object.fromEntries(value['c"d']),
      e: value.e?.map((one) => ({ ...one, g: Object.fromEntries(one.g) })) ?? null,
    });
  const given = values.map((value, index) => `(${index}, ${literal(jsonOf(value)).text})`).join(',\n');
  const found = await rows(
    session,
    `SELECT CAST(sh_from_json(j, ${literal(schema).text}) AS ${type}) AS value FROM (VALUES ${given}) AS v (i, j) ORDER BY i`,
  );
  const sorted = (map: readonly (readonly [string, unknown])[] | null) =>
    map && [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  const shapes = values.map((value) => ({
    ...value,
    'c"d': sorted(value['c"d']),
    e: value.e?.map((one) => ({ ...one, g: sorted(one.g) })) ?? null,
    h: BigInt(value.h),
  }));
  const shown = found.map(({ value }) => {
    const struct = value as unknown as (typeof shapes)[number];
    return {
      ...struct,
      'c"d': sorted(struct['c"d']),
      e: struct.e?.map((one) => ({ ...one, g: sorted(one.g) })) ?? null,
    };
  });
  expect(shown).toEqual(shapes);
});

test('from_json of other types, and of what is no JSON', async () => {
  const cast = (json: string, schema: string, type: string) =>
    scalar(
      session,
      `SELECT CAST(CAST(sh_from_json(${literal(json).text}, ${literal(schema).text}) AS ${type}) AS VARCHAR)`,
    );
  expect(
    await cast(
      '{"d":"2024-02-29","t":"2024-02-29T10:00:00.5Z","x":1e3,"n":12.5,"b":true,"z":"YQBi"}',
      'd DATE, t TIMESTAMP, x DOUBLE, n DECIMAL(5,2), b BOOLEAN, z BINARY',
      'STRUCT(d DATE, t TIMESTAMP, x DOUBLE, n DECIMAL(5,2), b BOOLEAN, z BLOB)',
    ),
  ).toBe("{'d': 2024-02-29, 't': '2024-02-29 10:00:00.5', 'x': 1000.0, 'n': 12.50, 'b': true, 'z': a\\x00b}");
  expect(await cast('{"x":1', 'x INT', 'STRUCT(x INTEGER)')).toBe("{'x': NULL}");
  expect(await cast('[1,2]', 'ARRAY<INT>', 'INTEGER[]')).toBe('[1, 2]');
  expect(await cast('{', 'ARRAY<INT>', 'INTEGER[]')).toBeNull();
});

test('the keys of an object are a list', async () => {
  const keys = literal('{"a,b":1,"c\\"d":2,"":3}').text;
  expect(await scalar(session, `SELECT CAST(sh_json_object_keys(${keys}) AS VARCHAR[])`)).toEqual(['a,b', 'c"d', '']);
});
