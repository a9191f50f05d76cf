import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { Check, Step } from '../../../../src/modules/contract.ts';
import { planScript } from '../../../../src/modules/plan-sql.ts';
import type { StepProgress } from '../../../modules/module-run-state.ts';
import { type ShownDialect, shownDialectStore } from '../../../translation/shown-dialect.ts';
import { ShownDialectSelect } from '../../../translation/ShownDialectSelect.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { durationText } from '../../../ui/moment-text.ts';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import type { ModulePageProps } from './module-props.ts';
import classes from './ModuleTab.module.css';
import { StepSql } from './StepSql.tsx';

/** Each step with what it does, why, what to beware of, and its SQL; then the checks. Read before anything runs. */
export function StepsPage({ plan, run }: ModulePageProps) {
  const { tabs } = useServices();
  const dialect = useStore(shownDialectStore, (state) => state.dialect);
  if (plan === undefined) {
    return <EmptyState title="No plan yet">The steps appear here when the form is filled in.</EmptyState>;
  }
  const open = (title: string, script: string) => {
    tabs.open(queryTab(title, script), { beside: true });
  };
  return (
    <div className={classes.page}>
      <div className={classes.dialect}>
        <ShownDialectSelect />
        {dialect !== 'duckdb' && (
          <span className={classes.muted}>Translated by rule: try it on your engine before you rely on it.</span>
        )}
      </div>
      {plan.steps.map((step, index) => (
        <StepCard
          key={step.id}
          step={step}
          number={index + 1}
          progress={run.steps[step.id]}
          dialect={dialect}
          onOpen={() => {
            open(step.title, planScript(plan, { upTo: step.id }));
          }}
        />
      ))}
      {plan.checks.length > 0 && <h3>Checks</h3>}
      {plan.checks.map((check) => (
        <CheckCard
          key={check.id}
          check={check}
          onOpen={() => {
            open(check.title, planScript(plan, { last: check.violations }));
          }}
        />
      ))}
    </div>
  );
}

interface StepCardProps {
  readonly step: Step;
  readonly number: number;
  readonly progress: StepProgress | undefined;
  readonly dialect: ShownDialect;
  readonly onOpen: () => void;
}

function StepCard({ step, number, progress, dialect, onOpen }: StepCardProps) {
  const { what, why, caution } = step.explanation;
  return (
    <section className={classes.card} aria-label={step.title}>
      <header className={classes.cardHead}>
        <h3>
          {number}. {step.title}
        </h3>
        <span className={classes.muted}>{progressWords(progress)}</span>
        <span className={classes.spacer} />
        <OpenButton onOpen={onOpen} />
      </header>
      <p>{what}</p>
      <p>
        <span className={classes.muted}>Why:</span> {why}
      </p>
      {caution !== undefined && (
        <p>
          <span className={classes.muted}>Beware:</span> {caution}
        </p>
      )}
      <StepSql step={step} dialect={dialect} />
    </section>
  );
}

function progressWords(progress: StepProgress | undefined): string {
  if (progress === undefined) return '';
  if (progress.state === 'running') return `running ${Math.round((progress.fraction ?? 0) * 100)} %`;
  const rows = typeof progress.rows === 'number' ? `${progress.rows.toLocaleString()} rows, ` : '';
  return `${rows}${durationText(progress.milliseconds ?? 0)}`;
}

const severityWords = {
  error: 'Nothing is kept where this fails.',
  warning: 'Figures may mislead where this fails.',
  note: 'Good to know.',
} as const;

function CheckCard({ check, onOpen }: { readonly check: Check; readonly onOpen: () => void }) {
  return (
    <section className={classes.card} aria-label={check.title}>
      <header className={classes.cardHead}>
        <h3>{check.title}</h3>
        <span className={classes.spacer} />
        <OpenButton onOpen={onOpen} />
      </header>
      <p>
        {severityWords[check.severity]} {check.remedy}
      </p>
      <CodeBlock label={`SQL of the check: ${check.title}`} text={check.violations.text} />
    </section>
  );
}

function OpenButton({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Button variant="subtle" color="gray" leftSection={<IconCode size={14} />} onClick={onOpen}>
      Open in editor
    </Button>
  );
}
