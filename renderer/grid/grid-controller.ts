import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { RowSource } from '../../src/results/row-source.ts';
import { type CellRange, type CellSpot, headerRow, rangeEdges } from '../../src/results/viewport/cell-range.ts';
import {
  type ColumnLayout,
  leftShowing,
  placeAtPoint,
  placesInView,
} from '../../src/results/viewport/column-layout.ts';
import { rowScale, type RowScale, rowsInView, topShowing } from '../../src/results/viewport/row-scale.ts';
import { createPainter } from './painter.ts';
import { createScrollBar } from './scroll-bar.ts';

/** The elements a grid is made of. */
export interface GridElements {
  readonly root: HTMLElement;
  /** Scrolls, and holds the content. */
  readonly scroller: HTMLElement;
  /** As large as all rows and columns together; scaled where the browser could not scroll that far. */
  readonly content: HTMLElement;
  /** Stays in view. */
  readonly view: HTMLElement;
  /** The header cells of columns that are not pinned. */
  readonly header: HTMLElement;
  /** Where rows are drawn. */
  readonly body: HTMLElement;
}

/** What a grid shows; any part may be replaced at any time. */
export interface GridInputs {
  readonly source: RowSource;
  readonly layout: ColumnLayout;
  readonly locale: NumberLocale;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly numberWidth: number;
  readonly range: CellRange | undefined;
}

/** Places of the columns in view, the pinned ones not counted, or rows in view; `end` excluded. */
export interface PlaceWindow {
  readonly start: number;
  readonly end: number;
}

/** Scrolls and draws the rows outside of React: a frame of scrolling costs no more than the cells that changed. */
export interface GridController {
  update(inputs: GridInputs): void;
  /** Scrolls as little as needed to bring a cell into view, and draws it. */
  reveal(spot: CellSpot): void;
  scrollToTop(): void;
  /** The cell under a point of the window; a point beyond the rows gives the nearest one. */
  spotAt(clientX: number, clientY: number): CellSpot | undefined;
  cell(spot: CellSpot): HTMLElement | undefined;
  /** Whole rows that fit into the view. */
  pageRows(): number;
  /** The rows in view, end excluded. */
  rows(): { readonly start: number; readonly end: number };
  close(): void;
}

export function createGridController(
  elements: GridElements,
  initial: GridInputs,
  onPlaces: (places: PlaceWindow) => void,
): GridController {
  const { root, scroller, content, view, header, body } = elements;
  const painter = createPainter(body);
  let inputs = initial;
  let viewWidth = 0;
  let viewHeight = 0;
  let version = 0;
  let originRow = 0;
  let frame = 0;
  let places: PlaceWindow = { start: 0, end: 0 };
  let shownScale: RowScale = rowScale(0, inputs.rowHeight, 0);
  const { bar, stop } = createScrollBar(scroller, shownScale, () => paint());

  const fit = () => {
    const { layout, headerHeight, rowHeight, source } = inputs;
    const rowCount = source.state().rowCount;
    const height = Math.max(0, viewHeight - headerHeight);
    if (shownScale.rowCount !== rowCount || shownScale.viewHeight !== height || shownScale.rowHeight !== rowHeight) {
      shownScale = rowScale(rowCount, rowHeight, height);
      content.style.height = `${shownScale.scrollHeight + headerHeight}px`;
      bar.fit(shownScale);
    }
    content.style.width = `${layout.width}px`;
    body.style.width = `${layout.width}px`;
  };

  const paint = () => {
    const { layout, source, range, rowHeight } = inputs;
    const { start, end } = rowsInView(shownScale, bar.top);
    const nextPlaces = placesInView(layout, bar.left, viewWidth);
    const hadFocus = root.contains(document.activeElement);
    const isActiveInView = range !== undefined && isInView(range.focus, { start, end }, nextPlaces);
    if (hadFocus && !isActiveInView && document.activeElement !== root) root.focus({ preventScroll: true });
    if (nextPlaces.start !== places.start || nextPlaces.end !== places.end) {
      places = nextPlaces;
      version++;
      onPlaces(places);
    }
    if (Math.abs(start - originRow) > 10_000) {
      originRow = start;
      version++;
    }
    header.style.transform = `translateX(${-bar.left}px)`;
    body.style.transform = `translate(${-bar.left}px, ${originRow * rowHeight - bar.top}px)`;
    const painting = {
      ...inputs,
      startRow: start,
      endRow: end,
      startPlace: places.start,
      endPlace: places.end,
      version,
      selected: range === undefined ? undefined : rangeEdges(range),
      active: range?.focus,
      left: bar.left,
    };
    painter.paint(painting, originRow);
    const columns = [...layout.shown.slice(0, layout.pinnedCount), ...layout.shown.slice(places.start, places.end)];
    const margin = end - start;
    source.ensure({ startRow: Math.max(0, start - margin), endRow: end + margin, columns });
    if (hadFocus && isActiveInView) followFocus(range.focus);
  };

  const isInView = ({ row, place }: CellSpot, rows: PlaceWindow, shown: PlaceWindow): boolean =>
    (row === headerRow || (row >= rows.start && row < rows.end)) &&
    (place < inputs.layout.pinnedCount || (place >= shown.start && place < shown.end));

  /** Elements are used again for others: the focus goes with the active cell, and waits at the grid while that is out of view. */
  const followFocus = (spot: CellSpot) => {
    const target = cellOf(spot) ?? root;
    if (!target.contains(document.activeElement)) target.focus({ preventScroll: true });
  };
  const cellOf = (spot: CellSpot): HTMLElement | undefined =>
    spot.row === headerRow
      ? (root.querySelector<HTMLElement>(`[data-place="${spot.place}"]`) ?? undefined)
      : painter.cell(spot);

  const repaint = () => {
    version++;
    fit();
    paint();
  };
  const reveal = ({ row, place }: CellSpot) => {
    const top = row < 0 ? bar.top : topShowing(shownScale, bar.top, row);
    bar.scrollTo(top, leftShowing(inputs.layout, bar.left, viewWidth, place));
    paint();
  };
  const repaintSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      repaint();
    });
  };

  const observer = new ResizeObserver(() => {
    const { range } = inputs;
    const isKept = range !== undefined && isInView(range.focus, rowsInView(shownScale, bar.top), places);
    viewWidth = scroller.clientWidth;
    viewHeight = scroller.clientHeight;
    view.style.width = `${viewWidth}px`;
    view.style.height = `${viewHeight}px`;
    repaint();
    if (isKept) reveal(range.focus);
  });
  observer.observe(scroller);
  let unsubscribe = initial.source.subscribe(repaintSoon);

  return {
    update(next) {
      const { source } = inputs;
      inputs = next;
      if (source !== next.source) {
        unsubscribe();
        unsubscribe = next.source.subscribe(repaintSoon);
      }
      repaint();
    },
    reveal,
    scrollToTop() {
      bar.scrollTo(0, bar.left);
      paint();
    },
    spotAt(clientX, clientY) {
      const box = view.getBoundingClientRect();
      const place = placeAtPoint(inputs.layout, bar.left, clientX - box.left);
      const y = clientY - box.top - inputs.headerHeight + bar.top;
      const row = Math.min(Math.max(0, Math.floor(y / inputs.rowHeight)), shownScale.rowCount - 1);
      return place === undefined || row < 0 ? undefined : { row, place };
    },
    cell: cellOf,
    pageRows: () => Math.max(1, Math.floor(shownScale.viewHeight / inputs.rowHeight) - 1),
    rows: () => rowsInView(shownScale, bar.top),
    close() {
      cancelAnimationFrame(frame);
      unsubscribe();
      observer.disconnect();
      stop();
    },
  };
}
