import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import {
  IconChartBar,
  IconCompass,
  IconDots,
  IconDownload,
  IconLayersSubtract,
  IconPlayerPlay,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { rawSql, relation, sql } from '../../../../src/core/sql.ts';
import { FlattenDialog } from '../../../flatten/FlattenDialog.tsx';
import { isNested } from '../../../flatten/flatten-form.ts';
import { modules } from '../../../../src/modules/index.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { openModule } from '../module/open-module.ts';
import { openSend } from '../../../activation/open-send.ts';
import { queryOn } from '../new-tab.ts';
import classes from './DatasetTab.module.css';

export interface DatasetActionsProps extends TabProps {
  readonly dataset: DatasetInfo;
  /** Whether its rows are shown, so that they can be exported as they are shown. */
  readonly exportable: boolean;
}

/** What can be done with a table or view as a whole. */
export function DatasetActions({ id, dataset, exportable }: DatasetActionsProps) {
  const services = useServices();
  const { tabs, project, messages, commands } = services;
  const { schema, name, kind } = dataset;
  const [flattening, setFlattening] = useState(false);
  const nested = isNested(dataset);
  const drop = async () => {
    const { workspace } = await project.whenLive();
    const session = await workspace.openSession('Dropping');
    try {
      await session.run(sql`DROP ${rawSql(kind.toUpperCase())} ${relation([schema, name])}`.text).outcome;
    } finally {
      await session.close();
    }
    tabs.close(id);
    messages.say(
      kind === 'table' ? `“${name}” was dropped. “Undo last change to data” brings it back.` : `“${name}” was dropped.`,
    );
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={14} />}
        onClick={() => {
          tabs.open(queryOn(schema, name));
        }}
      >
        Query
      </Button>
      <Button
        variant="default"
        leftSection={<IconChartBar size={14} />}
        onClick={() => {
          tabs.open({ ...queryOn(schema, name), view: 'chart' });
        }}
      >
        Chart
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconCompass size={14} />}>
            Guides
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} className={classes.guides ?? ''}>
          {modules.map((module) => (
            <Menu.Item
              key={module.id}
              onClick={() => {
                openModule(services, module, schema === 'main' ? name : `${schema}.${name}`);
              }}
            >
              {module.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {exportable && (
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => {
            commands.run('result.export');
          }}
        >
          Export
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconSend size={14} />}
        onClick={() => {
          openSend(services, schema === 'main' ? name : `${schema}.${name}`);
        }}
      >
        Send
      </Button>
      {nested && (
        <Button
          variant="default"
          leftSection={<IconLayersSubtract size={14} />}
          onClick={() => {
            setFlattening(true);
          }}
        >
          Flatten
        </Button>
      )}
      {flattening && (
        <FlattenDialog
          dataset={dataset}
          onClose={() => {
            setFlattening(false);
          }}
        />
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconTrash size={14} />}
            onClick={() => {
              drop().catch((error: unknown) => {
                messages.fail(toStillhouseError(error));
              });
            }}
          >
            Drop {kind}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
