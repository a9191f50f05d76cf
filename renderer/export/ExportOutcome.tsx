import { Button, Progress } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { errorToData } from '../../src/core/error.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import classes from './ExportDialog.module.css';
import type { ExportState } from './use-export.ts';

export interface ExportOutcomeProps {
  readonly state: Exclude<ExportState, { kind: 'choosing' }>;
  readonly rowCount: number;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** How an export is going, or how it went. */
export function ExportOutcome({ state, rowCount, onAgain, onClose }: ExportOutcomeProps) {
  if (state.kind === 'running') {
    const { rows, fraction } = state.progress;
    return (
      <div className={classes.form}>
        <p role="status">
          {rows === undefined
            ? `Writing ${rowCount.toLocaleString()} rows…`
            : `${rows.toLocaleString()} of ${rowCount.toLocaleString()} rows`}
        </p>
        <Progress value={100 * fraction} size="sm" aria-label="Export" />
        <footer className={classes.foot}>
          <Button variant="default" onClick={state.cancel}>
            Cancel the export
          </Button>
          <Button onClick={onClose} data-autofocus>
            Go on in the background
          </Button>
        </footer>
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className={classes.form}>
        <ErrorNote error={errorToData(state.error)} />
        <footer className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button onClick={onAgain} data-autofocus>
            Choose again
          </Button>
        </footer>
      </div>
    );
  }
  return (
    <div className={classes.form}>
      <p className={classes.done} role="status">
        <IconCircleCheck size={18} aria-hidden />
        <span>{state.words}</span>
      </p>
      {state.notes.length > 0 && (
        <ul className={classes.notes}>
          {state.notes.map(({ message, count }) => (
            <li key={message}>{noteWords(message, count)}</li>
          ))}
        </ul>
      )}
      <footer className={classes.foot}>
        <Button variant="default" onClick={onAgain}>
          Export again
        </Button>
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </footer>
    </div>
  );
}

function noteWords(message: string, count: number): string {
  const words = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return count > 1 ? `${words}: ${count.toLocaleString()} times.` : `${words}.`;
}
