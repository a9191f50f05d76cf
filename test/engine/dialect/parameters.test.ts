import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import { errorMarker } from '../../../src/dialect/markers.ts';
import { substituteParameters } from '../../../src/dialect/parameters/parameters.ts';
import type { ParameterValue } from '../../../src/dialect/parameters/value.ts';
import { collect, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const run = (statement: string, entries: Readonly<Record<string, ParameterValue>>) =>
  scalar(session, substituteParameters(statement, new Map(Object.entries(entries))).statement.text);

test.each<[string, Readonly<Record<string, ParameterValue>>, unknown]>([
  ['SELECT $x', { x: { kind: 'text', text: "it's \0 $$ -- \\ \n“”" } }, "it's \0 $$ -- \\ \n“”"],
  ['SELECT 3-$x', { x: { kind: 'integer', text: '-5' } }, 8],
  ['SELECT -$x', { x: { kind: 'integer', text: '-5' } }, 5],
  ['SELECT typeof($x)', { x: { kind: 'integer', text: '99999999999999999999' } }, 'HUGEINT'],
  ['SELECT typeof($x)', { x: { kind: 'decimal', text: '12.50' } }, 'DECIMAL(4,2)'],
  ['SELECT $x + 1', { x: { kind: 'date', text: '2024-02-28' } }, '2024-02-29'],
  ['SELECT $x::DATE', { x: { kind: 'timestamp', text: '2024-02-29T23:59:59.5' } }, '2024-02-29'],
  ['SELECT NOT $x', { x: { kind: 'boolean', value: true } }, false],
  ['SELECT $x IS NULL', { x: { kind: 'null' } }, true],
  ['SELECT len($x)', { x: { kind: 'text-list', texts: ['a', "b'c"] } }, 2n],
  ['SELECT len($x)', { x: { kind: 'text-list', texts: [] } }, 0n],
  ["SELECT 'a' IN $x", { x: { kind: 'text-list', texts: ['a'] } }, true],
  ["SELECT 'a' IN ($x)", { x: { kind: 'text-list', texts: ['a', 'b'] } }, true],
  ["SELECT 'a' IN ($x)", { x: { kind: 'text-list', texts: [] } }, false],
  ["SELECT 'a' NOT IN ($x)", { x: { kind: 'text-list', texts: [] } }, true],
  ['SELECT list_transform([1], lambda x: x + $x)[1]', { x: { kind: 'integer', text: '10' } }, 11],
])('%s with %j', async (statement, entries, expected) => {
  expect(await run(statement, entries)).toEqual(expected);
});

test('an error of the engine is marked in the text that the user wrote', async () => {
  const script = 'SELECT 1;\nSELECT $who, nope FROM range(3)';
  const statement = { start: 10, end: script.length };
  const substituted = substituteParameters(
    script.slice(statement.start),
    new Map<string, ParameterValue>([['who', { kind: 'text', text: 'a much longer text, with ünïcode 😀' }]]),
  );
  const error = await collect(session, substituted.statement.text).catch((failure: unknown) => failure);
  if (!(error instanceof StillhouseError)) throw new Error('the statement ran');
  const { range } = errorMarker(error, script, statement, substituted);
  expect(script.slice(range.start, range.end)).toBe('nope');
});
