import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconDots, IconFileText, IconHistory, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { toStillhouseError } from '../../../src/core/error.ts';
import type { SavedQuery } from '../../../src/host/protocol.ts';
import { projectStore } from '../../project/project-store.ts';
import { savedQueriesStore } from '../../store/saved-queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree, type TreeNode } from '../../ui/Tree.tsx';
import { RenameDialog } from '../dialogs/RenameDialog.tsx';
import { type Services, useServices } from '../services.ts';
import { queryTab } from '../tabs/new-tab.ts';
import classes from './SidePanel.module.css';

/** The project's saved queries: `.sql` files in its folder. */
export function SqlPanel() {
  const services = useServices();
  const { host, commands, messages } = services;
  const folder = useStore(projectStore, (status) => status.folder);
  const queries = useStore(savedQueriesStore, (store) => store.queries);
  const [search, setSearch] = useState('');
  const [renaming, setRenaming] = useState<string>();

  const refresh = useCallback(() => {
    host.call('project.queries').then(
      (found) => {
        savedQueriesStore.setState({ queries: found });
      },
      (error: unknown) => {
        messages.fail(toStillhouseError(error));
      },
    );
  }, [host, messages]);
  useEffect(() => {
    if (folder !== '') refresh();
  }, [folder, refresh]);

  const nodes = useMemo(
    () =>
      queries
        .filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(search.trim().toLowerCase()))
        .map((query) => queryNode(query, services, refresh, setRenaming)),
    [queries, search, services, refresh],
  );

  return (
    <section className={classes.panel} aria-label="SQL">
      <header className={classes.header}>
        <h3>SQL</h3>
        <span>
          <HeaderAction label="Query history" command="query.history" icon={<IconHistory size={16} />} />
          <HeaderAction label="New query" command="query.new" icon={<IconPlus size={16} />} />
        </span>
      </header>
      {queries.length === 0 ? (
        <EmptyState
          title="No saved queries"
          action={
            <Button
              leftSection={<IconPlus size={14} />}
              onClick={() => {
                commands.run('query.new');
              }}
            >
              New query
            </Button>
          }
        >
          Save a query and it appears here, as a .sql file in the project’s folder.
        </EmptyState>
      ) : (
        <>
          <TextInput
            className={classes.search ?? ''}
            placeholder="Search queries"
            aria-label="Search queries"
            leftSection={<IconSearch size={14} />}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
            }}
          />
          <Tree nodes={nodes} label="Saved queries" rowHeight={28} />
        </>
      )}
      {renaming !== undefined && (
        <RenameDialog
          title="Rename query"
          name={renaming}
          onClose={() => {
            setRenaming(undefined);
          }}
          onRename={async (to) => {
            await host.call('project.renameQuery', { from: renaming, to });
            refresh();
          }}
        />
      )}
    </section>
  );
}

function HeaderAction({ label, command, icon }: { label: string; command: string; icon: React.ReactNode }) {
  const { commands } = useServices();
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        onClick={() => {
          commands.run(command);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function queryNode(
  query: SavedQuery,
  { tabs, host, messages }: Services,
  refresh: () => void,
  rename: (name: string) => void,
): TreeNode {
  const { name, text } = query;
  const open = () => {
    tabs.open({ ...queryTab(name, text), saved: query }, { id: `query:${name}` });
  };
  const remove = async () => {
    await host.call('project.deleteQuery', { name });
    refresh();
    messages.say(`“${name}” was deleted. Its text is still in the history of what you ran.`);
  };
  return {
    id: name,
    text: name,
    onActivate: open,
    content: (
      <>
        <IconFileText size={15} aria-hidden />
        <span className={classes.name} title={text.slice(0, 400)}>
          {name}
        </span>
      </>
    ),
    actions: (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`Actions for ${name}`} tabIndex={-1}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open}>Open</Menu.Item>
          <Menu.Item
            onClick={() => {
              rename(name);
            }}
          >
            Rename…
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              remove().catch((error: unknown) => {
                messages.fail(toStillhouseError(error));
              });
            }}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ),
  };
}
