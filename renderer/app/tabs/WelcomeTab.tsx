import { UnstyledButton } from '@mantine/core';
import { IconChartBar, IconFileImport, IconHistory, type TablerIcon } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { shortcutLabel } from '../../../src/commands/shortcuts.ts';
import { projectStore } from '../../project/project-store.ts';
import { isMac } from '../command-registry.ts';
import { type Services, useServices } from '../services.ts';
import { datasetTab, queryTab } from './new-tab.ts';
import classes from './WelcomeTab.module.css';

interface Trial {
  readonly title: string;
  readonly text: string;
  readonly icon: TablerIcon;
  readonly go: (services: Services) => void;
}

const trials: readonly Trial[] = [
  {
    title: 'Import a file of your own',
    text: 'Drop a CSV, JSON, Parquet or Excel file anywhere in this window. The report accounts for every row.',
    icon: IconFileImport,
    go: ({ commands }) => {
      commands.run('file.import');
    },
  },
  {
    title: 'Change the question',
    text: 'Edit the SQL, press Run, and watch the chart follow. Ctrl Space suggests tables, columns and functions.',
    icon: IconChartBar,
    go: ({ tabs }) => {
      tabs.open({
        ...queryTab('Orders by channel', ordersByChannel),
        view: 'both',
      });
    },
  },
  {
    title: 'Break something and undo it',
    text: 'Every write makes a snapshot. Delete rows, look at the table’s History, and bring them back.',
    icon: IconHistory,
    go: ({ tabs }) => {
      tabs.open({ ...datasetTab('main', 'orders'), page: 'history' }, { id: 'dataset:main.orders' });
      tabs.open(queryTab('Delete and undo', deleteAndUndo));
    },
  },
];

const ordersByChannel = `SELECT
  channel,
  count(*) AS orders,
  round(sum(amount), 2) AS revenue
FROM orders
GROUP BY channel
ORDER BY revenue DESC;
`;

const deleteAndUndo = `-- 1. Run this: it deletes every returned order.
DELETE FROM orders
WHERE status = 'returned';

-- 2. Now choose "Undo" under the result, or "Undo last change to data" in the palette (${shortcutLabel('Mod+K', isMac)}).
--    The rows are back, and the table's History tells the whole story.
`;

/** The first tab of the demo project: what this is, and three things to try. */
export function WelcomeTab() {
  const services = useServices();
  const ready = useStore(projectStore, (status) => status.phase === 'ready');
  return (
    <div className={classes.page}>
      <h1>Your data, on this computer, and nowhere else</h1>
      <p>
        Stillhouse runs SQL over your files without a server. This demo project holds three small tables of an invented
        shop: customers, orders and web events. Beside this tab a query has already run.
      </p>
      <h2>Three things to try</h2>
      <ol className={classes.list}>
        {trials.map(({ title, text, icon: Icon, go }) => (
          <li key={title}>
            <UnstyledButton
              className={classes.card}
              disabled={!ready}
              onClick={() => {
                go(services);
              }}
            >
              <Icon size={20} aria-hidden />
              <span>
                <strong>{title}</strong>
                <span>{text}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <p className={classes.note}>
        All commands: <kbd>{shortcutLabel('Mod+K', isMac)}</kbd> · All keys: <kbd>F1</kbd>
      </p>
    </div>
  );
}
