import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const one = (expression: string) => scalar(session, `SELECT ${expression}`);

describe('a function of ours', () => {
  test('answers for constants, columns, NULLs, empty and long texts', async () => {
    expect(await one("sh_crc32('Spark')")).toBe(1_557_323_817n);
  });
});
