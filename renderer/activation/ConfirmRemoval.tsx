import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { counted } from '../../src/modules/words.ts';
import classes from './Send.module.css';

export interface ConfirmRemovalProps {
  readonly send: SendDocument;
  /** What the receiver does with the file. */
  readonly words: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what the removal file holds and where it goes, before it does. */
export function ConfirmRemoval({ send, words, onClose, onConfirm }: ConfirmRemovalProps) {
  return (
    <Modal opened onClose={onClose} title="Undo this send?" size="lg">
      <Stack gap="sm">
        <p className={classes.headline}>
          The keys of {counted(send.rows, 'row')} go to {send.to.words} once more, as a removal file.
        </p>
        <p>{words}</p>
        <p className={classes.muted}>The first file stays where it is; the receiver takes the people out.</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button leftSection={<IconUserMinus size={14} />} onClick={onConfirm}>
            Send the removal file
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
