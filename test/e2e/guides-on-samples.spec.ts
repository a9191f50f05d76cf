import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

/** Guides on the sample company, with the sentence that its hidden truth demands. */
const guides = [
  {
    title: 'Conversion funnel',
    dataset: 'Events',
    sample: 'web_clickstream',
    finding: 'How far people come',
    words: 'reached “commerce.purchases”',
  },
  {
    title: 'Retention by cohort',
    dataset: 'Events',
    sample: 'events_engagement',
    finding: 'Retention after the first day',
    words: 'of 1,200 people came back on day 1',
  },
  {
    title: 'Web analytics',
    dataset: 'Events',
    sample: 'web_clickstream',
    finding: 'Visitors and visits',
    words: '6,000 visitors made 9,873 visits',
  },
  {
    title: 'Recency, frequency, value (RFM)',
    dataset: 'Purchases',
    sample: 'order_events',
    finding: 'Segments by size and value',
    words: '1,947 people fall into 6 segments',
  },
  {
    title: 'Net promoter score (NPS)',
    dataset: 'Survey',
    sample: 'nps_survey',
    finding: 'Net promoter score',
    words: '674',
  },
] as const;

test('five guides find the truth in the sample company', { tag: '@once' }, async ({ start }, info) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await workbench(page).demoReady();

  await workbench(page).choose('Add sample data');
  const samples = page.getByRole('dialog', { name: 'Add sample data' });
  const wanted = [...new Set(guides.map(({ sample }) => sample))];
  for (const name of wanted) await samples.getByRole('checkbox', { name, exact: true }).check();
  await samples.getByRole('button', { name: `Add ${wanted.length}` }).click();
  await expect(page.getByText(`${wanted.length} sample datasets were added.`)).toBeVisible({ timeout: 60_000 });

  await page.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
  for (const { title, dataset, sample, finding, words } of guides) {
    await page.getByRole('region', { name: 'Guides' }).getByRole('button', { name: title }).click();
    const settings = page.getByRole('region', { name: 'Settings' }).last();
    await settings.getByRole('combobox', { name: dataset, exact: true }).click();
    await page.getByRole('option', { name: sample, exact: true }).click();
    const head = page.locator('header').filter({ has: page.getByRole('heading', { name: title }) });
    await head.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('region', { name: finding, exact: true })).toContainText(words);
    await page.screenshot({ path: info.outputPath(`${title}.png`) });
  }
});
