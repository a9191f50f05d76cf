import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { errorToData } from '../../../../src/core/error.ts';
import { relation, sql } from '../../../../src/core/sql.ts';
import { type CustomerFilter, narrowedRows } from '../../../../src/customers/customer-filter.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { projectStore } from '../../../project/project-store.ts';
import { useRows } from '../../../query/use-rows.ts';
import { type DatasetTab, updateTab, viewStore } from '../../../store/view-state.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { useServices } from '../../services.ts';
import { ResultDialogs, type ResultQuestion } from '../ResultDialogs.tsx';
import classes from './DatasetTab.module.css';

/** All rows, or those of the customers that the window is narrowed to. */
function rowsOf(
  schema: string,
  name: string,
  datasets: readonly DatasetInfo[],
  customer: CustomerFilter | undefined,
): string {
  const catalog = catalogView(datasets);
  const shown = catalog.datasets.find(({ relation: [itsSchema, itsName] }) => itsSchema === schema && itsName === name);
  const narrowed = shown && customer && narrowedRows(customer, shown, catalog);
  return (narrowed ?? sql`FROM ${relation([schema, name])}`).text;
}

/** All rows of a table or view; they follow what is written to it. */
export function RowsPage({ id, tab, dataset }: TabProps & { readonly tab: DatasetTab; readonly dataset: DatasetInfo }) {
  const { project, commands } = useServices();
  const active = useStore(viewStore, ({ activeTab }) => activeTab === id);
  const handle = useRef<ResultGridHandle>(null);
  const [question, setQuestion] = useState<ResultQuestion>();
  const { schema, name, snapshot } = dataset;
  const customer = useStore(viewStore, (view) => view.customer);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const statement = useMemo(() => rowsOf(schema, name, datasets, customer), [schema, name, datasets, customer]);
  const { view, failure } = useRows(project, () => Promise.resolve(statement), `${statement} ${snapshot ?? 0}`);
  useEffect(() => {
    if (!active || view === undefined) return undefined;
    return commands.register({
      'result.export': {
        run: () => {
          setQuestion({ kind: 'export', columns: handle.current?.columns() });
        },
      },
    });
  }, [active, view, commands]);
  if (failure !== undefined) {
    return (
      <div className={classes.page}>
        <ErrorNote error={errorToData(failure)} />
      </div>
    );
  }
  if (view === undefined) return <p className={classes.opening}>Reading the rows…</p>;
  return (
    <>
      <InspectedGrid
        ref={handle}
        view={view}
        kept={tab.grid}
        onKeep={(grid) => {
          updateTab(id, 'dataset', { grid });
        }}
      />
      <ResultDialogs
        view={view}
        title={name}
        question={question}
        onClose={() => {
          setQuestion(undefined);
        }}
      />
    </>
  );
}
