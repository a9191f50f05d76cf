import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconTablePlus } from '@tabler/icons-react';
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ResultView } from '../../../../src/results/result-view.ts';
import type { StatementRun } from '../../../query/statement-run.ts';
import { type QueryTab, updateTab, viewStore } from '../../../store/view-state.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { ExportDialog } from '../../../export/ExportDialog.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { RenameDialog } from '../../dialogs/RenameDialog.tsx';
import { useServices } from '../../services.ts';
import { saveAsTable } from './save-as-table.ts';
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
  const { commands, host, project } = services;
  const shown = useSyncExternalStore(view.subscribe, view.state).shown;
  const source = useSyncExternalStore(shown.subscribe, shown.state);
  const active = useStore(viewStore, ({ activeTab }) => activeTab === id);
  const [dialog, setDialog] = useState<'export' | 'table'>();
  const [columns, setColumns] = useState<readonly number[]>();
  useEffect(() => {
    if (!active) return undefined;
    return commands.register({
      'result.export': {
        run: () => {
          setColumns(grid.current?.columns());
          setDialog('export');
        },
      },
    });
  }, [active, commands, grid]);
  const close = () => {
    setDialog(undefined);
  };
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
          setDialog('table');
        }}
      >
        Save as table
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconDownload size={14} />}
        onClick={() => {
          setColumns(grid.current?.columns());
          setDialog('export');
        }}
      >
        Export
      </Button>
      {dialog === 'export' && project.live !== undefined && (
        <ExportDialog
          view={view}
          engine={project.live.engine}
          host={host}
          suggestedName={tab.title}
          columns={columns}
          onClose={close}
        />
      )}
      {dialog === 'table' && (
        <RenameDialog
          title="Save these rows as a table"
          name=""
          action="Save"
          onRename={(name) => saveAsTable(services, shown, name)}
          onClose={close}
        />
      )}
    </header>
  );
}
