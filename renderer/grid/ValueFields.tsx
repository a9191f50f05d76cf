import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { countValues, type FilterCounts } from '../../src/profile/filter-counts.ts';
import type { Filter } from '../../src/results/filter.ts';
import type { ResultSet } from '../../src/results/result-set.ts';
import classes from './FilterEditor.module.css';
import type { DraftFieldsProps } from './FilterFields.tsx';
import { useAnswer } from './use-answer.ts';
import { type ListedValue, ValueList } from './ValueList.tsx';

export interface ValueFieldsProps extends DraftFieldsProps {
  readonly base: ResultSet;
  readonly column: number;
  /** Filters of the other columns: only rows that pass them are counted. */
  readonly others: readonly Filter[];
  readonly onSubmit: () => void;
}

const listed = 100;
const searchDelay = 120;

/** Values to choose from, the most frequent first, with a search among all of them. */
export function ValueFields({ base, column, others, draft, onChange, onSubmit }: ValueFieldsProps) {
  const [search, setSearch] = useState('');
  const [first] = useState(draft.values);
  const { value: counts, failure } = useAnswer(
    search,
    (signal) => countValues(base, { column, others, search, limit: listed }, signal),
    search === '' ? 0 : searchDelay,
  );
  const chosen = new Set(draft.values);
  const toggle = (value: string | null) => {
    onChange({
      values: chosen.has(value) ? draft.values.filter((other) => other !== value) : [...draft.values, value],
    });
  };
  return (
    <div className={classes.fields}>
      <TextInput
        aria-label="Search values"
        placeholder="Search values"
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          const option = event.currentTarget
            .closest('form')
            ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
          option?.focus();
        }}
      />
      {failure === undefined ? (
        <ValueList
          label="Values"
          values={counts === undefined ? [] : listedValues(counts, first, search)}
          chosen={chosen}
          onToggle={toggle}
          onSubmit={onSubmit}
          empty={counts === undefined ? waitingWords(base) : 'No value contains this.'}
        />
      ) : (
        <p className={classes.fault}>{failure.message}</p>
      )}
      {counts?.values.length === listed && (
        <p className={classes.hint}>
          The {listed} most frequent of about {counts.distinct.toLocaleString()} values. Search for others.
        </p>
      )}
    </div>
  );
}

/** The values chosen at first stay at the top, even where they are not among the most frequent. */
function listedValues(counts: FilterCounts, first: readonly (string | null)[], search: string): ListedValue[] {
  const known = new Map<string | null, number>(counts.values.map(({ value, count }) => [value, count]));
  const isSought = (value: string | null) =>
    value === null ? search === '' : value.toLowerCase().includes(search.toLowerCase());
  const atTop = first.filter((value) => value !== null && isSought(value));
  const top = new Set(atTop);
  return [
    ...(search === '' && counts.missing > 0 ? [{ value: null, count: counts.missing }] : []),
    ...atTop.map((value) => ({ value, count: known.get(value) })),
    ...counts.values.filter(({ value }) => !top.has(value)),
  ];
}

function waitingWords(base: ResultSet): string {
  return base.state().phase === 'loading' ? 'Waiting for the remaining rows…' : 'Counting…';
}
