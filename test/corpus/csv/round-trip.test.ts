import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { importCsv, reconciles, type Road } from './csv-harness.ts';
import { randomFile } from '../../support/random-csv.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

test.each(['engine', 'reader'] satisfies Road[])('random tables come back exactly: %s', async (road) => {
  for (let seed = 1; seed <= 150; seed++) {
    const { dialect, table, text } = randomFile(seed);
    const columns = (table[0] ?? []).map((_, index) => ({
      name: `c${index}`,
      type: { kind: 'text' as const },
      include: true,
    }));
    const imported = await importCsv(engine, session, text, { road, options: { dialect, columns, encoding: 'utf-8' } });
    expect(imported.table, `seed ${seed}: ${JSON.stringify(text)}`).toEqual(table);
    expect(imported.report.counts.loaded).toBe(table.length);
    expect(reconciles(imported.report)).toBe(true);
    expect(imported.report.notes.some(({ code }) => code === 'careful-reader')).toBe(road === 'reader');
  }
});
