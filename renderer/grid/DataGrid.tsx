import { type CSSProperties, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { CellSelection } from '../../src/export/selection-text.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import type { ViewSpec } from '../../src/results/filter.ts';
import type { RowSource } from '../../src/results/row-source.ts';
import { headerRow, rangeAt } from '../../src/results/viewport/cell-range.ts';
import { clampWidth, type ColumnChoice, placeSpan } from '../../src/results/viewport/column-layout.ts';
import classes from './DataGrid.module.css';
import { handleGridKey } from './grid-keys.ts';
import { GridHeader } from './GridHeader.tsx';
import { fittingWidth } from './natural-widths.ts';
import { tooltipText } from './painter.ts';
import { useGridController } from './use-grid-controller.ts';
import { useGridLayout } from './use-grid-layout.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useGridSelection, useSelectedRange } from './use-grid-selection.ts';
import { useLatest } from './use-latest.ts';
import { useSourceState } from './use-source-state.ts';

/** A menu the grid asks for: of a column when `row` is −1, else of a cell. The point is one of the window. */
export interface GridMenuRequest {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** What the rest of the app may ask of a grid. */
export interface DataGridHandle {
  focus(): void;
  /** The selected cells, or the first one; `undefined` for a grid without cells. */
  selection(): CellSelection | undefined;
  /** Makes a column as wide as the rows in view need. */
  fitColumn(column: number): void;
  scrollToTop(): void;
  /** Asks for the menu of the column of the active cell. */
  openColumnMenu(): void;
}

export interface DataGridProps {
  readonly source: RowSource;
  /** The rows that widths are suited to: the same ones, however the source is sorted and filtered. */
  readonly widthSource: RowSource;
  /** What the rows are, for assistive technology. */
  readonly label: string;
  readonly locale: NumberLocale;
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  /** The sort and filters already applied to the source, for the marks in the header. */
  readonly view: ViewSpec;
  /** Asked to sort by a column, or in the other direction; `keepOthers` adds it to the keys there are. */
  readonly onSort: (column: number, keepOthers: boolean) => void;
  readonly onMenu: (request: GridMenuRequest) => void;
  /** Asked to show a value whole. */
  readonly onInspect: (row: number, column: number) => void;
  readonly onCopy: (cells: CellSelection) => void;
  readonly onActive?: (row: number, column: number) => void;
  /** Profiles to show in the header; absent switches them off. */
  readonly profileOf?: ((column: number) => ColumnProfile | undefined) | undefined;
  readonly onColumnsInView?: (columns: readonly number[]) => void;
  /** In pixels: 28, or 34 for comfortable rows. */
  readonly rowHeight?: number;
  readonly ref?: Ref<DataGridHandle>;
}

/** Rows and columns of any number: only what is in view is in the page. All of it works from the keyboard. */
export function DataGrid({ ref, ...props }: DataGridProps) {
  const { source, widthSource, label, locale, choice, view, profileOf, rowHeight = 28 } = props;
  const { rowCount } = useSourceState(source);
  const { layout, numberWidth, headerHeight } = useGridLayout(widthSource, choice, rowCount, profileOf !== undefined);
  const held = useSelectedRange();
  const [range, setRange] = held;
  const [rangeSource, setRangeSource] = useState(source);
  if (rangeSource !== source) {
    setRangeSource(source);
    setRange((now) => (now === undefined || now.focus.row < 0 ? now : rangeAt(0, now.focus.place)));
  }
  const root = useRef<HTMLDivElement>(null);
  const { controller, places } = useGridController(
    root,
    { source, layout, locale, rowHeight, headerHeight, numberWidth, range },
    props.onColumnsInView,
  );
  const columnAt = (place: number) => layout.shown[place] ?? 0;
  const selection = useGridSelection(held, layout, rowCount, controller, ({ row, place }) => {
    props.onActive?.(row, columnAt(place));
  });
  const resize = (place: number, width: number) => {
    props.onChoice({ ...choice, widths: new Map(choice.widths).set(columnAt(place), clampWidth(width)) });
  };
  const fit = (place: number) => {
    const info = source.columns[columnAt(place)];
    const { start, end } = controller.current?.rows() ?? { start: 0, end: 0 };
    if (info !== undefined) resize(place, fittingWidth(source, info, columnAt(place), start, end, 120));
  };
  const openMenu = (row: number, place: number, point?: { x: number; y: number }) => {
    const box = controller.current?.cell({ row, place })?.getBoundingClientRect();
    props.onMenu({ row, column: columnAt(place), ...(point ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 }) });
  };
  const copy = () => {
    const cells = selection.cells();
    if (cells !== undefined) props.onCopy(cells);
  };
  const latest = useLatest({
    range,
    sort: props.onSort,
    openMenu,
    resize,
    fit,
    columnAt,
    copy,
    cells: selection.cells,
  });
  const headerActions = useMemo(
    () => ({
      sort: (place: number, keepOthers: boolean) => {
        latest.current.sort(latest.current.columnAt(place), keepOthers);
      },
      openMenu: (place: number) => {
        latest.current.openMenu(headerRow, place);
      },
      resize: (place: number, width: number) => {
        latest.current.resize(place, width);
      },
      fit: (place: number) => {
        latest.current.fit(place);
      },
      focus: (place: number) => {
        setRange((now) =>
          now?.focus.row === headerRow && now.focus.place === place ? now : rangeAt(headerRow, place),
        );
      },
    }),
    [latest, setRange],
  );
  useImperativeHandle(
    ref,
    () => ({
      focus: () => root.current?.focus(),
      selection: () => latest.current.cells(),
      fitColumn: (column) => {
        latest.current.fit(layout.shown.indexOf(column));
      },
      scrollToTop: () => controller.current?.scrollToTop(),
      openColumnMenu: () => {
        latest.current.openMenu(headerRow, latest.current.range?.focus.place ?? 0);
      },
    }),
    [latest, layout, controller],
  );
  const pointer = useGridPointer({
    spotAt: (x, y) => controller.current?.spotAt(x, y),
    select: selection.select,
    selectRow: selection.selectRow,
    inspect: ({ row, place }) => {
      props.onInspect(row, columnAt(place));
    },
    openMenu: (spot, x, y) => {
      if (!selection.contains(spot)) selection.select(spot, false);
      openMenu(spot.row, spot.place, { x, y });
    },
    describe: ({ row, place }) => tooltipText(source, row, columnAt(place)),
  });
  return (
    <div
      ref={root}
      className={classes.grid}
      style={{ '--grid-row': `${rowHeight}px` } as CSSProperties} // React's type knows no custom properties
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={layout.shown.length + 1}
      aria-multiselectable
      tabIndex={0}
      onFocus={(event) => {
        event.currentTarget.tabIndex = -1;
        const isEntering = event.target === event.currentTarget && !event.currentTarget.contains(event.relatedTarget);
        if (isEntering) selection.move(range ?? rangeAt(rowCount > 0 ? 0 : headerRow, 0));
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.tabIndex = 0;
      }}
      onKeyDown={(event) => {
        handleGridKey(event, {
          range,
          size: { rows: rowCount, places: layout.shown.length, pageRows: controller.current?.pageRows() ?? 1 },
          move: selection.move,
          selectAll: selection.selectAll,
          copy,
          inspect: ({ row, place }) => {
            props.onInspect(row, columnAt(place));
          },
          sort: (place, keepOthers) => {
            props.onSort(columnAt(place), keepOthers);
          },
          openMenu: ({ row, place }) => {
            openMenu(row, place);
          },
          resizeBy: (place, pixels) => {
            resize(place, placeSpan(layout, place).width + pixels);
          },
        });
      }}
    >
      <div data-part="scroller" className={classes.scroller} tabIndex={-1} role="rowgroup">
        <div data-part="content" className={classes.content} role="presentation">
          <div data-part="view" className={classes.view} role="presentation">
            <GridHeader
              columns={source.columns}
              layout={layout}
              places={places}
              view={view}
              profileOf={profileOf}
              activePlace={range?.focus.row === headerRow ? range.focus.place : undefined}
              numberWidth={numberWidth}
              height={headerHeight}
              locale={locale}
              actions={headerActions}
              onSelectAll={selection.selectAll}
            />
            <div className={classes.window} style={{ top: headerHeight }} role="presentation" {...pointer}>
              <div data-part="body" className={classes.body} role="presentation" />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
