import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type ErrorData, toStillhouseError } from '../../src/core/error.ts';
import { counted } from '../../src/modules/words.ts';
import type { ErasureReport, UnfinishedErasure } from '../../src/privacy/erase/report.ts';
import { useServices } from '../app/services.ts';
import { projectStore } from '../project/project-store.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { momentText } from '../ui/moment-text.ts';
import classes from './Erase.module.css';
import { erasureStore } from './erasure-store.ts';
import { PeopleForm } from './PeopleForm.tsx';
import { startPreview } from './run-in-window.ts';
import { SearchedColumns } from './SearchedColumns.tsx';

export interface ChooseStageProps {
  readonly failure: ErrorData | undefined;
  readonly onClose: () => void;
}

/** The first step: whom, and in which columns; and what was erased before. */
export function ChooseStage({ failure, onClose }: ChooseStageProps) {
  const services = useServices();
  const { kind, one, list, column } = useStore(erasureStore, (state) => state.draft);
  const { unfinished, reports } = useRecord();
  const isReady = useStore(projectStore, (status) => status.phase === 'ready');
  const isNamed = { one, list, column }[kind].trim() !== '';
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void startPreview(services);
      }}
    >
      <Stack gap="md">
        {unfinished === undefined ? (
          <p className={classes.muted}>
            Takes people out of this project for good: out of every dataset and every former version of it, out of runs,
            audiences, statements and waiting sends. First you see where they are.
          </p>
        ) : (
          <p className={classes.caution} role="alert">
            An erasure of {counted(unfinished.identities, 'identity', 'identities')}, begun on{' '}
            {momentText(new Date(unfinished.startedAt))}, did not end. Name the same people again to finish it.
          </p>
        )}
        <PeopleForm />
        <SearchedColumns />
        {failure !== undefined && <ErrorNote error={failure} />}
        <EarlierReports reports={reports} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isNamed || !isReady}>
            Look where they are
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the project knows of erasures: one that did not end, and the reports of earlier ones. */
interface ErasureRecord {
  readonly unfinished: UnfinishedErasure | undefined;
  readonly reports: readonly ErasureReport[];
}

function useRecord(): ErasureRecord {
  const { host, messages } = useServices();
  const [record, setRecord] = useState<ErasureRecord>({ unfinished: undefined, reports: [] });
  useEffect(() => {
    let current = true;
    Promise.all([host.call('erasure.unfinished'), host.call('erasure.reports')]).then(
      ([found, reports]) => {
        if (current) setRecord({ unfinished: found?.mark, reports });
      },
      (error: unknown) => {
        messages.fail(toStillhouseError(error));
      },
    );
    return () => {
      current = false;
    };
  }, [host, messages]);
  return record;
}

/** Reports of earlier erasures, as kept with the project; nothing where there are none. */
function EarlierReports({ reports }: Pick<ErasureRecord, 'reports'>) {
  if (reports.length === 0) return null;
  return (
    <div>
      <p className={classes.muted}>Reports of earlier erasures:</p>
      <div className={classes.earlier}>
        {reports.map((report) => (
          <Button
            key={report.id + report.finishedAt}
            size="compact-xs"
            variant="default"
            onClick={() => {
              erasureStore.setState({ stage: { kind: 'done', report, file: undefined } });
            }}
          >
            {momentText(new Date(report.finishedAt))} · {counted(report.identities, 'identity', 'identities')}
          </Button>
        ))}
      </div>
    </div>
  );
}
