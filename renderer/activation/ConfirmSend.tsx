import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import { destinationCautions, destinationWords } from '../../src/activation/destinations/destination-words.ts';
import type { CheckedSend } from '../../src/activation/run/checked-send.ts';
import { treatmentWords } from '../../src/activation/prepare/treatment.ts';
import { counted } from '../../src/modules/words.ts';
import activation from './Activation.module.css';
import classes from './Send.module.css';

export interface ConfirmSendProps {
  readonly checked: CheckedSend;
  readonly destination: Destination;
  readonly onClose: () => void;
  readonly onSend: () => void;
}

/** Says exactly what will leave, to where and how many, before it does. */
export function ConfirmSend({ checked, destination, onClose, onSend }: ConfirmSendProps) {
  const { dry, plan } = checked;
  const { fields, consent } = plan.settings;
  const basis =
    consent.kind === 'stated-basis'
      ? `Basis: ${consent.words}`
      : consent.kind === 'records'
        ? `Consent by “${consent.dataset}”, column ${consent.status}`
        : '';
  return (
    <Modal opened onClose={onClose} title="Send now?" size="lg">
      <Stack gap="sm">
        <p className={classes.headline}>
          {counted(dry.sent, 'row')} leave this machine for {destinationWords(destination)}, in{' '}
          {counted(dry.files.length, 'file')}.
        </p>
        <dl className={classes.facts}>
          {fields.map(({ header, path, normalise, hash }, index) => (
            <div key={index} style={{ display: 'contents' }}>
              <dt>{header}</dt>
              <dd>
                {path} <span className={classes.muted}>{treatmentWords(normalise, hash)}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p>{basis}</p>
        <p className={classes.muted}>
          {counted(dry.rows - dry.sent, 'row')} stay. What has left cannot be called back; a removal file can be made
          from the receipt.
        </p>
        {destinationCautions(destination).map((caution) => (
          <p key={caution} className={activation.caution}>
            {caution}
          </p>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button data-autofocus leftSection={<IconSend size={14} />} onClick={onSend}>
            Send {counted(dry.sent, 'row')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
