import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { keyFields, wasReached } from '../../src/activation/prepare/sent-members.ts';
import { forgetWhomItReached } from '../../src/activation/run/forget-send.ts';
import { identityKey } from '../../src/activation/run/identity-key.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { listed } from '../../src/modules/words.ts';
import { useServices } from '../app/services.ts';
import { activationStore } from './activation-store.ts';
import classes from './Send.module.css';
import { sendWorkshop } from './send-workshop.ts';

/** Whether a person was sent, asked by their identity; and what is kept of those who were. */
export function ReceiptPeople({ send }: { readonly send: SendDocument }) {
  const { host, project, messages } = useServices();
  const kept = useStore(activationStore, (state) => state.kept.find(({ id }) => id === send.id));
  const [identity, setIdentity] = useState('');
  const [answer, setAnswer] = useState<string>();
  if (kept === undefined || kept.settings.identity === '') return null;
  const attempt = (work: () => Promise<void>) => {
    work().catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };
  const ask = async () => {
    const live = await project.whenLive();
    const key = await identityKey(sendWorkshop(host, live));
    const { session, giveBack } = await live.space.borrow();
    const reached = await wasReached(session, send.id, identity.trim(), key).finally(giveBack);
    const arrived = send.state === 'sent' ? '' : ' Whether it arrived is not known: the send did not end well.';
    setAnswer(reached ? `Yes: this person’s row is in the send.${arrived}` : 'No: this person is not in the send.');
  };
  const forget = async () => {
    await forgetWhomItReached(await project.whenLive(), send);
    setAnswer(undefined);
    messages.say('Whom this send reached is forgotten. It can no longer be undone, and no longer counts for a cap.');
  };
  const keys = keyFields(kept.settings).map(({ field }) => field);
  const plain = keys.filter(({ hash, normalise }) => hash === 'none' && normalise.kind !== 'digest');
  return (
    <section className={classes.section} aria-label="People">
      <h3>Was this person sent?</h3>
      <form
        className={classes.pair}
        onSubmit={(event) => {
          event.preventDefault();
          attempt(ask);
        }}
      >
        <TextInput
          aria-label={`A value of ${kept.settings.identity}`}
          placeholder={`A value of ${kept.settings.identity}`}
          value={identity}
          onChange={(event) => {
            setIdentity(event.currentTarget.value);
            setAnswer(undefined);
          }}
        />
        <div>
          <Button type="submit" variant="default" disabled={identity.trim() === ''}>
            Look
          </Button>
        </div>
      </form>
      {answer !== undefined && <p role="status">{answer}</p>}
      <p className={classes.muted}>
        Identities are kept as hashes under a key of this project that stays on this machine. To undo the send, what was
        delivered of {listed(keys.map(({ header }) => header))} is kept as well
        {plain.length === 0
          ? ', hashed as it left.'
          : `; ${listed(plain.map(({ header }) => header))} in the clear, as it left, until this is forgotten or the people are erased.`}
      </p>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            attempt(forget);
          }}
        >
          Forget whom it reached
        </Button>
      </div>
    </section>
  );
}
