import { ActionIcon, Badge, Button, Group, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconAlignLeft,
  IconDeviceFloppy,
  IconLanguage,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconRoute,
  type TablerIcon,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { commands as allCommands, type CommandId } from '../../../../src/commands/commands.ts';
import { shortcutLabel } from '../../../../src/commands/shortcuts.ts';
import { dialogStore } from '../../../store/dialogs.ts';
import { isUnsaved, type QueryTab, viewStore } from '../../../store/view-state.ts';
import type { TabRunner } from '../../../query/tab-runner.ts';
import { isMac } from '../../command-registry.ts';
import { RenameDialog } from '../../dialogs/RenameDialog.tsx';
import { useServices } from '../../services.ts';
import classes from './RunBar.module.css';
import type { QueryActions } from './use-query-actions.ts';

export interface RunBarProps {
  readonly tab: QueryTab;
  readonly runner: TabRunner;
  readonly actions: QueryActions;
}

const dialectChoices = [
  { value: 'duckdb', label: 'DuckDB' },
  { value: 'distiller', label: 'Data Distiller' },
] as const;

/** Run, stop, format, explain, save; and whether a transaction is open. */
export function RunBar({ tab, runner, actions }: RunBarProps) {
  const running = useStore(runner.store, (state) => state.running);
  const inTransaction = useStore(runner.store, (state) => state.inTransaction);
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label="Query"
      data-crowded={tab.saved !== undefined || inTransaction || undefined}
    >
      {running ? (
        <Button variant="default" leftSection={<IconPlayerStop size={14} />} onClick={actions.cancel}>
          Stop
        </Button>
      ) : (
        <Tooltip label={keyOf('query.run')}>
          <Button leftSection={<IconPlayerPlay size={14} />} onClick={actions.run}>
            Run
          </Button>
        </Tooltip>
      )}
      <BarAction command="query.runAll" icon={IconPlayerSkipForward} text="Run all" onClick={actions.runAll} />
      <BarAction command="query.explain" icon={IconRoute} text="Explain" onClick={actions.explain} />
      {tab.dialect === 'distiller' ? (
        <BarAction command="query.showSql" icon={IconLanguage} text="DuckDB SQL" onClick={actions.showSql} />
      ) : (
        <BarAction command="query.showAs" icon={IconLanguage} text="Other dialect" onClick={actions.showAs} />
      )}
      <BarAction command="query.format" icon={IconAlignLeft} text="Format" onClick={actions.format} />
      <span className={classes.spacer} />
      <SegmentedControl
        size="xs"
        aria-label="Dialect"
        data={[...dialectChoices]}
        value={tab.dialect}
        onChange={actions.setDialect}
      />
      {inTransaction && <OpenTransaction runner={runner} />}
      {tab.saved !== undefined && (
        <span className={classes.saved} title={`${tab.saved.name}.sql`}>
          {tab.saved.name}.sql{isUnsaved(tab) ? ' · not saved' : ''}
        </span>
      )}
      <SaveAction />
      <SaveDialog tab={tab} actions={actions} />
    </div>
  );
}

function SaveAction() {
  const { commands } = useServices();
  return (
    <Tooltip label={`Save query ${keyOf('query.save')}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Save query"
        onClick={() => {
          commands.run('query.save');
        }}
      >
        <IconDeviceFloppy size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Asked for once, when a query has no file yet; the active tab answers. */
function SaveDialog({ tab, actions }: Pick<RunBarProps, 'tab' | 'actions'>) {
  const open = useStore(dialogStore, (store) => store.open === 'saveQuery');
  const active = useStore(viewStore, ({ tabs, activeTab }) => activeTab !== undefined && tabs[activeTab] === tab);
  if (!open || !active) return null;
  return (
    <RenameDialog
      title="Save query as a file of this project"
      name={tab.title === 'Query' ? '' : tab.title}
      action="Save"
      onRename={actions.saveAs}
      onClose={() => {
        dialogStore.setState({ open: undefined });
      }}
    />
  );
}

function OpenTransaction({ runner }: Pick<RunBarProps, 'runner'>) {
  const { messages } = useServices();
  const end = (verb: 'COMMIT' | 'ROLLBACK') => {
    runner.endTransaction(verb).catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label="Your changes are visible in this tab only, and others wait, until you commit.">
        <Badge variant="light" size="sm">
          Transaction open
        </Badge>
      </Tooltip>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          end('COMMIT');
        }}
      >
        Commit
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          end('ROLLBACK');
        }}
      >
        Roll back
      </Button>
    </Group>
  );
}

interface BarActionProps {
  readonly command: CommandId;
  readonly icon: TablerIcon;
  readonly text: string;
  readonly onClick: () => void;
}

function BarAction({ command, icon: Icon, text, onClick }: BarActionProps) {
  return (
    <Tooltip label={[titleOf(command), keyOf(command)].filter(Boolean).join(' ')}>
      <Button
        variant="subtle"
        color="gray"
        aria-label={text}
        leftSection={<Icon size={14} />}
        classNames={{ root: classes.action ?? '', label: classes.label ?? '', section: classes.icon ?? '' }}
        onClick={onClick}
      >
        {text}
      </Button>
    </Tooltip>
  );
}

const titleOf = (id: CommandId): string => allCommands.find((entry) => entry.id === id)?.title ?? '';

function keyOf(id: CommandId): string {
  const command = allCommands.find((entry) => entry.id === id);
  return command !== undefined && 'shortcut' in command ? shortcutLabel(command.shortcut, isMac) : '';
}
