import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { IconFileText, IconTablePlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { DatasetInfo } from '../../src/catalog/shown.ts';
import { type ErrorData, errorToData } from '../../src/core/error.ts';
import { flattenSql } from '../../src/flatten/flatten-sql.ts';
import { useServices } from '../app/services.ts';
import { datasetTab, queryTab } from '../app/tabs/new-tab.ts';
import { projectStore } from '../project/project-store.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import classes from './FlattenDialog.module.css';
import { choiceOf, explodedList, firstForm, pathsOf } from './flatten-form.ts';
import { PathList } from './PathList.tsx';

export interface FlattenDialogProps {
  readonly dataset: DatasetInfo;
  readonly onClose: () => void;
}

/** Makes a flat table of a nested one: the paths on the left, the SQL they amount to on the right. */
export function FlattenDialog({ dataset, onClose }: FlattenDialogProps) {
  const { project, tabs } = useServices();
  const datasets = useStore(projectStore, (status) => status.datasets);
  const paths = useMemo(() => pathsOf(dataset), [dataset]);
  const [form, setForm] = useState(() =>
    firstForm(
      dataset,
      datasets.map(({ name }) => name),
    ),
  );
  const [failure, setFailure] = useState<ErrorData>();
  const [busy, setBusy] = useState(false);
  const shown = useMemo(() => statementOf(dataset, form, false), [dataset, form]);
  const list = explodedList(paths, form.uses);

  const openQuery = () => {
    if (shown.sql === undefined) return;
    tabs.open(queryTab(`${dataset.name} flat`, `${shown.sql};\n`));
    onClose();
  };
  const create = async () => {
    const { sql, fault } = statementOf(dataset, form, true);
    setFailure(fault);
    if (sql === undefined) return;
    setBusy(true);
    const { workspace } = await project.whenLive();
    const session = await workspace.openSession('Flattening');
    try {
      await session.run(sql).outcome;
      const name = form.table.trim();
      tabs.open(datasetTab(dataset.schema, name), { id: `dataset:${dataset.schema}.${name}` });
      onClose();
    } catch (error) {
      setFailure(errorToData(error));
    } finally {
      setBusy(false);
      await session.close();
    }
  };

  const fault = failure ?? shown.fault;
  return (
    <Modal opened onClose={onClose} title={`Flatten “${dataset.name}”`} size="min(1100px, 94vw)">
      <div className={classes.columns}>
        <PathList
          paths={paths}
          form={form}
          onChange={(next) => {
            setForm(next);
            setFailure(undefined);
          }}
        />
        <section className={classes.result} aria-label="The SQL">
          {list !== undefined && (
            <Group gap="md">
              <Checkbox
                label={`Keep rows without any ${list.label}`}
                checked={form.keepEmpty}
                onChange={(event) => {
                  setForm({ ...form, keepEmpty: event.currentTarget.checked });
                }}
              />
              <Checkbox
                label="Add the item’s position"
                checked={form.position}
                onChange={(event) => {
                  setForm({ ...form, position: event.currentTarget.checked });
                }}
              />
            </Group>
          )}
          {fault !== undefined && <ErrorNote error={fault} />}
          <div
            className={classes.sql}
            tabIndex={0}
            role="textbox"
            aria-readonly
            aria-multiline
            aria-label="SQL of the flat table"
          >
            {shown.sql ?? ''}
          </div>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              className={classes.table ?? ''}
              label="Name of the new table"
              value={form.table}
              onChange={(event) => {
                setForm({ ...form, table: event.currentTarget.value });
              }}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileText size={14} />}
              disabled={shown.sql === undefined}
              onClick={openQuery}
            >
              Open as query
            </Button>
            <Button
              size="xs"
              leftSection={<IconTablePlus size={14} />}
              loading={busy}
              disabled={shown.sql === undefined || form.table.trim() === ''}
              onClick={() => void create()}
            >
              Create table
            </Button>
          </Group>
        </section>
      </div>
    </Modal>
  );
}

function statementOf(
  dataset: DatasetInfo,
  form: Parameters<typeof choiceOf>[1],
  create: boolean,
): { readonly sql?: string; readonly fault?: ErrorData } {
  try {
    return { sql: flattenSql(choiceOf(dataset, form, create)).text };
  } catch (error) {
    return { fault: errorToData(error) };
  }
}
