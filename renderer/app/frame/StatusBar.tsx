import { ActionIcon, Popover, Progress, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCloudOff, IconDatabase, IconDeviceFloppy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { projectStore, type RunningWork } from '../../project/project-store.ts';
import type { SaveStatus } from '../../project/rolling-copy.ts';
import { type OfflineStatus, watchOffline } from '../offline-watch.ts';
import { useServices } from '../services.ts';
import classes from './StatusBar.module.css';

/** Engine, running work, whether the data is saved, and whether anything left the machine. */
export function StatusBar() {
  return (
    <footer className={classes.bar} aria-label="Status">
      <EngineStatus />
      <Work />
      <span className={classes.spacer} />
      <Saved />
      <OfflineBadge />
    </footer>
  );
}

function EngineStatus() {
  const phase = useStore(projectStore, (status) => status.phase);
  const step = useStore(projectStore, (status) => status.step);
  const words = { starting: 'Engine starting…', opening: step, ready: 'Engine ready', failed: 'Engine not running' }[
    phase
  ];
  return (
    <span className={classes.item} role="status">
      <IconDatabase size={14} aria-hidden />
      {words}
    </span>
  );
}

function Work() {
  const running = useStore(projectStore, (status) => status.running);
  return running.map((work) => <WorkItem key={work.id} work={work} />);
}

function WorkItem({ work }: { readonly work: RunningWork }) {
  const percent = work.fraction === undefined ? undefined : Math.round(work.fraction * 100);
  return (
    <span className={classes.item}>
      <span className={classes.title}>{work.title}</span>
      <Progress
        className={classes.progress}
        value={percent ?? 100}
        animated={percent === undefined}
        size="sm"
        aria-label={work.title}
      />
      {percent !== undefined && <span className={classes.figure}>{percent} %</span>}
      {work.cancel !== undefined && (
        <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`Cancel: ${work.title}`} onClick={work.cancel}>
          <IconX size={12} />
        </ActionIcon>
      )}
    </span>
  );
}

const savedWords: Readonly<Record<SaveStatus, string>> = {
  saved: 'Saved',
  unsaved: 'Saved here, folder follows',
  saving: 'Copying to the folder…',
  failed: 'Folder copy failed',
};

function Saved() {
  const { project } = useServices();
  const saved = useStore(projectStore, (status) => status.saved);
  const message = useStore(projectStore, (status) => status.saveMessage);
  const folder = useStore(projectStore, (status) => status.folder);
  const details =
    message ??
    `Every change is on this computer’s disk at once. A copy of the database is kept in ${folder}. Click to copy now.`;
  return (
    <Tooltip label={details} multiline maw={360}>
      <UnstyledButton
        className={classes.item}
        data-status={saved}
        onClick={() => {
          void project.saveNow();
        }}
      >
        <IconDeviceFloppy size={14} aria-hidden />
        {savedWords[saved]}
      </UnstyledButton>
    </Tooltip>
  );
}

function OfflineBadge() {
  const [status, setStatus] = useState<OfflineStatus>({ left: [], blocked: [], own: 0 });
  useEffect(() => watchOffline(setStatus), []);
  const offline = status.left.length === 0;
  return (
    <Popover position="top-end" width={380} withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.item} data-status={offline ? 'good' : 'failed'}>
          <IconCloudOff size={14} aria-hidden />
          {offline ? 'Offline ✓' : `${status.left.length} requests left`}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p>
          {offline
            ? `Nothing has left this computer: all ${status.own} files this window loaded came from Stillhouse itself.`
            : `These requests went to the network: ${status.left.join(', ')}`}
        </p>
        <p>
          {status.blocked.length === 0
            ? 'Nothing tried to, either.'
            : `${status.blocked.length} attempts were stopped: ${status.blocked.join(', ')}`}{' '}
          Requests to anywhere else are refused by the window’s security policy, and SQL can read only files you chose.
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
