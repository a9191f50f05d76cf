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
