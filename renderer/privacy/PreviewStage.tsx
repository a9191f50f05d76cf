import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { counted } from '../../src/modules/words.ts';
import type { Held } from '../../src/privacy/erase/holder.ts';
import type { ErasureOrder } from '../../src/privacy/erase/order.ts';
import { useServices } from '../app/services.ts';
import classes from './Erase.module.css';
import { erasureStore } from './erasure-store.ts';
import { HeldTable } from './HeldTable.tsx';
import { startErasure, startPreview } from './run-in-window.ts';

/** What has to be typed before anybody is erased. */
const word = 'ERASE';

export interface PreviewStageProps {
  readonly order: ErasureOrder;
  readonly held: readonly Held[];
}

/** The second step: where the people are, what happens in each place, and the confirmation by hand. */
export function PreviewStage({ order, held }: PreviewStageProps) {
  const services = useServices();
  const [typed, setTyped] = useState('');
  const rows = sumOf(held, (one) => one.action === 'deleted' && one.unit === 'row');
  const kept = held.filter(({ action }) => action === 'kept').length;
  const who = counted(order.identities.length, 'identity', 'identities');
  const hasBackups = held.some(({ unit, place }) => unit === 'file' && place.endsWith('backups'));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void startErasure(services, order);
      }}
    >
      <Stack gap="sm">
        <p className={classes.headline}>
          {held.length === 0
            ? `${who} ${order.identities.length === 1 ? 'is' : 'are'} found nowhere in this project. Its database file can be written anew all the same, which clears what was deleted before.`
            : `${who} found in ${counted(held.length, 'place')}: ${counted(rows, 'row')} will be deleted.`}
        </p>
        {held.length > 0 && <HeldTable label="Where they are" heading="What happens" held={held} />}
        {hasBackups && (
          <Checkbox
            label="Delete all dated backups of the database too"
            description="They can only be kept or deleted whole, and may hold the people."
            checked={order.deleteBackups}
            onChange={(event) => {
              void startPreview(services, event.currentTarget.checked);
            }}
          />
        )}
        <p className={classes.caution}>
          This cannot be undone: no snapshot and no “Undo” brings the rows back. The database file is written anew, and
          the project closes and opens again meanwhile.
          {kept > 0 && ` In ${counted(kept, 'place')} something stays until you decide about it.`}
        </p>
        <TextInput
          label={`Type ${word} to go on`}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              erasureStore.setState({ stage: { kind: 'choose' } });
            }}
          >
            Back
          </Button>
          <Button type="submit" color="red" disabled={typed.trim() !== word} leftSection={<IconUserX size={14} />}>
            Erase {who}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function sumOf(held: readonly Held[], counts: (held: Held) => boolean): number {
  return held.filter(counts).reduce((sum, { count }) => sum + count, 0);
}
