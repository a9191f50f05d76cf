import { Button, Collapse, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordedCheck } from '../../../../src/runner/run-record.ts';
import { FiguresTable } from '../../../modules/FiguresTable.tsx';
import classes from './ModuleTab.module.css';

/** The checks of a run: those that passed in one line, those that failed with what to do and the rows to blame. */
export function CheckList({ checks }: { readonly checks: readonly RecordedCheck[] }) {
  const [showsPassed, setShowsPassed] = useState(false);
  const failed = checks.filter(({ passed }) => !passed);
  const passed = checks.filter((check) => check.passed);
  if (checks.length === 0) return null;
  return (
    <section className={classes.checks} aria-label="Checks">
      {failed.map((check) => (
        <FailedCheck key={check.id} check={check} />
      ))}
      {passed.length > 0 && (
        <>
          <UnstyledButton
            className={classes.passed}
            aria-expanded={showsPassed}
            onClick={() => {
              setShowsPassed(!showsPassed);
            }}
          >
            <IconCircleCheck size={16} aria-hidden />
            {passed.length === 1 ? '1 check passed' : `${passed.length} checks passed`}
          </UnstyledButton>
          <Collapse expanded={showsPassed}>
            <ul>
              {passed.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </Collapse>
        </>
      )}
    </section>
  );
}

const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle } as const;

function FailedCheck({ check }: { readonly check: RecordedCheck }) {
  const [open, setOpen] = useState(false);
  const { title, severity, remedy, evidence } = check;
  const Icon = icons[severity];
  const count = evidence.rowCount;
  return (
    <div className={classes.failed} data-severity={severity}>
      <Icon size={16} aria-label={severity} />
      <div>
        <p>
          <strong>Not so: {title.charAt(0).toLowerCase() + title.slice(1)}.</strong> {remedy}
        </p>
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Hide' : 'Show'} {count === 1 ? 'the case' : `${count.toLocaleString()} cases`}
        </Button>
        <Collapse expanded={open}>
          <FiguresTable figures={evidence} label={title} />
        </Collapse>
      </div>
    </div>
  );
}
