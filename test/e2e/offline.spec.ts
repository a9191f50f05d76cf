import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const elsewhere = 'https://example.com/data.csv';

test('no request leaves: neither from the window nor from SQL, and the badge tells what was stopped', async ({
  start,
}) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await expect(page.getByText('Offline ✓')).toBeVisible();

  const answer = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'answered',
        () => 'refused',
      ),
    elsewhere,
  );
  expect(answer).toBe('refused');
  await page.getByText('Offline ✓').click();
  await expect(page.getByText(/1 attempts? (was|were) stopped/)).toBeVisible();
  await page.keyboard.press('Escape');

  await user.newQuery();
  await user.run(`SELECT * FROM '${elsewhere}';`);
  await expect(user.outcome.last().getByRole('alert')).toContainText(/web address|network|offline/i);
  await user.run('INSTALL httpfs;');
  await expect(user.outcome.last().getByRole('alert')).toContainText(/extension|offline/i);
});
