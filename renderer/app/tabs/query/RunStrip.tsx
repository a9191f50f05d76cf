import { IconAlertCircle, IconCheck, IconCircleDashed, IconLoader2, IconPlayerStop } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { StatementRun } from '../../../query/statement-run.ts';
import classes from './Results.module.css';

export interface RunStripProps {
  readonly runs: readonly StatementRun[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

const icons = {
  waiting: IconCircleDashed,
  running: IconLoader2,
  done: IconCheck,
  failed: IconAlertCircle,
  cancelled: IconPlayerStop,
} as const;

/** One handle a statement, in the order they ran. */
export function RunStrip({ runs, selected, onSelect }: RunStripProps) {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = runs[runs.findIndex(({ id }) => id === selected) + step];
    if (next === undefined) return;
    onSelect(next.id);
    document.getElementById(handleId(next.id))?.focus();
  };
  return (
    <div className={classes.strip} role="tablist" tabIndex={-1} aria-label="Statements" onKeyDown={move}>
      {runs.map(({ id, sql, phase }, index) => {
        const Icon = icons[phase];
        return (
          <button
            key={id}
            id={handleId(id)}
            type="button"
            role="tab"
            className={classes.step}
            aria-selected={id === selected}
            tabIndex={id === selected ? 0 : -1}
            title={sql}
            onClick={() => {
              onSelect(id);
            }}
          >
            <Icon size={14} data-phase={phase} aria-label={phase} />
            {index + 1}
            <code>{sql.replace(/\s+/g, ' ').slice(0, 60)}</code>
          </button>
        );
      })}
    </div>
  );
}

const handleId = (id: string) => `statement-${id}`;
