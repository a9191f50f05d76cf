import { Progress } from '@mantine/core';
import { useStore } from 'zustand';
import { activationStore } from './activation-store.ts';
import classes from './Send.module.css';
import type { SendRunState } from './send-run-state.ts';
import { bytesText } from './send-words.ts';

/** How far the check, the writing or the delivery is. */
export function SendProgress({ run }: { readonly run: SendRunState }) {
  const progress = useStore(activationStore, (state) =>
    run.send === undefined ? undefined : state.progress[run.send],
  );
  const delivered = progress && progress.totalBytes > 0 ? progress.sentBytes / progress.totalBytes : undefined;
  const fraction = run.phase === 'delivering' ? delivered : run.fraction;
  return (
    <div className={classes.section} role="status">
      <p className={classes.headline}>{run.doing}</p>
      <Progress value={100 * (fraction ?? 1)} animated={fraction === undefined} aria-label={run.doing} />
      {run.phase === 'delivering' && progress !== undefined && (
        <p className={classes.muted}>
          {progress.file}: {bytesText(progress.sentBytes)} of {bytesText(progress.totalBytes)}
          {progress.attempt > 1 && `, try ${progress.attempt}`}
          {progress.note !== undefined && `. ${progress.note}`}
        </p>
      )}
    </div>
  );
}
