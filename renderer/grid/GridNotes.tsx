import { Button, Loader } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SourceState } from '../../src/results/row-source.ts';
import type { CopyNote } from './use-copy.ts';
import classes from './GridNotes.module.css';

/** What lies over a grid without rows: why there are none. */
export function EmptyNote({
  state,
  onClearFilters,
}: {
  readonly state: SourceState;
  readonly onClearFilters?: (() => void) | undefined;
}) {
  const { phase, rowCount } = state;
  if (rowCount > 0 || phase === 'failed' || phase === 'cancelled' || phase === 'closed') return null;
  if (phase === 'loading') {
    return (
      <div className={classes.empty} data-late role="status">
        <Loader size={18} color="gray" aria-hidden />
        <p>Waiting for the first rows…</p>
      </div>
    );
  }
  return (
    <div className={classes.empty} role="status">
      <h3>{onClearFilters === undefined ? 'No rows' : 'No row passes the filters'}</h3>
      {onClearFilters === undefined ? (
        <p>The statement ran to its end and found nothing.</p>
      ) : (
        <Button variant="default" onClick={onClearFilters}>
          Clear the filters
        </Button>
      )}
    </div>
  );
}

/** The line under a grid whose rows are not, or not yet, the whole result. */
export function PhaseNote({ state, onStop }: { readonly state: SourceState; readonly onStop: () => void }) {
  const { phase, rowCount, error } = state;
  const rows = `${rowCount.toLocaleString()} ${rowCount === 1 ? 'row' : 'rows'}`;
  if (phase === 'loading' && rowCount > 0) {
    return (
      <Line tone="busy" icon={<Loader size={12} color="gray" aria-hidden />}>
        {rows} so far…
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlayerStop size={12} aria-hidden />}
          onClick={onStop}
        >
          Stop here
        </Button>
      </Line>
    );
  }
  if (phase === 'cancelled') {
    return (
      <Line tone="warning" icon={<IconAlertCircle size={14} aria-hidden />}>
        {rowCount === 0 ? 'Cancelled before the first row.' : `Cancelled after ${rows}: this is not the whole result.`}
      </Line>
    );
  }
  if (error === undefined) return null;
  const lead = phase === 'failed' ? `Failed after ${rows}.` : 'Some rows could not be read.';
  return (
    <Line tone="bad" icon={<IconAlertCircle size={14} aria-hidden />}>
      <span title={error.technical}>
        <strong>{lead}</strong> {error.message} {error.remedy}
      </span>
    </Line>
  );
}

interface LineProps {
  readonly tone: 'busy' | 'warning' | 'bad';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Line({ tone, icon, children }: LineProps) {
  return (
    <div className={classes.line} data-tone={tone} role={tone === 'busy' ? undefined : 'alert'}>
      {icon}
      {children}
    </div>
  );
}

/** What was copied, for a moment over the grid's lower edge. */
export function CopyToast({ note, onCancel }: { readonly note: CopyNote | undefined; readonly onCancel: () => void }) {
  return (
    <div className={classes.toastPlace} role="status">
      {note !== undefined && (
        <div className={classes.toast} data-kind={note.kind}>
          {note.kind === 'done' && <IconCheck size={14} aria-hidden />}
          {note.kind === 'failed' && <IconAlertCircle size={14} aria-hidden />}
          {note.kind === 'busy' && <Loader size={12} color="gray" aria-hidden />}
          <span>{note.words}</span>
          {note.kind === 'busy' && (
            <Button variant="subtle" size="compact-xs" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
