import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconTablePlus, IconUsersGroup } from '@tabler/icons-react';
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { guessCustomerColumn } from '../../../../src/customers/customer-filter.ts';
import type { ResultView } from '../../../../src/results/result-view.ts';
import type { StatementRun } from '../../../query/statement-run.ts';
import { type QueryTab, updateTab, viewStore } from '../../../store/view-state.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { openAudience, queryDraft } from '../audience/audience-tab.ts';
import { ResultDialogs, type ResultQuestion } from '../ResultDialogs.tsx';
import { rowWords } from './row-words.ts';
import classes from './Results.module.css';

export interface ResultHeadProps extends TabProps {
  readonly tab: QueryTab;
  readonly run: StatementRun;
  readonly view: ResultView;
  /** The grid, where one is shown. */
  readonly grid: RefObject<ResultGridHandle | null>;
}

const views = [
  { value: 'table', label: 'Table' },
  { value: 'both', label: 'Both' },
  { value: 'chart', label: 'Chart' },
] as const;

/** How many rows in what time, how they are shown, and what can be done with them. */
export function ResultHead({ id, tab, run, view, grid }: ResultHeadProps) {
  const services = useServices();
  const { commands } = services;
  const shown = useSyncExternalStore(view.subscribe, view.state).shown;
  const source = useSyncExternalStore(shown.subscribe, shown.state);
  const active = useStore(viewStore, ({ activeTab }) => activeTab === id);
  const [question, setQuestion] = useState<ResultQuestion>();
  const sql = tab.dialect === 'duckdb' ? run.sql : run.engineSql;
  const identity = guessCustomerColumn({
    columns: shown.columns.map(({ name, sqlType }) => ({ name, type: sqlType })),
  });
  useEffect(() => {
    if (!active) return undefined;
    return commands.register({
      'result.export': {
        run: () => {
          setQuestion({ kind: 'export', columns: grid.current?.columns() });
        },
      },
    });
  }, [active, commands, grid]);
  return (
    <header className={classes.head}>
      <span className={classes.words} role="status">
        {rowWords(source, run)}
      </span>
      <span className={classes.spacer} />
      <SegmentedControl
        aria-label="Show as"
        data={[...views]}
        value={tab.view}
        onChange={(next) => {
          updateTab(id, 'query', { view: next });
        }}
      />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTablePlus size={14} />}
        onClick={() => {
          setQuestion({ kind: 'table' });
        }}
      >
        Save as table
      </Button>
      {identity !== '' && sql !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconUsersGroup size={14} />}
          onClick={() => {
            openAudience(services, undefined, queryDraft(sql, identity));
          }}
        >
          Make audience
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconDownload size={14} />}
        onClick={() => {
          setQuestion({ kind: 'export', columns: grid.current?.columns() });
        }}
      >
        Export
      </Button>
      <ResultDialogs
        view={view}
        title={tab.title}
        question={question}
        onClose={() => {
          setQuestion(undefined);
        }}
      />
    </header>
  );
}
