import { Button, Popover, SegmentedControl } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { countPassing } from '../../src/profile/filter-counts.ts';
import type { ViewSpec } from '../../src/results/filter.ts';
import {
  type FilterDraft,
  draftOf,
  filterModes,
  filterOf,
  type FilterMode,
  rangeFault,
} from '../../src/results/filter-draft.ts';
import type { ResultSet } from '../../src/results/result-set.ts';
import { otherFilters, withFilter, withoutFilter } from '../../src/results/view-edits.ts';
import anchorClasses from './AnchoredMenu.module.css';
import classes from './FilterEditor.module.css';
import { RangeFields, TextFields } from './FilterFields.tsx';
import { useAnswer } from './use-answer.ts';
import { ValueFields } from './ValueFields.tsx';

export interface FilterEditorProps {
  /** A point of the window. */
  readonly x: number;
  readonly y: number;
  /** The unfiltered result. */
  readonly base: ResultSet;
  readonly column: number;
  readonly view: ViewSpec;
  readonly onApply: (view: ViewSpec) => void;
  readonly onClose: () => void;
}

const modeTitles: Readonly<Record<FilterMode, string>> = { values: 'Values', text: 'Text', range: 'Range' };

/** Waiting time in milliseconds before a change of the draft is counted. */
const countDelay = 150;

/** Edits the filter of one column; how many rows it keeps is counted while it is changed. */
export function FilterEditor(props: FilterEditorProps) {
  const { x, y, base, column, view, onApply, onClose } = props;
  const info = base.columns[column];
  const present = view.filters.find((filter) => filter.column === column);
  const [draft, setDraft] = useState(() => (info === undefined ? undefined : draftOf(present, info)));
  if (info === undefined || draft === undefined) return null;
  const modes = filterModes(info);
  const others = otherFilters(view, column);
  const filter = filterOf(draft, column);
  const isFaulty = draft.mode === 'range' && [draft.low, draft.high].some((end) => rangeFault(end, info) !== undefined);
  const change = (part: Partial<FilterDraft>) => {
    setDraft({ ...draft, ...part });
  };
  const apply = () => {
    if (isFaulty) return;
    onApply(filter === undefined ? withoutFilter(view, column) : withFilter(view, filter));
    onClose();
  };
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom-start"
      offset={2}
      trapFocus
      shadow="md"
      width={340}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Filter ${info.name}`}
          className={anchorClasses.anchor}
          style={{ left: x, top: y }}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={`Filter ${info.name}`}>
        <form
          className={classes.form}
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            apply();
          }}
        >
          <div className={classes.head}>
            <h3 title={info.name}>Filter {info.name}</h3>
            {draft.mode !== 'range' && (
              <SegmentedControl
                size="xs"
                aria-label="Keep or leave out"
                data={[
                  { value: 'keep', label: 'Keep' },
                  { value: 'leave', label: 'Leave out' },
                ]}
                value={draft.negated ? 'leave' : 'keep'}
                onChange={(value) => {
                  change({ negated: value === 'leave' });
                }}
              />
            )}
          </div>
          {modes.length > 1 && (
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Kind of filter"
              data={modes.map((mode) => ({ value: mode, label: modeTitles[mode] }))}
              value={draft.mode}
              onChange={(mode) => {
                change({ mode });
              }}
            />
          )}
          {draft.mode === 'values' && (
            <ValueFields base={base} column={column} others={others} draft={draft} onChange={change} onSubmit={apply} />
          )}
          {draft.mode === 'text' && <TextFields draft={draft} onChange={change} />}
          {draft.mode === 'range' && <RangeFields info={info} draft={draft} onChange={change} />}
          <div className={classes.foot}>
            <PassingRows base={base} draft={draft} isFaulty={isFaulty} column={column} others={others} />
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={isFaulty || (filter === undefined && present === undefined)}>
              {filter === undefined && present !== undefined ? 'Remove' : 'Apply'}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

interface PassingRowsProps {
  readonly base: ResultSet;
  readonly draft: FilterDraft;
  readonly isFaulty: boolean;
  readonly column: number;
  readonly others: ViewSpec['filters'];
}

/** How many rows the draft would keep. */
function PassingRows({ base, draft, isFaulty, column, others }: PassingRowsProps) {
  const filter = isFaulty ? undefined : filterOf(draft, column);
  const key = JSON.stringify(filter ?? null);
  const { value, failure, isCurrent } = useAnswer(
    key,
    (signal) => (filter === undefined ? Promise.resolve(undefined) : countPassing(base, others, filter, signal)),
    countDelay,
  );
  if (failure !== undefined) {
    return (
      <span className={classes.fault} role="alert" title={failure.technical}>
        {failure.message}
      </span>
    );
  }
  return (
    <span className={classes.passing} role="status" data-late={!isCurrent || undefined}>
      {value !== undefined &&
        filter !== undefined &&
        `${value.rows.toLocaleString()} of ${value.of.toLocaleString()} rows`}
    </span>
  );
}
