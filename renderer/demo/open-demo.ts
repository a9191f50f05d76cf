import { splitStatements } from '../../src/dialect/split.ts';
import { chartSpec } from '../../src/charts/spec.ts';
import type { Services } from '../app/services.ts';
import { queryTab } from '../app/tabs/new-tab.ts';
import { viewStore } from '../store/view-state.ts';
import { demoDatasets } from './demo-files.ts';
import { importSamples } from './import-samples.ts';

const firstQuery = `-- Revenue by month and channel, without what was returned.
SELECT
  date_trunc('month', ordered_at) AS month,
  channel,
  round(sum(amount), 2) AS revenue
FROM orders
WHERE status = 'completed'
GROUP BY ALL
ORDER BY month, channel;
`;

/** Opens the demo project. The first time its sample files are imported, and a first query is run and drawn. */
export async function openDemo(services: Services): Promise<void> {
  const { host, project, tabs, runners } = services;
  await project.switchTo(() => host.call('projects.openDemo'));
  const live = await project.whenLive();
  if (live.workspace.datasets.length === 0) await importSamples(live, demoDatasets);
  if (Object.keys(viewStore.getState().tabs).length > 0) return;

  const chart = chartSpec({
    kind: 'line',
    x: { name: 'month' },
    y: [{ name: 'revenue' }],
    series: { name: 'channel' },
  });
  const id = tabs.open({ ...queryTab('Revenue by month', firstQuery), view: 'both', chart, chartWidth: 440 });
  tabs.open({ kind: 'welcome', title: 'Welcome' }, { id: 'welcome', beside: true });
  tabs.show(id);
  await runners.of(id).run({
    script: firstQuery,
    ranges: splitStatements(firstQuery),
    parameters: new Map(),
    dialect: 'duckdb',
    explain: false,
  });
}
