import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleFile, sampleFiles } from '../../../src/lessons/sample-files.ts';
import { type ImportFixture, openImports } from '../import/import-fixture.ts';

const folder = fileURLToPath(new URL('../../../sample-data/', import.meta.url));
const readme = fs.readFileSync(path.join(folder, 'real/README.md'), 'utf8');
const real = Object.entries(sampleFiles).filter(([, { topic }]) => topic === 'Real data');

let imports: ImportFixture;
beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

/** Columns and types as the page tells them, one `name TYPE` each. */
function toldColumns({ file }: SampleFile): readonly string[] {
  const section = readme.split(`\n## ${path.basename(file)}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.flatMap((line) => {
    const [, names = '', type = ''] = line.split('|').map((cell) => cell.trim());
    return names.split(', ').map((name) => `${name.replaceAll('`', '')} ${type}`);
  });
}

test('every file of the folder is offered, and is small', () => {
  const files = fs.readdirSync(path.join(folder, 'real')).filter((name) => name !== 'README.md');
  expect(real.map(([, { file }]) => file).sort()).toEqual(files.map((name) => `real/${name}`));
  for (const name of files) expect(fs.statSync(path.join(folder, 'real', name)).size, name).toBeLessThan(500_000);
});

test.each(real)('%s is imported whole, with the rows and types that its page tells', async (name, sample) => {
  const content = fs.readFileSync(path.join(folder, sample.file));
  const report = await imports.importAs(path.basename(sample.file), content, { as: name });
  expect(report).toMatchObject({ rejected: 0, skipped: 0 });
  expect(readme).toContain(`## ${path.basename(sample.file)}\n\n${report.loaded.toLocaleString('en')} rows, `);
  const dataset = imports.workspace.datasets.find((one) => one.name === name);
  expect(dataset?.columns.map((column) => `${column.name} ${column.type}`)).toEqual(toldColumns(sample));
});

test('every route begins and ends at a known airport', async () => {
  await imports.session.exec(`CREATE TABLE strangers AS
FROM flight_routes
WHERE origin NOT IN (SELECT iata FROM airports)
  OR destination NOT IN (SELECT iata FROM airports)`);
  expect(await imports.read('strangers')).toEqual([]);
});

test('what the page says of the figures is so', async () => {
  await imports.session.exec(`CREATE TABLE figures AS
SELECT
  (SELECT count(*) FROM airports WHERE city = 'NA') AS without_city,
  (SELECT sum("count") FROM flight_routes) AS flights,
  (SELECT sum("count") FROM flight_routes WHERE origin = 'ATL') AS from_atlanta,
  (SELECT count(*) FROM bird_strikes WHERE "Speed IAS in knots" IS NULL) AS without_speed,
  (SELECT count(*) FROM bird_strikes WHERE "Cost Total $" > 0) AS with_cost,
  (SELECT count(DISTINCT "Airport Name") FROM bird_strikes) AS airports`);
  expect(await imports.read('figures')).toEqual([['12', '7009728', '414513', '2836', '209', '50']]);
});
