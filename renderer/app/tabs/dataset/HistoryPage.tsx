import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../../src/catalog/model.ts';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { type ErrorData, errorToData, toStillhouseError } from '../../../../src/core/error.ts';
import { momentText } from '../../../ui/moment-text.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import classes from './DatasetTab.module.css';

const operationWords: Readonly<Record<Snapshot['operation'], string>> = {
  create: 'Created',
  append: 'Rows added',
  overwrite: 'Replaced',
  delete: 'Rows deleted',
  update: 'Rows changed',
  merge: 'Merged',
  alter: 'Altered',
  drop: 'Dropped',
  restore: 'Restored',
  external: 'Written by another program',
};

/** Every write to a table, newest first; each state can be looked at and brought back. */
export function HistoryPage({ dataset }: { readonly dataset: DatasetInfo }) {
  const { project, tabs, messages } = useServices();
  const { schema, name, snapshot } = dataset;
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([]);
  const [failure, setFailure] = useState<ErrorData>();

  useEffect(() => {
    let current = true;
    const load = async () => {
      const { workspace } = await project.whenLive();
      const found = await workspace.history({ schema, name });
      if (current) setSnapshots([...found].reverse());
    };
    load().catch((error: unknown) => {
      if (current) setFailure(errorToData(error));
    });
    return () => {
      current = false;
    };
  }, [project, schema, name, snapshot]);

  const look = async (id: number) => {
    const { workspace } = await project.whenLive();
    const rows = await workspace.travel({ schema, name }, { kind: 'as-of', snapshot: id });
    tabs.open(queryTab(`${name} as of ${id}`, `${rows.text};\n`));
  };
  const restore = async (id: number) => {
    const { workspace } = await project.whenLive();
    await workspace.restore({ schema, name }, id);
    messages.say(`“${name}” is back as of snapshot ${id}. Nothing is lost: the state before is in its history.`);
  };
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };

  return (
    <div className={classes.page}>
      {failure !== undefined && <ErrorNote error={failure} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Snapshot</th>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Added</th>
            <th scope="col">Removed</th>
            <th scope="col">Rows then</th>
            <th scope="col">By</th>
            <th scope="col" aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {snapshots.map((entry) => (
            <tr key={entry.id}>
              <td data-number>{entry.id}</td>
              <td className={classes.moment}>{momentText(entry.committedAt)}</td>
              <td>{operationWords[entry.operation]}</td>
              <td data-number>{entry.rowsAdded.toLocaleString()}</td>
              <td data-number>{entry.rowsRemoved.toLocaleString()}</td>
              <td data-number>{entry.rowCount.toLocaleString()}</td>
              <td>
                <span className={classes.source} title={entry.source}>
                  {entry.source}
                </span>
              </td>
              <td>
                {entry.isCurrent ? (
                  'Now'
                ) : (
                  <Group gap={4} wrap="nowrap">
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={!entry.available}
                      leftSection={<IconEye size={14} />}
                      onClick={() => {
                        attempt(look(entry.id));
                      }}
                    >
                      Look
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={!entry.available}
                      leftSection={<IconArrowBackUp size={14} />}
                      onClick={() => {
                        attempt(restore(entry.id));
                      }}
                    >
                      Restore
                    </Button>
                  </Group>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
