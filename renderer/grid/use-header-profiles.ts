import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { createResultProfiles, type ResultProfiles } from '../../src/profile/result-profiles.ts';
import type { ResultSet } from '../../src/results/result-set.ts';

/** Profiles for the header of a grid; `profileOf` is absent when they are switched off. */
export interface HeaderProfiles {
  readonly profileOf: ((column: number) => ColumnProfile | undefined) | undefined;
  readonly want: (columns: readonly number[]) => void;
}

/** Scrolling sideways asks for many columns that nobody looks at: only those still in view after this time count. */
const settleMs = 120;

/** Computes profiles of the columns in view, in the background, anew for each result. */
export function useHeaderProfiles(result: ResultSet, enabled: boolean): HeaderProfiles {
  const [known, setKnown] = useState<{ readonly of: ResultSet; readonly get: ResultProfiles['get'] }>();
  const profiles = useRef<ResultProfiles>(undefined);
  const wanted = useRef<readonly number[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (!enabled) return undefined;
    const created = createResultProfiles(result);
    profiles.current = created;
    const stopListening = created.subscribe(() => {
      setKnown({ of: result, get: (column) => created.get(column) });
    });
    if (wanted.current.length > 0) created.want(wanted.current);
    return () => {
      clearTimeout(timer.current);
      stopListening();
      created.close();
      profiles.current = undefined;
    };
  }, [result, enabled]);

  const want = useCallback((columns: readonly number[]) => {
    wanted.current = columns;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => profiles.current?.want(columns), settleMs);
  }, []);
  const profileOf = useMemo(() => {
    if (!enabled) return undefined;
    return (column: number) => (known?.of === result ? known.get(column) : undefined);
  }, [enabled, known, result]);
  return { profileOf, want };
}
