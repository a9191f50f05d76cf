import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../../../src/core/error.ts';
import { withReader } from '../../../../src/engine/with-reader.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { readRuns } from '../../../../src/runner/run-store.ts';
import { updateTab } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { durationText, momentText } from '../../../ui/moment-text.ts';
import { useServices } from '../../services.ts';
import type { ModulePageProps } from './module-props.ts';
import classes from './ModuleTab.module.css';
import { RunComparison } from './RunComparison.tsx';

/** Earlier runs of this module in this project: what they said, their settings to use again, and what changed since. */
export function RunsPage({ id, module, run }: ModulePageProps) {
  const { project, moduleRunners } = useServices();
  const [runs, setRuns] = useState<readonly RunRecord[]>();
  const [failure, setFailure] = useState<ErrorData>();
  const [compared, setCompared] = useState<string>();
  const latest = run.record?.id;
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { engine } = await project.whenLive();
      const found = await withReader(engine, (reader) => readRuns(reader, module.id));
      if (current) setRuns(found);
    };
    read().catch((error: unknown) => {
      if (current) setFailure(errorToData(error));
    });
    return () => {
      current = false;
    };
  }, [project, module, latest]);

  if (failure !== undefined) return <ErrorNote error={failure} />;
  if (runs === undefined) return <p className={classes.note}>Reading…</p>;
  if (runs.length === 0) {
    return (
      <EmptyState title="Not run yet">
        Each run is kept here with its settings and figures, so that it can be made again and compared.
      </EmptyState>
    );
  }
  return (
    <ol className={classes.page} aria-label="Runs">
      {runs.map((record, index) => {
        const before = runs.slice(index + 1).find((other) => isComparable(record, other));
        return (
          <li key={record.id} className={classes.card}>
            <header className={classes.cardHead}>
              <h3>
                <time dateTime={record.finishedAt}>{momentText(new Date(record.finishedAt))}</time>
              </h3>
              <span className={classes.muted}>
                {durationText(Date.parse(record.finishedAt) - Date.parse(record.startedAt))}
              </span>
              <span className={classes.spacer} />
              {before !== undefined && (
                <Button
                  variant="subtle"
                  color="gray"
                  aria-expanded={compared === record.id}
                  onClick={() => {
                    setCompared(compared === record.id ? undefined : record.id);
                  }}
                >
                  {compared === record.id ? 'Hide changes' : 'Compare with the run before'}
                </Button>
              )}
              <Button
                variant="default"
                onClick={() => {
                  updateTab(id, 'module', { input: record.input });
                }}
              >
                Use these settings
              </Button>
              <Button
                variant="default"
                disabled={run.phase === 'running'}
                onClick={() => {
                  updateTab(id, 'module', { input: record.input, page: 'findings' });
                  void moduleRunners.of(id).run(module, record.input);
                }}
              >
                Run again
              </Button>
            </header>
            {record.narrowedTo !== undefined && <p className={classes.muted}>Of {record.narrowedTo} only.</p>}
            <p>{record.findings[0]?.words ?? record.checks.find(({ passed }) => !passed)?.title}</p>
            {compared === record.id && before !== undefined && <RunComparison now={record} before={before} />}
          </li>
        );
      })}
    </ol>
  );
}

/** Runs of one dataset are worth comparing. */
function isComparable(one: RunRecord, other: RunRecord): boolean {
  return one.moduleVersion === other.moduleVersion && one.input.dataset === other.input.dataset;
}
