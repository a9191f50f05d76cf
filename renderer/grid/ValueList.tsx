import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import classes from './ValueList.module.css';

/** A value to choose, and how often it occurs where that is known. */
export interface ListedValue {
  /** `null` stands for the missing value. */
  readonly value: string | null;
  readonly count: number | undefined;
}

export interface ValueListProps {
  readonly label: string;
  readonly values: readonly ListedValue[];
  readonly chosen: ReadonlySet<string | null>;
  readonly onToggle: (value: string | null) => void;
  readonly onSubmit: () => void;
  /** Shown instead of an empty list. */
  readonly empty: string;
}

const shownCharacters = 120;

/** Values to tick, with their counts; arrows move, Space ticks, Enter applies. */
export function ValueList({ label, values, chosen, onToggle, onSubmit, empty }: ValueListProps) {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const highest = Math.max(1, ...values.map(({ count }) => count ?? 0));
  const active = Math.min(current, values.length - 1);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(values.length - 1, index));
    setCurrent(next);
    const option = list.current?.children[next];
    if (option instanceof HTMLElement) option.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Readonly<Partial<Record<string, () => void>>> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      Home: () => go(0),
      End: () => go(values.length - 1),
      ' ': () => onToggle(values[active]?.value ?? null),
      Enter: onSubmit,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  if (values.length === 0) return <p className={classes.none}>{empty}</p>;
  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable
      onKeyDown={onKeyDown}
    >
      {values.map(({ value, count }, index) => (
        <div
          key={value ?? '\u0000'}
          role="option"
          aria-selected={chosen.has(value)}
          tabIndex={index === active ? 0 : -1}
          className={classes.option}
          title={value ?? 'NULL: no value'}
          onClick={() => {
            setCurrent(index);
            onToggle(value);
          }}
          onKeyDown={() => undefined}
        >
          <span className={classes.box}>{chosen.has(value) && <IconCheck size={12} stroke={3} aria-hidden />}</span>
          <span className={classes.value} data-special={value === null || value === '' || undefined}>
            {valueWords(value)}
          </span>
          {count !== undefined && (
            <>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${(100 * count) / highest}%` }} />
              </span>
              <span className={classes.count}>{count.toLocaleString()}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

function valueWords(value: string | null): string {
  if (value === null) return 'Missing (NULL)';
  if (value === '') return 'Empty text';
  return value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
}
