import { Checkbox, Select, TextInput } from '@mantine/core';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { TextMatch } from '../../src/results/filter.ts';
import { type FilterDraft, rangeExample, rangeFault } from '../../src/results/filter-draft.ts';
import classes from './FilterEditor.module.css';

/** The part of an editor that changes some fields of a draft. */
export interface DraftFieldsProps {
  readonly draft: FilterDraft;
  readonly onChange: (part: Partial<FilterDraft>) => void;
}

const matches: readonly { readonly value: TextMatch; readonly label: string }[] = [
  { value: 'contains', label: 'contains' },
  { value: 'starts', label: 'starts with' },
  { value: 'ends', label: 'ends with' },
  { value: 'regexp', label: 'matches (regular expression)' },
];

/** What a column's text must contain. */
export function TextFields({ draft, onChange }: DraftFieldsProps) {
  return (
    <div className={classes.fields}>
      <Select
        aria-label="Comparison"
        data={matches}
        value={draft.match}
        comboboxProps={{ withinPortal: false }}
        onChange={(match) => {
          if (match !== null) onChange({ match });
        }}
      />
      <TextInput
        aria-label="Text"
        data-autofocus
        value={draft.text}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value });
        }}
      />
      <Checkbox
        label="Same upper and lower case"
        checked={draft.matchCase}
        onChange={(event) => {
          onChange({ matchCase: event.currentTarget.checked });
        }}
      />
    </div>
  );
}

/** Between which values a column must lie, both included. */
export function RangeFields({ info, draft, onChange }: DraftFieldsProps & { readonly info: ColumnInfo }) {
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <TextInput
          label="From"
          data-autofocus
          placeholder="any"
          value={draft.low}
          error={rangeFault(draft.low, info)}
          onChange={(event) => {
            onChange({ low: event.currentTarget.value });
          }}
        />
        <TextInput
          label="To"
          placeholder="any"
          value={draft.high}
          error={rangeFault(draft.high, info)}
          onChange={(event) => {
            onChange({ high: event.currentTarget.value });
          }}
        />
      </div>
      <p className={classes.hint}>Both included. Written as {rangeExample(info)}.</p>
    </div>
  );
}
