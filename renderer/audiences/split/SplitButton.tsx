import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Audience } from '../../../src/audiences/audience.ts';
import { SplitDialog } from './SplitDialog.tsx';
import classes from './Split.module.css';

/** Opens the dialog that divides an audience into groups. */
export function SplitButton({ audience }: { readonly audience: Audience }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.start}>
      <Button
        variant="default"
        leftSection={<IconArrowsSplit2 size={14} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Split into groups…
      </Button>
      <p className={classes.muted}>
        A holdout to measure a campaign by, or groups for a test: at random, the same each time.
      </p>
      {open && (
        <SplitDialog
          audience={audience}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
