import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { destinationWords } from '../../src/activation/destinations/destination-words.ts';
import { secretFields } from '../../src/activation/destinations/secret-fields.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import type { ListedDestination } from '../../src/host/protocol.ts';
import { useServices } from '../app/services.ts';
import panel from '../app/side/SidePanel.module.css';
import { EmptyState } from '../ui/EmptyState.tsx';
import { momentText } from '../ui/moment-text.ts';
import classes from './Activation.module.css';
import { activationStore, refreshActivation } from './activation-store.ts';
import { DestinationDialog } from './DestinationDialog.tsx';
import { openReceipt } from './open-send.ts';
import { ScheduleList } from './ScheduleList.tsx';
import { stateLooks } from './send-words.ts';

type Editing = { readonly kind: 'new' } | { readonly kind: 'change'; readonly listed: ListedDestination };

/** Where data can be sent, and what was sent. */
export function ActivationPanel() {
  const services = useServices();
  const { host, project, messages } = services;
  const destinations = useStore(activationStore, (state) => state.destinations);
  const sends = useStore(activationStore, (state) => state.sends);
  const [editing, setEditing] = useState<Editing>();
  const attempt = (work: () => Promise<void>) => {
    work().catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };
  const refresh = async () => {
    await refreshActivation(host, await project.whenLive());
  };
  return (
    <section className={panel.panel} aria-label="Activation">
      <header className={panel.header}>
        <h3>Activation</h3>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Read sends again"
          onClick={() => {
            attempt(refresh);
          }}
        >
          <IconRefresh size={16} />
        </ActionIcon>
      </header>
      <div className={classes.list}>
        <div className={classes.listHead}>
          <h4>Destinations</h4>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="New destination"
            onClick={() => {
              setEditing({ kind: 'new' });
            }}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </div>
        {destinations.length === 0 && (
          <EmptyState
            title="Nowhere to send to yet"
            action={
              <Button
                leftSection={<IconPlus size={14} />}
                onClick={() => {
                  setEditing({ kind: 'new' });
                }}
              >
                Add a destination
              </Button>
            }
          >
            A destination is a folder, a bucket, a server or an endpoint. Its secrets stay on this machine.
          </EmptyState>
        )}
        {destinations.map((listed) => (
          <DestinationEntry
            key={listed.destination.id}
            listed={listed}
            onOpen={() => {
              setEditing({ kind: 'change', listed });
            }}
            onRemove={() => {
              attempt(async () => {
                await host.call('destinations.remove', { id: listed.destination.id });
                await refresh();
                messages.say(`“${listed.destination.name}” was removed. Receipts of what went there stay.`);
              });
            }}
          />
        ))}
        <ScheduleList />
        <h4>Sends</h4>
        {sends.length === 0 && (
          <EmptyState title="Nothing was sent yet">
            Open a dataset and choose Send: you see who would leave, who stays and why, before anything does.
          </EmptyState>
        )}
        {sends.map((send) => (
          <SendEntry
            key={send.id}
            send={send}
            onOpen={() => {
              openReceipt(services, send);
            }}
          />
        ))}
      </div>
      {editing !== undefined && (
        <DestinationDialog
          {...(editing.kind === 'change' && { listed: editing.listed })}
          onClose={() => {
            setEditing(undefined);
          }}
        />
      )}
    </section>
  );
}

interface DestinationEntryProps {
  readonly listed: ListedDestination;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function DestinationEntry({ listed: { destination, secretsSet }, onOpen, onRemove }: DestinationEntryProps) {
  const missing = secretFields(destination).filter(({ name, required }) => required && !secretsSet.includes(name));
  return (
    <div className={classes.entry}>
      <button type="button" onClick={onOpen} title={destinationWords(destination)}>
        <strong>{destination.name}</strong>
        {missing.length > 0 ? (
          <span className={classes.state} data-tone="warning">
            Needs: {missing.map(({ title }) => title).join(', ')}
          </span>
        ) : (
          <small>{destinationWords(destination)}</small>
        )}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${destination.name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOpen}>Change or test…</Menu.Item>
          <Menu.Item onClick={onRemove}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function SendEntry({ send, onOpen }: { readonly send: SendDocument; readonly onOpen: () => void }) {
  const { title, tone } = stateLooks[send.state];
  return (
    <div className={classes.entry}>
      <button type="button" onClick={onOpen}>
        <strong>{send.title}</strong>
        <small>
          <span className={classes.state} data-tone={tone}>
            {title}
          </span>{' '}
          · {send.rows.toLocaleString()} rows · {send.to.name} · {momentText(new Date(send.createdAt)).slice(0, -3)}
        </small>
      </button>
    </div>
  );
}
