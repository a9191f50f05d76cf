import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRepeat, IconUserMinus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { platformById } from '../../src/activation/platforms/index.ts';
import { forgetIfNothingLeft } from '../../src/activation/run/forget-send.ts';
import { undoSend } from '../../src/activation/run/undo-send.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { canCancel, canDeliver } from '../../src/activation/sends/send-states.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { useServices } from '../app/services.ts';
import { startWork } from '../project/project-store.ts';
import { activationStore, refreshActivation } from './activation-store.ts';
import { ConfirmRemoval } from './ConfirmRemoval.tsx';
import { openReceipt, openSendAgain } from './open-send.ts';
import { sendWorkshop } from './send-workshop.ts';

/** What can still be done with a send: resume, cancel, repeat, undo. */
export function ReceiptActions({ send }: { readonly send: SendDocument }) {
  const services = useServices();
  const { host, project, messages } = services;
  const kept = useStore(activationStore, (state) => state.kept.find(({ id }) => id === send.id));
  const undone = useStore(activationStore, (state) => state.sends.some(({ undoes }) => undoes === send.id));
  const [busy, setBusy] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const call = (work: () => Promise<unknown>) => {
    attempt(async () => {
      await work().finally(async () => refreshActivation(host, await project.whenLive()));
    });
  };
  return (
    <>
      {canDeliver(send.state) && (
        <Button
          leftSection={<IconPlayerPlay size={14} />}
          loading={busy}
          onClick={() => {
            call(() => host.call('sends.deliver', { id: send.id, repeatUnknown: send.state === 'unknown' }));
          }}
        >
          {send.state === 'unknown' ? 'Repeat the unanswered request' : 'Resume'}
        </Button>
      )}
      {canCancel(send.state) && (
        <Button
          variant="default"
          leftSection={<IconX size={14} />}
          onClick={() => {
            call(async () => {
              await forgetIfNothingLeft(await project.whenLive(), await host.call('sends.cancel', { id: send.id }));
            });
          }}
        >
          Cancel send
        </Button>
      )}
      {kept !== undefined && (
        <Button
          variant="default"
          leftSection={<IconRepeat size={14} />}
          onClick={() => {
            openSendAgain(services, kept.settings, kept.destination);
          }}
        >
          Send again…
        </Button>
      )}
      {kept?.settings.kind === 'audience' && send.state === 'sent' && !undone && (
        <Button
          variant="default"
          leftSection={<IconUserMinus size={14} />}
          loading={busy}
          onClick={() => {
            setUndoing(true);
          }}
        >
          Undo this send…
        </Button>
      )}
      {undoing && kept !== undefined && (
        <ConfirmRemoval
          send={send}
          words={platformById(kept.settings.platform).removal.words}
          onClose={() => {
            setUndoing(false);
          }}
          onConfirm={() => {
            setUndoing(false);
            attempt(async () => {
              const live = await project.whenLive();
              const { cancel, signal } = createCancelSource();
              const work = startWork(`Removal: ${kept.settings.title}`, cancel);
              const receipt = await undoSend(sendWorkshop(host, live), kept, signal).finally(work.end);
              await refreshActivation(host, live);
              openReceipt(services, receipt);
            });
          }}
        />
      )}
    </>
  );
}
