import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ErrorData } from '../../src/core/error.ts';
import classes from './ErrorNote.module.css';

export interface ErrorNoteProps {
  readonly error: Pick<ErrorData, 'message' | 'remedy' | 'technical'>;
  /** The fix as a button, where there is one. */
  readonly action?: ReactNode;
}

/** A failure where it happened: one sentence, what to do, and the engine's own words folded away. */
export function ErrorNote({ error, action }: ErrorNoteProps) {
  const { message, remedy, technical } = error;
  return (
    <div className={classes.note} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div>
        <p className={classes.message}>{message}</p>
        {remedy !== undefined && <p>{remedy}</p>}
        {action}
        {technical !== undefined && technical !== message && (
          <details>
            <summary>Details</summary>
            <pre>{technical}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
