import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconDots, IconFileText, IconHistory, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { StillhouseError, toStillhouseError } from '../../../src/core/error.ts';
import type { SavedQuery } from '../../../src/host/protocol.ts';
import { projectStore } from '../../project/project-store.ts';
import { loadSavedQueries, savedQueriesStore } from '../../store/saved-queries.ts';
import { renameSaved } from '../../store/view-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree, type TreeNode } from '../../ui/Tree.tsx';
import { RenameDialog } from '../dialogs/RenameDialog.tsx';
import { type Services, useServices } from '../services.ts';
import { openSavedQuery } from '../tabs/open-saved-query.ts';
import classes from './SidePanel.module.css';

/** What is asked of a saved query's name. */
interface Question {
  readonly kind: 'rename' | 'duplicate';
  readonly query: SavedQuery;
}

/** The project's saved queries: `.sql` files in its folder. */
export function SqlPanel() {
  const services = useServices();
  const { host, commands, messages } = services;
  const folder = useStore(projectStore, (status) => status.folder);
  const queries = useStore(savedQueriesStore, (store) => store.queries);
  const [search, setSearch] = useState('');
  const [question, setQuestion] = useState<Question>();

  const refresh = useCallback(() => {
    loadSavedQueries(host).catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  }, [host, messages]);
  useEffect(() => {
    if (folder !== '') refresh();
  }, [folder, refresh]);

  const answer = async ({ kind, query }: Question, name: string) => {
    if (kind === 'rename') {
      await host.call('project.renameQuery', { from: query.name, to: name });
      renameSaved(query.name, name);
      return;
    }
    if (queries.some((one) => one.name === name))
      throw new StillhouseError('input-invalid', `There is a query named “${name}” already.`);
    await host.call('project.writeQuery', { name, text: query.text });
  };

  const nodes = useMemo(
    () =>
      queries
        .filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(search.trim().toLowerCase()))
        .map((query) => queryNode(query, services, refresh, setQuestion)),
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
      {question !== undefined && (
        <RenameDialog
          title={question.kind === 'rename' ? 'Rename query' : 'Duplicate query'}
          name={question.kind === 'rename' ? question.query.name : `${question.query.name} copy`}
          action={question.kind === 'rename' ? 'Rename' : 'Duplicate'}
          onClose={() => {
            setQuestion(undefined);
          }}
          onRename={async (name) => {
            await answer(question, name);
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
  services: Services,
  refresh: () => void,
  ask: (question: Question) => void,
): TreeNode {
  const { host, messages } = services;
  const { name, text } = query;
  const open = () => {
    openSavedQuery(services, name).catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
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
              ask({ kind: 'rename', query });
            }}
          >
            Rename…
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              ask({ kind: 'duplicate', query });
            }}
          >
            Duplicate…
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
