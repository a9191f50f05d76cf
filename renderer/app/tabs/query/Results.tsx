import { useStore } from 'zustand';
import type { TabRunner } from '../../../query/tab-runner.ts';
import type { QueryTab } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import classes from './Results.module.css';
import { RunResult } from './RunResult.tsx';
import { RunStrip } from './RunStrip.tsx';
import type { QueryActions } from './use-query-actions.ts';

export interface ResultsProps extends TabProps {
  readonly tab: QueryTab;
  readonly runner: TabRunner;
  readonly actions: QueryActions;
}

/** What came of the statements run last: one set each. */
export function Results({ id, tab, runner, actions }: ResultsProps) {
  const runs = useStore(runner.store, (state) => state.runs);
  const selected = useStore(runner.store, (state) => state.selected);
  const run = runs.find((candidate) => candidate.id === selected) ?? runs[0];
  if (run === undefined) {
    return (
      <EmptyState title="Nothing has been run in this tab yet">
        The rows appear here, however many they are; a chart, the profile of every column and the export are one click
        away.
      </EmptyState>
    );
  }
  return (
    <section className={classes.results} aria-label="Results">
      {runs.length > 1 && <RunStrip runs={runs} selected={run.id} onSelect={runner.select} />}
      <RunResult key={run.id} id={id} tab={tab} run={run} actions={actions} />
    </section>
  );
}
