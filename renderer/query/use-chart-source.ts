import { useEffect, useState } from 'react';
import type { ProfiledColumn } from '../../src/charts/column-roles.ts';
import { createCancelSource, type CancelSignal } from '../../src/core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { type Sql, sql } from '../../src/core/sql.ts';
import { collect } from '../../src/engine/collect.ts';
import { isNumeric } from '../../src/engine/types.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { profileResult } from '../../src/profile/result-profiles.ts';
import type { ResultSet } from '../../src/results/result-set.ts';
import type { RunSql } from '../charts/run-chart.ts';

/** What a chart is drawn from: a result as a table of the engine, with what is known of its columns. */
export interface ChartSource {
  readonly relation: Sql;
  readonly columns: readonly ProfiledColumn[];
  readonly rowCount: number;
  readonly run: RunSql;
}

/** Columns beyond these are not profiled for the first suggestion. */
const profiledColumns = 24;

interface State {
  readonly result: ResultSet;
  readonly ready?: ChartSource;
  readonly failure?: StillhouseError;
}

/** Stores a result in the engine and profiles its first columns, so that the first chart fits its values. */
export function useChartSource(result: ResultSet): {
  readonly ready?: ChartSource;
  readonly failure?: StillhouseError;
} {
  const [state, setState] = useState<State>({ result });
  useEffect(() => {
    const cancel = createCancelSource();
    chartSourceOf(result, cancel.signal).then(
      (ready) => {
        if (!cancel.signal.cancelled) setState({ result, ready });
      },
      (error: unknown) => {
        if (!cancel.signal.cancelled && !isCancelled(error)) setState({ result, failure: toStillhouseError(error) });
      },
    );
    return () => {
      cancel.cancel();
    };
  }, [result]);
  return state.result === result ? state : {};
}

/** The same outside of a screen. */
export async function chartSourceOf(result: ResultSet, signal: CancelSignal): Promise<ChartSource> {
  const stored = await result.materialize(signal);
  const first = result.columns.slice(0, profiledColumns).map((_, index) => index);
  const profiles = await profileResult(result, first, { signal, brief: true });
  return {
    relation: sql`SELECT *\nFROM ${stored.relation}`,
    columns: result.columns.map((column, index) => ({ ...column, ...knownOf(profiles[index]) })),
    rowCount: result.state().rowCount,
    async run(statement, own) {
      const { session, giveBack } = await result.space.borrow();
      try {
        return await collect(session, statement.text, { signal: own });
      } finally {
        giveBack();
      }
    },
  };
}

function knownOf(profile: ColumnProfile | undefined) {
  if (profile === undefined) return {};
  const range = isNumeric(profile.info.type) ? profile.range : undefined;
  return {
    distinctCount: profile.distinct.value,
    nullCount: profile.nulls,
    ...(range !== undefined && { minimum: Number(range.low), maximum: Number(range.high) }),
  };
}
