import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { CopyFormat } from '../../src/export/selection-text.ts';
import type { CellPlace } from '../../src/results/row-source.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import { toggledSort } from '../../src/results/view-edits.ts';
import { type ColumnChoice, columnOrder } from '../../src/results/viewport/column-layout.ts';
import { numberLocale } from '../app/number-locale.ts';
import { DataGrid, type DataGridHandle } from './DataGrid.tsx';
import { menuFor, type OpenMenu } from './grid-menu.ts';
import { choiceOf, type GridViewState, parseGridState, stateAfter } from './grid-view-state.ts';
import { GridMenus } from './GridMenus.tsx';
import { CopyToast, EmptyNote, PhaseNote } from './GridNotes.tsx';
import { openCellAt } from './open-cell.ts';
import classes from './ResultGrid.module.css';
import { useCopy } from './use-copy.ts';
import { useHeaderProfiles } from './use-header-profiles.ts';
import { useLatest } from './use-latest.ts';
import { useResultView } from './use-result-view.ts';
import { useSourceState } from './use-source-state.ts';
import { ViewStrip } from './ViewStrip.tsx';

/** What a toolbar or a command may ask of a result's grid. */
export interface ResultGridHandle {
  focus(): void;
  /** Puts the selected cells, or the first one, on the clipboard. */
  copy(format: CopyFormat): void;
  /** Opens the menu of the column of the active cell. */
  openMenu(): void;
  /** The columns shown by index, from the left, for an export of what is seen. */
  columns(): readonly number[];
}

/** Hears of a cell: where its value lies, its column, and its row as shown, from 0. */
export type CellListener = (place: CellPlace, column: ColumnInfo, row: number) => void;

export interface ResultGridProps {
  readonly view: ResultView;
  /** Widths, pins and hidden columns as they were kept; `undefined` for a grid nobody touched. */
  readonly state: GridViewState | undefined;
  readonly onState: (state: GridViewState) => void;
  /** Asked to show a value whole. */
  readonly onOpenCell?: CellListener | undefined;
  /** Hears which cell has become the active one, for an inspector that follows. */
  readonly onActiveCell?: CellListener | undefined;
  /** Asked to show the profile of a column; without it the menu does not offer one. */
  readonly onProfile?: ((column: number) => void) | undefined;
  /** What the rows are, for assistive technology. */
  readonly label?: string | undefined;
  /** In pixels: 28, or 34 for comfortable rows. */
  readonly rowHeight?: number | undefined;
  /** Small profiles in the header; on unless switched off. */
  readonly headerProfiles?: boolean | undefined;
  readonly ref?: Ref<ResultGridHandle>;
}

/** A result to look at, sort, filter and copy, with everything that can be said of its state. */
export function ResultGrid({ ref, ...props }: ResultGridProps) {
  const { view, onState, onOpenCell, onActiveCell, label = 'Result', headerProfiles = true } = props;
  const { shown, view: applied, pending } = useResultView(view);
  const source = useSourceState(shown);
  const spec = pending ?? applied;
  const { columns } = view.base;
  const state = useMemo(() => parseGridState(props.state), [props.state]);
  const choice = useMemo(() => choiceOf(state, columns), [state, columns]);
  const [menu, setMenu] = useState<OpenMenu>();
  const grid = useRef<DataGridHandle>(null);
  const copying = useCopy();
  const { profileOf, want } = useHeaderProfiles(shown, headerProfiles);
  const setChoice = (next: ColumnChoice) => {
    onState(stateAfter(state, next, columns));
  };
  const copy = (format: CopyFormat) => {
    const cells = grid.current?.selection();
    if (cells !== undefined) copying.copy(shown, cells, format);
  };
  const latest = useLatest({ copy, choice });
  const tell = (listener: CellListener | undefined, row: number, column: number) => {
    const cell = openCellAt(shown, row, column);
    if (cell !== undefined) listener?.(cell.place, cell.column, row);
  };

  useEffect(() => {
    grid.current?.scrollToTop();
  }, [shown]);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => grid.current?.focus(),
      copy: (format) => {
        latest.current.copy(format);
      },
      openMenu: () => grid.current?.openColumnMenu(),
      columns: () => columnOrder(columns.length, latest.current.choice).shown,
    }),
    [latest, columns],
  );

  return (
    <div className={classes.result}>
      <ViewStrip
        view={view}
        hidden={choice.hidden}
        onShowColumns={(indices) => {
          setChoice({ ...choice, hidden: choice.hidden.filter((column) => !indices.includes(column)) });
        }}
      />
      <div className={classes.place} data-pending={pending !== undefined || undefined}>
        <DataGrid
          ref={grid}
          source={shown}
          widthSource={view.base}
          label={label}
          locale={numberLocale}
          choice={choice}
          onChoice={setChoice}
          view={applied}
          profileOf={profileOf}
          onColumnsInView={want}
          {...(props.rowHeight !== undefined && { rowHeight: props.rowHeight })}
          onSort={(column, keepOthers) => void view.show(toggledSort(spec, column, keepOthers))}
          onMenu={(request) => {
            setMenu(menuFor(request));
          }}
          onInspect={(row, column) => {
            tell(onOpenCell, row, column);
          }}
          onActive={(row, column) => {
            tell(onActiveCell, row, column);
          }}
          onCopy={(cells) => {
            copying.copy(shown, cells, 'tsv');
          }}
        />
        <EmptyNote
          state={source}
          onClearFilters={
            applied.filters.length === 0
              ? undefined
              : () => {
                  void view.show({ ...spec, filters: [] });
                }
          }
        />
        <CopyToast note={copying.note} onCancel={copying.cancel} />
      </div>
      <PhaseNote state={source} onStop={() => void shown.cancel()} />
      <GridMenus
        menu={menu}
        onMenu={setMenu}
        onClose={(closed) => {
          setMenu((now) => (now === closed ? undefined : now));
          grid.current?.focus();
        }}
        view={view}
        spec={spec}
        choice={choice}
        onChoice={setChoice}
        onFit={(column) => grid.current?.fitColumn(column)}
        onCopy={copy}
        onCopyColumn={(column) => {
          copying.copy(shown, { startRow: 0, endRow: source.rowCount, columns: [column] }, 'tsv');
        }}
        onCopyName={(name) => {
          copying.copyText(name, 'Copied the name');
        }}
        onInspect={(row, column) => {
          tell(onOpenCell, row, column);
        }}
        onProfile={props.onProfile}
      />
    </div>
  );
}
