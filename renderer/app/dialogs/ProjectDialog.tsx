import { Button, Group, Modal, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../../src/core/error.ts';
import type { HostResult } from '../../../src/host/protocol.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useServices } from '../services.ts';
import classes from './ProjectDialog.module.css';

export type ProjectDialogKind = 'new' | 'open' | 'saveAs';

const words: Readonly<Record<ProjectDialogKind, { readonly title: string; readonly action: string }>> = {
  new: { title: 'New project', action: 'Create' },
  open: { title: 'Open project', action: 'Open' },
  saveAs: { title: 'Save project as', action: 'Save' },
};

/** Makes, opens or copies a project. */
export function ProjectDialog({ kind, onClose }: { readonly kind: ProjectDialogKind; readonly onClose: () => void }) {
  const { host, project } = useServices();
  const [info, setInfo] = useState<HostResult<'app.info'>>();
  const [known, setKnown] = useState<HostResult<'projects.list'>>([]);
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [failure, setFailure] = useState<ErrorData>();

  useEffect(() => {
    void host.call('app.info').then(setInfo);
    void Promise.all([host.call('projects.recent'), host.call('projects.list')]).then(([recent, listed]) => {
      const others = listed.filter((entry) => !recent.some((old) => old.folder === entry.folder));
      setKnown([...recent, ...others]);
    });
  }, [host]);

  const go = (force: boolean, target = folder) => {
    setFailure(undefined);
    const chosen = target.trim() === '' ? {} : { folder: target.trim() };
    const ask = () => {
      if (kind === 'open') return host.call('projects.open', { folder: target.trim(), force });
      return host.call(kind === 'new' ? 'projects.create' : 'projects.saveAs', { name: name.trim(), ...chosen });
    };
    const ready = kind === 'saveAs' ? project.saveNow() : Promise.resolve(); // what is copied must be complete
    const done = ready.then(() => project.switchTo(ask));
    done.then(onClose, (error: unknown) => {
      setFailure(errorToData(error));
      setFolder(target);
    });
  };
  const browse = async () => {
    const choice = await host.call('projects.chooseFolder');
    if (choice.kind === 'chosen') setFolder(choice.path);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    go(false);
  };

  return (
    <Modal opened onClose={onClose} title={words[kind].title} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          {kind === 'open' ? (
            <ul className={classes.list} aria-label="Projects">
              {known.map((entry) => (
                <li key={entry.folder}>
                  <UnstyledButton
                    className={classes.entry}
                    onClick={() => {
                      go(false, entry.folder);
                    }}
                  >
                    <IconFolder size={16} aria-hidden />
                    <span>{entry.name}</span>
                    <small>{entry.folder}</small>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          ) : (
            <TextInput
              label="Name"
              value={name}
              data-autofocus
              onChange={(event) => {
                setName(event.currentTarget.value);
              }}
            />
          )}
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              className={classes.folder ?? ''}
              label="Folder"
              description={
                kind === 'open'
                  ? 'A folder that holds project.json'
                  : `Empty: a new folder in ${info?.projectsFolder ?? '…'}`
              }
              value={folder}
              onChange={(event) => {
                setFolder(event.currentTarget.value);
              }}
            />
            {info?.shell === 'electron' && (
              <Button variant="default" size="xs" onClick={() => void browse()}>
                Browse…
              </Button>
            )}
          </Group>
          {failure !== undefined && (
            <ErrorNote
              error={failure}
              action={
                failure.code === 'project-locked' && (
                  <Button
                    variant="default"
                    onClick={() => {
                      go(true);
                    }}
                  >
                    Open anyway
                  </Button>
                )
              }
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={kind === 'open' ? folder.trim() === '' : name.trim() === ''}>
              {words[kind].action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
