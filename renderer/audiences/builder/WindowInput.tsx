import { NumberInput, Select, TextInput } from '@mantine/core';
import type { EventWindow } from '../../../src/audiences/rule/rule.ts';
import classes from './RuleBuilder.module.css';

export interface WindowInputProps {
  readonly window: EventWindow;
  readonly onChange: (window: EventWindow) => void;
}

/** When events count: ever, in the last days, or between two days. */
export function WindowInput({ window, onChange }: WindowInputProps) {
  return (
    <>
      <Select
        className={classes.operator ?? ''}
        aria-label="When"
        allowDeselect={false}
        data={[
          { value: 'ever', label: 'ever' },
          { value: 'last', label: 'in the last' },
          { value: 'between', label: 'between' },
        ]}
        value={window.kind}
        onChange={(kind) => {
          if (kind === 'last') onChange({ kind, days: 30 });
          else if (kind === 'between') onChange({ kind, ...thisYear() });
          else onChange({ kind: 'ever' });
        }}
      />
      {window.kind === 'last' && (
        <NumberInput
          className={classes.count ?? ''}
          aria-label="Days"
          min={1}
          suffix=" days"
          value={window.days}
          onChange={(days) => {
            if (typeof days === 'number' && days >= 1) onChange({ ...window, days: Math.round(days) });
          }}
        />
      )}
      {window.kind === 'between' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            aria-label={end === 'from' ? 'From' : 'To'}
            value={window[end]}
            onChange={(event) => {
              if (event.currentTarget.value !== '') onChange({ ...window, [end]: event.currentTarget.value });
            }}
          />
        ))}
    </>
  );
}

function thisYear() {
  const year = new Date().getFullYear();
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
