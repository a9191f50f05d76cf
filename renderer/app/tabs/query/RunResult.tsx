import { Button, Group, Progress } from '@mantine/core';
import { IconArrowBackUp, IconFocusCentered, IconTable } from '@tabler/icons-react';
import { errorToData } from '../../../../src/core/error.ts';
import { PlanView } from '../../../editor/PlanView.tsx';
import type { StatementRun } from '../../../query/statement-run.ts';
import type { QueryTab } from '../../../store/view-state.ts';
import { durationText } from '../../../ui/moment-text.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { datasetTab } from '../new-tab.ts';
import { Notices } from './Notices.tsx';
import classes from './Results.module.css';
import { RowsResult } from './RowsResult.tsx';
import { ShownSql } from './ShownSql.tsx';
import type { QueryActions } from './use-query-actions.ts';

export interface RunResultProps extends TabProps {
  readonly tab: QueryTab;
  readonly run: StatementRun;
  readonly actions: QueryActions;
}

/** One statement's rows, plan, outcome or error. */
export function RunResult({ id, tab, run, actions }: RunResultProps) {
  const { view, plan, shown, words, error, phase } = run;
  if (view !== undefined) {
    return (
      <>
        <Notices run={run} />
        <RowsResult id={id} tab={tab} run={run} view={view} />
      </>
    );
  }
  if (shown !== undefined) {
    return (
      <ShownSql
        shown={shown}
        onPlace={(range) => {
          actions.editor.current?.select(range);
          actions.editor.current?.focus();
        }}
      />
    );
  }
  if (plan !== undefined) {
    return (
      <div className={classes.scrolling}>
        <PlanView plan={plan} />
      </div>
    );
  }
  if (error !== undefined && phase === 'failed') {
    const { range } = run;
    return (
      <div className={classes.scrolling}>
        <ErrorNote
          error={errorToData(error)}
          action={
            <Button
              variant="default"
              leftSection={<IconFocusCentered size={14} />}
              onClick={() => {
                actions.editor.current?.select(markedRange(run) ?? range);
                actions.editor.current?.focus();
              }}
            >
              Show in the editor
            </Button>
          }
        />
      </div>
    );
  }
  if (words !== undefined) return <WordsResult words={words} run={run} />;
  return <Waiting run={run} />;
}

function markedRange({ error, range }: StatementRun) {
  if (error?.range === undefined) return undefined;
  return { start: range.start + error.range.start, end: range.start + error.range.end };
}

/** A statement without rows: what it did, and where to go from here. */
function WordsResult({ words, run }: { readonly words: string; readonly run: StatementRun }) {
  const { tabs, commands } = useServices();
  const { dataset, snapshot } = run.outcome ?? {};
  return (
    <div className={classes.outcome} role="status">
      <p>
        {words} <span className={classes.muted}>{durationText(run.durationMs ?? 0)}</span>
      </p>
      <Notices run={run} />
      <Group gap="xs">
        {dataset !== undefined && (
          <Button
            variant="default"
            leftSection={<IconTable size={14} />}
            onClick={() => {
              const { schema, name } = dataset;
              tabs.open(datasetTab(schema, name), { id: `dataset:${schema}.${name}` });
            }}
          >
            Open {dataset.name}
          </Button>
        )}
        {snapshot !== undefined && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={14} />}
            onClick={() => {
              commands.run('data.undoWrite');
            }}
          >
            Undo
          </Button>
        )}
      </Group>
    </div>
  );
}

function Waiting({ run }: { readonly run: StatementRun }) {
  const { phase, progress } = run;
  if (phase === 'cancelled') return <p className={classes.outcome}>Cancelled. Nothing of it was kept.</p>;
  if (phase === 'waiting') return <p className={classes.outcome}>Waits for the statements before it.</p>;
  const percent = progress === undefined ? undefined : Math.round(progress * 100);
  return (
    <div className={classes.waiting} role="status">
      <span>Running…{percent === undefined ? '' : ` ${percent} %`}</span>
      <Progress value={percent ?? 100} animated={percent === undefined} size="sm" aria-label="Progress" />
    </div>
  );
}
