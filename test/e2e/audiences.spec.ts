import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

test('a query becomes conditions, and what they cannot say stays a query', { tag: '@once' }, async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  await user.choose('New audience');
  const definition = page.getByRole('region', { name: 'Who belongs to it' });
  await definition.getByText('SQL', { exact: true }).click();
  const query = definition.getByLabel('Query', { exact: true });
  await query.fill("SELECT customer_id FROM customers WHERE state = 'MA' AND length(customer_id) > 3 LIMIT 5");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(
    page.getByText('This query stays SQL. It has a clause LIMIT, which conditions cannot say.'),
  ).toBeVisible();
  await query.fill("SELECT customer_id FROM customers WHERE state = 'MA' AND length(customer_id) > 3");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(page.getByLabel('Condition in SQL')).toHaveValue('length(customer_id) > 3');
  await expect(page.getByText('no effect')).toBeVisible();
});
