import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

/** How long into the work the power goes, in milliseconds. */
const moments = [15, 150, 700];

test('the power goes in the middle of a write, again and again: nothing acknowledged is lost', async ({ start }) => {
  test.setTimeout(240_000);
  const first = await start();
  const user = workbench(first.page);
  await user.ready();
  await user.newQuery();
  await user.runToEnd('CREATE TABLE ledger (entry INTEGER, filler VARCHAR);', /created/);
  await user.runToEnd("INSERT INTO ledger SELECT 0, 'first';", /1 row added/);
  await first.kill();

  for (const [round, moment] of moments.entries()) {
    const app = await start();
    const again = workbench(app.page);
    await again.ready();
    await again.runToEnd('SELECT count(*) AS n FROM ledger WHERE entry <= 1000;', /1 row/);
    await expect(app.page.getByRole('gridcell', { name: new RegExp(`^${round + 1}\\b`) }).first()).toBeVisible();
    await again.runToEnd(`INSERT INTO ledger SELECT ${round + 1}, 'kept';`, /1 row added/);
    await again.run('INSERT INTO ledger SELECT 100000 + range, repeat(md5(range::VARCHAR), 8) FROM range(400000);');
    await app.page.waitForTimeout(moment);
    await app.kill();
  }

  const last = await start();
  const end = workbench(last.page);
  await end.ready();
  await end.runToEnd(
    "SELECT string_agg(entry, ',' ORDER BY entry) AS entries FROM ledger WHERE entry <= 1000;",
    /1 row/,
  );
  await expect(last.page.getByRole('gridcell', { name: /0,1,2,3/ }).first()).toBeVisible();
  await end.runToEnd('SELECT count(*) % 400000 AS parts FROM ledger WHERE entry > 1000;', /1 row/);
  await expect(last.page.getByRole('gridcell', { name: /^0\b/ }).first()).toBeVisible();
});

test(
  'the power goes in the middle of an import: it is there whole or not at all',
  { tag: '@once' },
  async ({ home, start }) => {
    test.setTimeout(240_000);
    const file = path.join(home, 'big.csv');
    const rows = 300_000;
    const lines = Array.from(
      { length: rows },
      (_, row) => `${row},${(row * 2_654_435_761) % 4_294_967_296},text ${row}`,
    );
    fs.writeFileSync(file, `id,hash,words\n${lines.join('\n')}\n`);

    for (const moment of [50, 400, 1200]) {
      const app = await start();
      const user = workbench(app.page);
      await user.ready();
      await expect(user.dataset('web_events')).toBeVisible();
      await app.page.getByLabel('Files to import').setInputFiles([file]);
      const dialog = app.page.getByRole('dialog', { name: 'Import' });
      const button = dialog.getByRole('button', { name: 'Import', exact: true });
      await expect(button).toBeEnabled();
      await button.click();
      await app.page.waitForTimeout(moment);
      await app.kill();
    }

    const last = await start();
    const end = workbench(last.page);
    await end.ready();
    await end.newQuery();
    await end.runToEnd(
      `SELECT
  count(*) FILTER (WHERE table_name LIKE '~%') AS halves,
  coalesce(min(estimated_size) FILTER (WHERE table_name LIKE 'big%'), ${rows}) AS size
FROM duckdb_tables();`,
      /1 row/,
    );
    await expect(last.page.getByRole('gridcell', { name: /^0\b/ }).first()).toBeVisible();
    await expect(last.page.getByRole('gridcell', { name: /300,000/ }).first()).toBeVisible();
    const dialog = await end.importFiles([file]);
    await expect(dialog).toContainText('300,000 rows are in');
  },
);
