import { Button, Progress } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { errorToData } from '../../../../src/core/error.ts';
import type { ModulePlan } from '../../../../src/modules/contract.ts';
import type { ModuleRunState } from '../../../modules/module-run-state.ts';
import { viewStore } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useServices } from '../../services.ts';
import { datasetTab } from '../new-tab.ts';
import { CheckList } from './CheckList.tsx';
import type { ModulePageProps } from './module-props.ts';
import { FindingCard } from './FindingCard.tsx';
import classes from './ModuleTab.module.css';

/** Checks, findings and kept datasets of the latest run; before the first, what a run will do. */
export function FindingsPage({
  id,
  tab,
  run,
  plan,
  values,
}: ModulePageProps & { readonly values: Readonly<Record<string, unknown>> }) {
  const customer = useStore(viewStore, (view) => view.customer);
  const { phase, error, checks, findings, record, ranWith } = run;
  if (phase === 'idle') return <Before plan={plan} />;
  return (
    <div className={classes.page}>
      {phase === 'running' && <Doing run={run} plan={plan} />}
      {phase === 'cancelled' && <p className={classes.note}>Cancelled. Nothing of it was kept.</p>}
      {error !== undefined && <ErrorNote error={errorToData(error)} />}
      {phase === 'done' && ranWith !== JSON.stringify([values, customer]) && (
        <p className={classes.note} role="status">
          The settings or the customers were changed since this run. Run again to see what they show.
        </p>
      )}
      <CheckList checks={checks} />
      {record?.narrowedTo !== undefined && (
        <p className={classes.note}>These figures are of {record.narrowedTo} only: the customer filter was on.</p>
      )}
      {record?.withheld !== undefined && <p className={classes.note}>{record.withheld}</p>}
      {findings.map(({ recorded, view }) => (
        <FindingCard key={recorded.id} id={id} tab={tab} recorded={recorded} view={view} plan={run.plan} />
      ))}
      {record !== undefined && record.outputs.length > 0 && <Kept outputs={record.outputs} />}
    </div>
  );
}

function Before({ plan }: { readonly plan: ModulePlan | undefined }) {
  if (plan === undefined) {
    return <EmptyState title="Choose what to look at">Fill in the form; then press Run.</EmptyState>;
  }
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return (
    <div className={classes.page}>
      <h3>What a run will do</h3>
      <ol className={classes.outline}>
        {plan.steps.map(({ id, title, explanation }) => (
          <li key={id}>
            <strong>{title}.</strong> {explanation.what}
          </li>
        ))}
      </ol>
      <p className={classes.muted}>
        Then it makes {count(plan.checks.length, 'check')} and shows {count(plan.findings.length, 'finding')}:{' '}
        {plan.findings.map(({ title }) => title).join('; ')}.
      </p>
    </div>
  );
}

function Doing({ run, plan }: { readonly run: ModuleRunState; readonly plan: ModulePlan | undefined }) {
  const steps = Object.values(run.steps);
  const done = steps.reduce((sum, { state, fraction }) => sum + (state === 'done' ? 1 : (fraction ?? 0)), 0);
  const percent = Math.round((done / Math.max(plan?.steps.length ?? 1, 1)) * 100);
  return (
    <div className={classes.doing} role="status">
      <span>
        {run.doing} <span className={classes.muted}>{percent} %</span>
      </span>
      <Progress value={percent} size="sm" aria-label="Progress of the run" />
    </div>
  );
}

function Kept({ outputs }: { readonly outputs: NonNullable<ModuleRunState['record']>['outputs'] }) {
  const { tabs } = useServices();
  return (
    <section className={classes.card} aria-label="Kept in the project">
      {outputs.map(({ name, title, rows, from, replaced }) => (
        <div key={name} className={classes.kept}>
          <p>
            <strong>{title}</strong>: {rows.toLocaleString()} rows, made from {from.join(', ')}.
            {replaced && ' It replaced the rows it had before, which stay in its history.'}
          </p>
          <Button
            variant="default"
            leftSection={<IconTable size={14} />}
            onClick={() => {
              tabs.open(datasetTab('main', name), { id: `dataset:main.${name}` });
            }}
          >
            Open {name}
          </Button>
        </div>
      ))}
    </section>
  );
}
