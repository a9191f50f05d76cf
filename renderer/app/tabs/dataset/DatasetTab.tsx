import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { filterWords, narrowedRows } from '../../../../src/customers/customer-filter.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { projectStore } from '../../../project/project-store.ts';
import { type DatasetTab as DatasetTabState, updateTab, viewStore } from '../../../store/view-state.ts';
import { PrivacyBudget } from '../../../privacy/PrivacyBudget.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { ColumnsPage } from './ColumnsPage.tsx';
import { DatasetActions } from './DatasetActions.tsx';
import classes from './DatasetTab.module.css';
import { HistoryPage } from './HistoryPage.tsx';
import { ImportsPage } from './ImportsPage.tsx';
import { LineageNote } from './LineageNote.tsx';
import { RowsPage } from './RowsPage.tsx';

/** One table or view: its rows, its columns, what was written to it, and where it came from. */
export function DatasetTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  return tab?.kind === 'dataset' ? <DatasetScreen id={id} tab={tab} /> : null;
}

const pages = [
  { value: 'rows', label: 'Rows' },
  { value: 'columns', label: 'Columns' },
  { value: 'history', label: 'History' },
  { value: 'imports', label: 'Imports' },
] as const;

function DatasetScreen({ id, tab }: TabProps & { readonly tab: DatasetTabState }) {
  const phase = useStore(projectStore, (status) => status.phase);
  const dataset = useStore(projectStore, ({ datasets }) =>
    datasets.find(({ schema, name }) => schema === tab.schema && name === tab.name),
  );
  const narrowed = useNarrowedWords(dataset);
  if (dataset === undefined) {
    return phase === 'ready' ? (
      <EmptyState title={`“${tab.name}” is not here any more`}>
        It was dropped or renamed. “Undo last change to data” brings back what was dropped last.
      </EmptyState>
    ) : (
      <p className={classes.opening}>Opening…</p>
    );
  }
  const isTable = dataset.kind === 'table';
  const page = isTable || tab.page === 'columns' ? tab.page : 'rows';
  return (
    <div className={classes.tab}>
      <header className={classes.head}>
        <h2 title={tab.name}>{tab.name}</h2>
        <span className={classes.facts}>
          {dataset.rowCount === undefined ? 'View' : `${dataset.rowCount.toLocaleString()} rows`} ·{' '}
          {dataset.columns.length.toLocaleString()} columns
          {narrowed && page === 'rows' && ` · shown: ${narrowed}`}
        </span>
        <span className={classes.spacer} />
        <SegmentedControl
          aria-label="Show"
          data={isTable ? [...pages] : pages.slice(0, 2)}
          value={page}
          onChange={(chosen) => {
            updateTab(id, 'dataset', { page: chosen });
          }}
        />
        <DatasetActions id={id} dataset={dataset} exportable={page === 'rows'} />
      </header>
      {isTable && <LineageNote dataset={dataset} />}
      <PrivacyBudget dataset={dataset} />
      <div className={classes.body}>
        {page === 'rows' && <RowsPage id={id} tab={tab} dataset={dataset} />}
        {page === 'columns' && <ColumnsPage dataset={dataset} />}
        {page === 'history' && <HistoryPage dataset={dataset} />}
        {page === 'imports' && <ImportsPage dataset={dataset} />}
      </div>
    </div>
  );
}

/** Whose rows are shown, where the customer filter narrows this dataset. */
function useNarrowedWords(dataset: DatasetInfo | undefined): string | undefined {
  const customer = useStore(viewStore, (view) => view.customer);
  const datasets = useStore(projectStore, (status) => status.datasets);
  return useMemo(() => {
    if (customer === undefined || dataset === undefined) return undefined;
    const [shown] = catalogView([dataset]).datasets;
    const rows = shown && narrowedRows(customer, shown, catalogView(datasets));
    return rows && filterWords(customer);
  }, [customer, dataset, datasets]);
}
