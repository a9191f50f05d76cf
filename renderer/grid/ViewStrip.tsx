import { Button, CloseButton, Menu, Progress } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEyeOff, IconFilter } from '@tabler/icons-react';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { isPlainView, plainView, type ViewSpec } from '../../src/results/filter.ts';
import { describeFilter } from '../../src/results/filter-words.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import { withoutSort } from '../../src/results/view-edits.ts';
import { useResultView } from './use-result-view.ts';
import { useSourceState } from './use-source-state.ts';
import classes from './ViewStrip.module.css';

export interface ViewStripProps {
  readonly view: ResultView;
  /** Indices of the columns not shown. */
  readonly hidden: readonly number[];
  readonly onShowColumns: (columns: readonly number[]) => void;
}

/** What was made of a result: its sort and filters, each to be taken away, and how far a new view is. */
export function ViewStrip({ view, hidden, onShowColumns }: ViewStripProps) {
  const { shown, view: applied, pending, progress, error } = useResultView(view);
  const { rowCount } = useSourceState(shown);
  const all = useSourceState(view.base).rowCount;
  const spec = pending ?? applied;
  if (isPlainView(spec) && hidden.length === 0 && error === undefined) return null;
  const show = (next: ViewSpec) => void view.show(next);
  const { columns } = view.base;
  return (
    <div className={classes.strip} role="group" aria-label="Sort and filters">
      <span className={classes.count} role="status">
        {applied.filters.length > 0 && pending === undefined
          ? `${rowCount.toLocaleString()} of ${all.toLocaleString()} rows`
          : viewTitle(spec)}
      </span>
      <div className={classes.chips}>
        {spec.filters.map((filter, index) => (
          <Chip
            key={`filter ${index}`}
            words={describeFilter(filter, columns)}
            icon={<IconFilter size={12} aria-hidden />}
            onRemove={() => {
              show({ ...spec, filters: spec.filters.filter((other) => other !== filter) });
            }}
          />
        ))}
        {spec.sort.map(({ column, direction }) => (
          <Chip
            key={`sort ${column}`}
            words={`${columns[column]?.name ?? ''} ${direction}`}
            icon={
              direction === 'ascending' ? (
                <IconArrowUp size={12} aria-hidden />
              ) : (
                <IconArrowDown size={12} aria-hidden />
              )
            }
            onRemove={() => {
              show(withoutSort(spec, column));
            }}
          />
        ))}
        {!isPlainView(spec) && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              show(plainView);
            }}
          >
            Clear all
          </Button>
        )}
        {hidden.length > 0 && <HiddenColumns columns={columns} hidden={hidden} onShow={onShowColumns} />}
      </div>
      {pending !== undefined && (
        <div className={classes.pending}>
          <span>{pendingWords(pending, view, progress)}</span>
          <Progress
            className={classes.progress}
            size="xs"
            value={100 * (progress ?? 0)}
            aria-label="Computing the view"
          />
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => {
              view.cancel();
            }}
          >
            Cancel
          </Button>
        </div>
      )}
      {error !== undefined && pending === undefined && (
        <span className={classes.error} role="alert" title={error.technical}>
          {error.message} {error.remedy}
        </span>
      )}
    </div>
  );
}

interface ChipProps {
  readonly words: string;
  readonly icon: React.ReactNode;
  readonly onRemove: () => void;
}

function Chip({ words, icon, onRemove }: ChipProps) {
  return (
    <span className={classes.chip}>
      {icon}
      <span className={classes.words} title={words}>
        {words}
      </span>
      <CloseButton size={16} iconSize={12} aria-label={`Remove: ${words}`} onClick={onRemove} />
    </span>
  );
}

interface HiddenColumnsProps {
  readonly columns: readonly ColumnInfo[];
  readonly hidden: readonly number[];
  readonly onShow: (columns: readonly number[]) => void;
}

const listed = 100;

function HiddenColumns({ columns, hidden, onShow }: HiddenColumnsProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconEyeOff size={12} aria-hidden />}>
          {hidden.length === 1 ? '1 column hidden' : `${hidden.length.toLocaleString()} columns hidden`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.hidden ?? ''}>
        <Menu.Item
          onClick={() => {
            onShow(hidden);
          }}
        >
          Show all
        </Menu.Item>
        <Menu.Divider />
        {hidden.slice(0, listed).map((column) => (
          <Menu.Item
            key={column}
            onClick={() => {
              onShow([column]);
            }}
          >
            Show {columns[column]?.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function viewTitle({ sort, filters }: ViewSpec): string {
  const parts = [
    ...(filters.length > 0 ? [filters.length === 1 ? '1 filter' : `${filters.length} filters`] : []),
    ...(sort.length > 0 ? ['sorted by'] : []),
  ];
  return parts.join(' · ');
}

function pendingWords({ sort, filters }: ViewSpec, view: ResultView, progress = 0): string {
  if (view.base.state().phase === 'loading') return 'Waiting for the remaining rows…';
  const verb = [filters.length > 0 ? 'Filtering' : '', sort.length > 0 ? 'sorting' : ''].filter(Boolean).join(' and ');
  const words = verb.charAt(0).toUpperCase() + verb.slice(1);
  return progress > 0 ? `${words}… ${Math.round(progress * 100)} %` : `${words}…`;
}
