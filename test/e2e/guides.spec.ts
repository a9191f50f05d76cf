import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

test('a guide is filled in, read, run, kept, compared and reported', { tag: '@once' }, async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await workbench(page).demoReady();

  await page.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
  await page.getByRole('button', { name: /^Profile a table/ }).click();
  const settings = page.getByRole('region', { name: 'Settings' });
  await settings.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'customers' }).click();
  await expect(page.getByText('What a run will do')).toBeVisible();

  await page.getByText('Steps and SQL').click();
  await expect(page.getByRole('region', { name: 'SQL of Figures of each column' })).toContainText(
    'count(DISTINCT "customer_id")',
  );
  await page.getByRole('combobox', { name: 'Show as' }).click();
  await page.getByRole('option', { name: 'Spark SQL' }).click();
  await expect(page.getByRole('region', { name: 'SQL of Figures of each column' })).toContainText(
    'COUNT(DISTINCT `customer_id`)',
  );

  await settings.getByRole('button', { name: 'More settings' }).click();
  await settings.getByLabel('Keep as dataset').fill('customers');
  await expect(settings.getByText('is read by this module')).toBeVisible();
  const head = page.locator('header').filter({ has: page.getByRole('heading', { name: 'Profile a table' }) });
  const run = head.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toBeDisabled();
  await settings.getByLabel('Keep as dataset').fill('customer_columns');
  await run.click();
  const columns = page.getByRole('region', { name: 'The columns of customers' });
  await expect(columns).toContainText('“customers” has 2,000 rows and 10 columns.');
  await expect(page.getByText('3 checks passed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open customer_columns' })).toBeVisible();

  await columns.getByRole('button', { name: 'Show SQL' }).click();
  await expect(page.locator('.view-lines').last()).toContainText('CREATE OR REPLACE TEMP TABLE');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText(/^10 rows/).last()).toBeVisible();

  await page.getByRole('tab', { name: 'Profile a table' }).click();
  await run.click();
  await page.getByText('Runs', { exact: true }).click();
  await page.getByRole('button', { name: 'Compare with the run before' }).click();
  await expect(page.getByText(/^All \d+ figures are the same/)).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).last().click();

  await page.getByRole('button', { name: 'Open customer_columns' }).click();
  await expect(page.getByText(/^Made by “Profile a table” on/)).toBeVisible();
  await page.getByRole('button', { name: 'customers', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'customers', exact: true })).toBeVisible();
});

test('a lesson brings its data, runs beside itself and judges answers', { tag: '@once' }, async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await workbench(page).demoReady();

  await workbench(page).choose('The first look at a table');
  const lesson = page.getByRole('article', { name: 'The first look at a table' });
  await expect(lesson).toContainText('Look before you count');
  await lesson.getByRole('button', { name: /Run “Profile a table” beside/ }).click();
  await expect(page.getByText('“orders” has 8,907 rows and 9 columns.')).toBeVisible();

  const question = lesson.getByLabel('How many rows does orders have?');
  await question.fill('8000');
  await question.press('Enter');
  await expect(lesson.getByText(/^Not yet\./)).toBeVisible();
  await question.fill('8,907');
  await question.press('Enter');
  await expect(lesson.getByText(/^Right\./)).toBeVisible();
});
