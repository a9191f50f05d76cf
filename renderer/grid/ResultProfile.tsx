import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createCancelSource } from '../../src/core/cancel.ts';
import { errorToData, isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { profileResult } from '../../src/profile/result-profiles.ts';
import type { ResultSet } from '../../src/results/result-set.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import { withFilter } from '../../src/results/view-edits.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { ProfilePanel } from './ProfilePanel.tsx';
import classes from './ProfilePanel.module.css';
import { useResultView } from './use-result-view.ts';
import { useSourceState } from './use-source-state.ts';

export interface ResultProfileProps {
  readonly view: ResultView;
  /** The column's index. */
  readonly column: number;
}

interface Found {
  readonly result: ResultSet;
  readonly column: number;
  readonly profile?: ColumnProfile;
  readonly failure?: StillhouseError;
}

/** The profile of a column over all rows that a view shows; it follows the view's filters, and its bars set them. */
export function ResultProfile({ view, column }: ResultProfileProps) {
  const { shown, view: applied, pending } = useResultView(view);
  const { phase } = useSourceState(shown);
  const [found, setFound] = useState<Found>();

  useEffect(() => {
    const source = createCancelSource();
    profileResult(shown, [column], { signal: source.signal }).then(
      ([profile]) => {
        if (!source.signal.cancelled && profile !== undefined) setFound({ result: shown, column, profile });
      },
      (error: unknown) => {
        if (source.signal.cancelled || isCancelled(error)) return;
        setFound({ result: shown, column, failure: toStillhouseError(error) });
      },
    );
    return () => {
      source.cancel();
    };
  }, [shown, column]);

  const isCurrent = found?.result === shown && found.column === column;
  if (isCurrent && found.failure !== undefined) return <ErrorNote error={errorToData(found.failure)} />;
  if (phase === 'closed' && !isCurrent) {
    return <p className={classes.waiting}>These rows are gone: the statement was run again.</p>;
  }
  if (found?.profile === undefined || found.column !== column) {
    return (
      <p className={classes.waiting} role="status">
        <Loader size={14} color="gray" aria-hidden />
        {phase === 'loading' ? 'Waiting for the remaining rows…' : 'Computing the profile…'}
      </p>
    );
  }
  return (
    <div className={classes.followed} data-late={!isCurrent || undefined}>
      <ProfilePanel
        profile={found.profile}
        column={column}
        onFilter={(filter) => void view.show(withFilter(pending ?? applied, filter))}
      />
    </div>
  );
}
