import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconEye,
  IconFileImport,
  IconPlayerPlay,
  IconSearch,
  IconTable,
  IconUserSquare,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ProfileMark } from '../../../src/catalog/profile-marks.ts';
import type { DatasetInfo } from '../../../src/catalog/shown.ts';
import { parseType } from '../../../src/dialect/type-tree.ts';
import type { DatasetKeys } from '../../../src/distiller/column-keys.ts';
import { subjectOf } from '../../../src/distiller/declarations.ts';
import { projectStore } from '../../project/project-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree, type TreeNode } from '../../ui/Tree.tsx';
import { useServices } from '../services.ts';
import { datasetTab, queryOn } from '../tabs/new-tab.ts';
import { columnNode } from './column-node.tsx';
import classes from './SidePanel.module.css';

/** The catalog: tables and views, their columns and nested fields, types and row counts. */
export function DataPanel() {
  const services = useServices();
  const datasets = useStore(projectStore, (status) => status.datasets);
  const profiles = useStore(projectStore, (status) => status.profiles);
  const keys = useStore(projectStore, (status) => status.keys);
  const phase = useStore(projectStore, (status) => status.phase);
  const [search, setSearch] = useState('');
  const nodes = useMemo(
    () =>
      datasets
        .filter((dataset) => matches(dataset, search))
        .map((dataset) =>
          datasetNode(dataset, { mark: profiles.get(dataset.name), keys: keys.get(subjectOf(dataset)) }, services),
        ),
    [datasets, profiles, keys, search, services],
  );

  return (
    <section className={classes.panel} aria-label="Data">
      <header className={classes.header}>
        <h3>Data</h3>
        <Tooltip label="Import files">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Import files"
            onClick={() => {
              services.commands.run('file.import');
            }}
          >
            <IconFileImport size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      {datasets.length === 0 ? (
        <EmptyState
          title={phase === 'ready' ? 'No data yet' : 'Opening…'}
          action={
            phase === 'ready' && (
              <Button
                leftSection={<IconFileImport size={14} />}
                onClick={() => {
                  services.commands.run('file.import');
                }}
              >
                Import files
              </Button>
            )
          }
        >
          Your tables appear here. Drop CSV, JSON, Parquet or Excel files anywhere in the window.
        </EmptyState>
      ) : (
        <>
          <TextInput
            className={classes.search ?? ''}
            placeholder="Search tables and columns"
            aria-label="Search tables and columns"
            leftSection={<IconSearch size={14} />}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
            }}
          />
          <Tree nodes={nodes} label="Tables and columns" rowHeight={28} />
        </>
      )}
    </section>
  );
}

function matches(dataset: DatasetInfo, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return (
    wanted === '' ||
    dataset.name.toLowerCase().includes(wanted) ||
    dataset.columns.some((column) => column.name.toLowerCase().includes(wanted))
  );
}

function DatasetIcon({ kind, mark }: Pick<DatasetInfo, 'kind'> & { readonly mark: ProfileMark | undefined }) {
  if (kind === 'view') return <IconEye size={15} aria-label="view" />;
  if (mark === undefined) return <IconTable size={15} aria-hidden />;
  const words = `profile dataset, known by ${mark.identity} (${mark.namespace})`;
  return (
    <Tooltip label={words}>
      <IconUserSquare size={15} aria-label={words} />
    </Tooltip>
  );
}

function datasetNode(
  dataset: DatasetInfo,
  { mark, keys }: { readonly mark: ProfileMark | undefined; readonly keys: DatasetKeys | undefined },
  { tabs }: ReturnType<typeof useServices>,
): TreeNode {
  const { schema, name, kind, columns, rowCount } = dataset;
  const id = `${schema}.${name}`;
  const shown = schema === 'main' ? name : id;
  const openTable = () => {
    tabs.open(datasetTab(schema, name), { id: `dataset:${id}` });
  };
  return {
    id,
    text: shown,
    onActivate: openTable,
    content: (
      <>
        <DatasetIcon kind={kind} mark={mark} />
        <span className={classes.name} title={shown}>
          {shown}
        </span>
        {rowCount !== undefined && <span className={classes.figure}>{rowCount.toLocaleString()}</span>}
      </>
    ),
    actions: (
      <>
        <RowAction label={`Open ${name}`} icon={IconTable} onClick={openTable} />
        <RowAction
          label={`Query ${name}`}
          icon={IconPlayerPlay}
          onClick={() => {
            tabs.open(queryOn(schema, name));
          }}
        />
      </>
    ),
    children: () => columns.map((column) => columnNode(id, [column.name], parseType(column.type), keys)),
  };
}

function RowAction({ label, icon: Icon, onClick }: { label: string; icon: TablerIcon; onClick: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="xs"
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <Icon size={14} />
    </ActionIcon>
  );
}
