import { Button, Group, Progress, Stack } from '@mantine/core';
import type { ErasureProgress } from '../../src/privacy/erase/run-erasure.ts';
import classes from './Erase.module.css';

const stepWords: Readonly<Record<ErasureProgress['step'], string>> = {
  search: 'Looking for them',
  rows: 'Taking them out of the datasets and their former versions',
  files: 'Taking them out of statements, queries and waiting sends',
  rewrite: 'Writing the database file anew',
};

export interface ProgressStageProps {
  readonly progress: ErasureProgress;
  readonly cancel: (() => void) | undefined;
  /** Whether anything is erased: looking alone may be cancelled without a word. */
  readonly isErasing: boolean;
}

/** How far the search or the erasure is, in what. */
export function ProgressStage({ progress, cancel, isErasing }: ProgressStageProps) {
  const { step, place, fraction } = progress;
  return (
    <Stack gap="sm">
      <div role="status">
        <p className={classes.headline}>
          {stepWords[step]}: {Math.round(100 * fraction)} %
        </p>
        <p className={classes.muted}>{place ?? '\u00a0'}</p>
      </div>
      <Progress value={100 * fraction} aria-label={stepWords[step]} />
      {isErasing && cancel === undefined && (
        <p className={classes.muted}>
          The rows are gone: this is finished now. If the app ends meanwhile, it goes on when the project is opened
          next.
        </p>
      )}
      <Group justify="flex-end">
        <Button variant="default" disabled={cancel === undefined} onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
