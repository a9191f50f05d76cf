import { Button, Group, Modal, PasswordInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import { destinationCautions, destinationWords } from '../../src/activation/destinations/destination-words.ts';
import { secretFields } from '../../src/activation/destinations/secret-fields.ts';
import { type ErrorData, errorToData } from '../../src/core/error.ts';
import type { DestinationTest, ListedDestination } from '../../src/host/protocol.ts';
import { useServices } from '../app/services.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import classes from './Activation.module.css';
import { refreshActivation } from './activation-store.ts';
import { DestinationFields } from './DestinationFields.tsx';
import { blankDestination, destinationIssues, destinationKinds } from './destination-draft.ts';

export interface DestinationDialogProps {
  /** The destination to change; a new one where it is absent. */
  readonly listed?: ListedDestination;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

/** Makes or changes a destination, and tests it. */
export function DestinationDialog({ listed, onClose, onSaved }: DestinationDialogProps) {
  const { host, project } = useServices();
  const [draft, setDraft] = useState<Destination>(
    () => listed?.destination ?? blankDestination('folder', `to-${crypto.randomUUID().slice(0, 8)}`, ''),
  );
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tested, setTested] = useState<DestinationTest>();
  const [failure, setFailure] = useState<ErrorData>();
  const issues = destinationIssues(draft);
  const valid = Object.keys(issues).length === 0;

  const change = (next: Destination) => {
    setDraft(next);
    setTested(undefined);
  };
  const save = async (destination: Destination): Promise<boolean> => {
    setShown(true);
    if (Object.keys(destinationIssues(destination)).length > 0) return false;
    const given = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
    await host.call('destinations.save', { destination, secrets: given });
    await refreshActivation(host, await project.whenLive());
    return true;
  };
  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    work()
      .catch((error: unknown) => {
        setFailure(errorToData(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const test = (destination: Destination) => {
    attempt(async () => {
      if (await save(destination)) setTested(await host.call('destinations.test', { id: destination.id }));
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    attempt(async () => {
      if (!(await save(draft))) return;
      onSaved?.(draft.id);
      onClose();
    });
  };
  const trust = (hostKey: string) => {
    if (draft.kind !== 'sftp') return;
    const trusted = { ...draft, hostKey };
    setDraft(trusted);
    test(trusted);
  };

  return (
    <Modal opened onClose={onClose} title={listed === undefined ? 'New destination' : 'Change destination'} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={draft.name}
            error={shown ? issues.name : undefined}
            onChange={(event) => {
              change({ ...draft, name: event.currentTarget.value });
            }}
          />
          <Select
            label="Kind"
            data={[...destinationKinds]}
            value={draft.kind}
            disabled={listed !== undefined}
            onChange={(chosen) => {
              const kind = destinationKinds.find(({ value }) => value === chosen)?.value ?? 'folder';
              change(blankDestination(kind, draft.id, draft.name));
              setShown(false);
            }}
          />
          <DestinationFields draft={draft} issues={shown ? issues : {}} onChange={change} />
          {secretFields(draft).map(({ name, title, required, lines }) => {
            const Input = lines ? Textarea : PasswordInput;
            const kept = listed?.secretsSet.includes(name) === true;
            return (
              <Input
                key={name}
                size="xs"
                label={required ? title : `${title} (optional)`}
                placeholder={kept ? 'Kept on this machine; type to replace it' : ''}
                autoComplete="off"
                {...(lines && { autosize: true, minRows: 3, maxRows: 8 })}
                value={secrets[name] ?? ''}
                onChange={(event: { currentTarget: { value: string } }) => {
                  setSecrets({ ...secrets, [name]: event.currentTarget.value });
                }}
              />
            );
          })}
          {draft.kind !== 'webhook' && (
            <Group gap="lg">
              <Switch
                size="xs"
                label="Add a manifest"
                description="A JSON file that lists the others, after them."
                checked={draft.manifest}
                onChange={(event) => {
                  change({ ...draft, manifest: event.currentTarget.checked });
                }}
              />
              <Switch
                size="xs"
                label="Replace files of the same name"
                description="Otherwise such a file stops the send."
                checked={draft.overwrite}
                onChange={(event) => {
                  change({ ...draft, overwrite: event.currentTarget.checked });
                }}
              />
            </Group>
          )}
          {valid &&
            destinationCautions(draft).map((caution) => (
              <p key={caution} className={classes.caution}>
                {caution}
              </p>
            ))}
          {tested?.ok === true && (
            <p className={classes.good} role="status">
              <IconCircleCheck size={16} aria-hidden /> {tested.words}
            </p>
          )}
          {tested?.ok === false && (
            <ErrorNote
              error={{ message: tested.message, ...(tested.remedy !== undefined && { remedy: tested.remedy }) }}
              action={<TrustButton hostKey={tested.hostKey} onTrust={trust} />}
            />
          )}
          {failure !== undefined && <ErrorNote error={failure} />}
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={14} />}
              loading={busy}
              title={valid ? destinationWords(draft) : 'Fill in the fields first'}
              onClick={() => {
                test(draft);
              }}
            >
              Save and test
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" disabled={busy}>
                Save
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function TrustButton({
  hostKey,
  onTrust,
}: {
  readonly hostKey: string | undefined;
  readonly onTrust: (key: string) => void;
}) {
  if (hostKey === undefined) return null;
  return (
    <>
      <p>
        <code>{hostKey}</code>
      </p>
      <Button
        variant="default"
        onClick={() => {
          onTrust(hostKey);
        }}
      >
        It is the server’s key: trust it
      </Button>
    </>
  );
}
