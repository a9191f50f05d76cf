import { ActionIcon, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { ImportNote } from '../../src/ingest/contract.ts';
import type { FileLook } from '../../src/ingest/look.ts';
import type { ImportTarget } from '../../src/ingest/run/request.ts';
import { projectStore } from '../project/project-store.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { CsvChoicesBar } from './CsvChoicesBar.tsx';
import { ExcelChoicesBar } from './ExcelChoicesBar.tsx';
import classes from './ImportDetails.module.css';
import { type ImportItem, removeItem, updateItem } from './import-store.ts';
import { JsonChoicesBar } from './JsonChoicesBar.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { ReportView } from './ReportView.tsx';

/** One file: how it is read, what it will become, its first rows; afterwards the report. */
export function ImportDetails({ item }: { readonly item: ImportItem }) {
  const { report, failure, look, state } = item;
  if (report !== undefined) return <ReportView report={report} />;
  const locked = state === 'importing' || state === 'waiting';
  return (
    <fieldset className={classes.details} disabled={locked}>
      <TargetBar item={item} />
      {failure !== undefined && <ErrorNote error={failure} />}
      {look === undefined && failure === undefined && <p className={classes.note}>Looking at the file…</p>}
      {look !== undefined && (
        <>
          {look.kind === 'csv' && <CsvChoicesBar item={item} preview={look.preview} />}
          {look.kind === 'json' && <JsonChoicesBar item={item} sniff={look.sniff} />}
          {look.kind === 'excel' && <ExcelChoicesBar item={item} look={look} />}
          <Notes notes={notesOf(look)} />
          <PreviewTable item={item} look={look} />
        </>
      )}
    </fieldset>
  );
}

function TargetBar({ item }: { readonly item: ImportItem }) {
  const { target } = item;
  const exists = useStore(projectStore, ({ datasets }) =>
    datasets.some(({ schema, name }) => schema === target.schema && name.toLowerCase() === target.name.toLowerCase()),
  );
  const change = (part: Partial<ImportTarget>) => {
    updateItem(item.id, { target: { ...target, ...part } });
  };
  return (
    <div className={classes.target}>
      <TextInput
        label="Table name"
        value={target.name}
        error={
          exists && target.mode === 'create'
            ? 'There is a table of this name: add to it, replace it, or choose another name.'
            : undefined
        }
        onChange={(event) => {
          change({ name: event.currentTarget.value, mode: 'create' });
        }}
      />
      {exists && (
        <SegmentedControl
          aria-label="What to do with the table that is there"
          value={target.mode}
          data={[
            { value: 'create', label: 'New' },
            { value: 'append', label: 'Add rows' },
            { value: 'replace', label: 'Replace' },
          ]}
          onChange={(mode) => {
            change({ mode });
          }}
        />
      )}
      <span className={classes.spacer} />
      <Tooltip label="Take this file out of the list">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Remove file"
          onClick={() => {
            removeItem(item.id);
          }}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {notes.map(({ code, message, count }) => (
        <li key={`${code} ${message}`}>
          {message}
          {count > 1 && ` (${count.toLocaleString()} times)`}
        </li>
      ))}
    </ul>
  );
}

function notesOf(look: FileLook): readonly ImportNote[] {
  switch (look.kind) {
    case 'csv':
      return look.preview.notes;
    case 'json':
      return look.sniff.notes;
    default:
      return look.table.notes;
  }
}
