import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { toStillhouseError } from '../../../src/core/error.ts';

export interface RenameDialogProps {
  readonly title: string;
  readonly name: string;
  /** Words of the button; `Rename` when absent. */
  readonly action?: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for one name and shows under it why it cannot be used. */
export function RenameDialog({ title, name, action = 'Rename', onRename, onClose }: RenameDialogProps) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string>();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onRename(text.trim()).then(onClose, (error: unknown) => {
      const { message, remedy } = toStillhouseError(error);
      setProblem([message, remedy].filter(Boolean).join(' '));
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={text}
            error={problem}
            data-autofocus
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={text.trim() === ''}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
