import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { budgetWords, chargeBudget, readPrivacyAccount, readSpentCharges } from '../../../src/runner/privacy-ledger.ts';

let database: OpenDatabase;
let session: Session;
beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.engine.openSession();
});
afterAll(() => database.close());

const charge = { dataset: 'Visits', delta: 0, budget: 1 };
const run = (id: string, hour: number) => ({
  id,
  module: 'privacy.differential',
  finishedAt: new Date(Date.UTC(2024, 4, 1, hour)).toISOString(),
});

test('a dataset without a budget shows nothing', async () => {
  expect(await readSpentCharges(session, 'visits')).toEqual([]);
  expect(budgetWords(await readPrivacyAccount(session, 'visits'))).toBeUndefined();
});

test('what runs spent of a budget is told run by run, the latest first, and what is left in words', async () => {
  await chargeBudget(session, run('first', 8), { ...charge, epsilon: 0.25 });
  await chargeBudget(session, run('second', 9), { ...charge, epsilon: 0.5, delta: 1e-6 });
  await chargeBudget(session, run('elsewhere', 9), { ...charge, dataset: 'other', epsilon: 1 });
  expect(await readSpentCharges(session, 'VISITS')).toEqual([
    {
      runId: 'second',
      module: 'privacy.differential',
      chargedAt: new Date('2024-05-01T09:00:00Z'),
      epsilon: 0.5,
      delta: 1e-6,
    },
    {
      runId: 'first',
      module: 'privacy.differential',
      chargedAt: new Date('2024-05-01T08:00:00Z'),
      epsilon: 0.25,
      delta: 0,
    },
  ]);
  expect(budgetWords(await readPrivacyAccount(session, 'visits'))).toBe('ε = 0.75 of 1 is spent, 0.25 is left');
  await expect(chargeBudget(session, run('third', 10), { ...charge, epsilon: 0.5 })).rejects.toThrow(/refused/);
  expect(await readSpentCharges(session, 'visits')).toHaveLength(2);
});
