import { afterAll, beforeAll, expect, test } from 'vitest';
import { withReader } from '../../../src/engine/with-reader.ts';
import { readColumnKeys } from '../../../src/distiller/column-keys.ts';
import { subjectOf } from '../../../src/distiller/declarations.ts';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
});
afterAll(() => fixture.close());

/** The keys of every dataset, as `dataset.column: words`. */
async function keys(): Promise<readonly string[]> {
  const { engine, workspace } = fixture.database;
  const found = await withReader(engine, (session) => readColumnKeys(session, workspace.datasets));
  return workspace.datasets.flatMap((dataset) =>
    [...(found.get(subjectOf(dataset)) ?? [])].map(
      ([column, own]) => `${dataset.name}.${column}: ${own.map(({ words }) => words).join('; ')}`,
    ),
  );
}

test('the keys of columns and fields are told as they were declared, and go when they are taken back', async () => {
  expect(await keys()).toEqual([]);
  let changes = 0;
  const stop = fixture.database.workspace.onChange(() => changes++);
  await fixture.run(`CREATE TABLE people (Email STRING PRIMARY IDENTITY NAMESPACE 'Email', id INT PRIMARY KEY);
CREATE TABLE visits AS SELECT 1 AS person, struct('a' AS id) AS device, 1 AS a, 2 AS b;
ALTER TABLE visits ADD CONSTRAINT FOREIGN KEY (person) REFERENCES people(id);
ALTER TABLE visits ADD CONSTRAINT IDENTITY (device.id) NAMESPACE 'ECID';
ALTER TABLE visits ADD CONSTRAINT PRIMARY KEY (a, b)`);
  expect(await keys()).toEqual([
    'people.id: primary key',
    'people.email: primary identity (Email)',
    'visits.person: foreign key to people.id',
    'visits.device.id: identity (ECID)',
    'visits.a: primary key of a, b',
    'visits.b: primary key of a, b',
  ]);
  const before = changes;
  await fixture.run('ALTER TABLE visits DROP CONSTRAINT FOREIGN KEY (person)');
  expect(changes, 'who shows keys is told').toBeGreaterThan(before);
  expect((await keys()).some((line) => line.startsWith('visits.person'))).toBe(false);
  stop();
});
