import { Button, Group, Modal, Progress, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconFile, IconPlus } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { toStillhouseError } from '../../src/core/error.ts';
import { useServices } from '../app/services.ts';
import { projectStore } from '../project/project-store.ts';
import classes from './ImportDialog.module.css';
import { ImportDetails } from './ImportDetails.tsx';
import { cancelItem, closeImport, type ImportItem, importStore } from './import-store.ts';
import { runImports } from './run-imports.ts';

/** The files to import, one beside the other, and what will become of the chosen one. */
export function ImportDialog() {
  const { commands, project, messages } = useServices();
  const { items, selected } = useStore(importStore);
  const ready = useStore(projectStore, (status) => status.phase === 'ready');
  const current = items.find(({ id }) => id === selected);
  const waiting = items.filter(({ state, look }) => state === 'choosing' && look !== undefined);
  const busy = items.some(({ state }) => state === 'importing' || state === 'waiting');
  const done = items.length > 0 && items.every(({ state }) => state === 'done');

  const start = () => {
    project
      .whenLive()
      .then(runImports)
      .catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      });
  };

  return (
    <Modal
      opened
      onClose={closeImport}
      title="Import"
      size="min(1320px, 94vw)"
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      closeOnClickOutside={false}
    >
      <div className={classes.columns}>
        <nav className={classes.files} aria-label="Files">
          {items.map((item) => (
            <FileEntry key={item.id} item={item} current={item.id === selected} />
          ))}
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => {
              commands.run('file.import');
            }}
          >
            Add files
          </Button>
        </nav>
        <section className={classes.details} aria-label="File">
          {current !== undefined && <ImportDetails key={current.id} item={current} />}
        </section>
      </div>
      <footer className={classes.footer}>
        <p className={classes.hint}>
          {ready
            ? 'Types are decided over all rows. Nothing is dropped without being listed.'
            : 'The engine is starting…'}
        </p>
        <Group gap="xs">
          {busy ? (
            <Button
              variant="default"
              onClick={() => {
                for (const { id, state } of items) if (state === 'importing' || state === 'waiting') cancelItem(id);
              }}
            >
              Stop
            </Button>
          ) : (
            <Button variant="default" onClick={closeImport}>
              {done ? 'Close' : 'Cancel'}
            </Button>
          )}
          {!done && (
            <Button disabled={!ready || waiting.length === 0 || busy} onClick={start} data-autofocus>
              {waiting.length > 1 ? `Import ${waiting.length} files` : 'Import'}
            </Button>
          )}
        </Group>
      </footer>
    </Modal>
  );
}

function FileEntry({ item, current }: { readonly item: ImportItem; readonly current: boolean }) {
  const { file, state, progress, target } = item;
  const Icon = { done: IconCheck, failed: IconAlertCircle, choosing: IconFile, waiting: IconFile, importing: IconFile }[
    state
  ];
  const percent = progress === undefined ? undefined : Math.round(progress.fraction * 100);
  return (
    <UnstyledButton
      className={classes.entry}
      aria-current={current}
      data-state={state}
      onClick={() => {
        importStore.setState({ selected: item.id });
      }}
    >
      <Icon size={16} aria-hidden />
      <span className={classes.name}>{file.name}</span>
      <small>
        {percent === undefined ? `${sizeText(file.size)} → ${target.name}` : `${progress?.step ?? ''} ${percent} %`}
      </small>
      {percent !== undefined && (
        <Progress className={classes.progress} value={percent} size="xs" aria-label={`Importing ${file.name}`} />
      )}
    </UnstyledButton>
  );
}

function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
