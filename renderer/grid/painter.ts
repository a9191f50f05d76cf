import { formatExact, type NumberLocale, plainFormat } from '../../src/charts/number-format.ts';
import { cutTextAt, displayText, groupsDigits } from '../../src/results/cell-text.ts';
import type { RowSource } from '../../src/results/row-source.ts';
import type { CellSpot, RangeEdges } from '../../src/results/viewport/cell-range.ts';
import { type ColumnLayout, placeSpan } from '../../src/results/viewport/column-layout.ts';
import classes from './DataGrid.module.css';
import { cellCharacters, cellLook } from './grid-look.ts';
import { createRowSlot, type RowSlot } from './row-slot.ts';

/** What a painting shows. */
export interface Painting {
  readonly source: RowSource;
  readonly layout: ColumnLayout;
  readonly locale: NumberLocale;
  readonly rowHeight: number;
  /** Rows and places to show, ends excluded; pinned places are shown besides. */
  readonly startRow: number;
  readonly endRow: number;
  readonly startPlace: number;
  readonly endPlace: number;
  /** Grows whenever anything but the rows to show has changed. */
  readonly version: number;
  readonly selected: RangeEdges | undefined;
  readonly active: CellSpot | undefined;
  readonly numberWidth: number;
  /** How far the columns are scrolled, in pixels. */
  readonly left: number;
}

/** Draws rows into an element. Rows keep their elements while they stay in view. */
export interface Painter {
  /** `originRow` is the row that lies at the top of the element. */
  paint(painting: Painting, originRow: number): void;
  /** The element of a cell that is in view. */
  cell(spot: CellSpot): HTMLElement | undefined;
}

/** What does not change from row to row of one place. */
interface PlacePlan {
  readonly place: number;
  readonly column: number;
  readonly name: string;
  readonly className: string;
  readonly groups: boolean;
  readonly gap: number;
  readonly width: number;
}

export function createPainter(body: HTMLElement): Painter {
  let slots: RowSlot[] = [];
  let plans: readonly PlacePlan[] = [];
  let plannedFor: Partial<Painting> = {};

  const plan = (painting: Painting) => {
    const { layout, startPlace, endPlace, source } = painting;
    const same =
      plannedFor.layout === layout &&
      plannedFor.startPlace === startPlace &&
      plannedFor.endPlace === endPlace &&
      plannedFor.source === source;
    if (!same) plans = planPlaces(painting);
    plannedFor = painting;
  };

  const provide = (count: number) => {
    if (slots.length >= count) return;
    for (const slot of slots) slot.element.remove();
    slots = Array.from({ length: count + 4 }, () => createRowSlot(classes.row ?? ''));
    body.append(...slots.map((slot) => slot.element));
  };
  const slotOf = (row: number): RowSlot | undefined => slots[row % slots.length];

  return {
    paint(painting, originRow) {
      const { startRow, endRow, version } = painting;
      plan(painting);
      provide(endRow - startRow);
      for (let row = startRow; row < endRow; row++) {
        const slot = slotOf(row);
        if (slot === undefined) continue;
        if (slot.row !== row || slot.version !== version) paintRow(slot, row, originRow, painting, plans);
        slot.shift(painting.layout.pinnedCount, painting.left);
      }
      for (const slot of slots) if (slot.row < startRow || slot.row >= endRow) slot.hide();
    },
    cell({ row, place }) {
      const slot = slotOf(row);
      const position = plans.findIndex((planned) => planned.place === place);
      return slot?.row === row && position >= 0 ? slot.cell(position).element : undefined;
    },
  };
}

function planPlaces({ layout, source, startPlace, endPlace }: Painting): PlacePlan[] {
  const places = [
    ...Array.from({ length: layout.pinnedCount }, (_, place) => place),
    ...Array.from({ length: Math.max(0, endPlace - startPlace) }, (_, offset) => startPlace + offset),
  ];
  return places.flatMap((place) => {
    const column = layout.shown[place];
    const info = column === undefined ? undefined : source.columns[column];
    if (column === undefined || info === undefined) return [];
    const pin = place < layout.pinnedCount ? ` ${classes.pinned ?? ''}` : '';
    return {
      place,
      column,
      name: info.name,
      className: `${classes.cell ?? ''} ${classes[cellLook(info)] ?? ''}${pin}`,
      groups: groupsDigits(info),
      gap: place === startPlace ? (layout.edges[place] ?? 0) - (layout.edges[layout.pinnedCount] ?? 0) : 0,
      width: placeSpan(layout, place).width,
    };
  });
}

const plainLocale: NumberLocale = { group: '', decimal: '.' };

function paintRow(
  slot: RowSlot,
  row: number,
  originRow: number,
  painting: Painting,
  plans: readonly PlacePlan[],
): void {
  const { source, selected, active, locale, rowHeight, numberWidth } = painting;
  const isRowSelected = selected !== undefined && row >= selected.startRow && row < selected.endRow;
  slot.begin(row, (row - originRow) * rowHeight, painting.version, {
    text: formatExact(String(row + 1), plainFormat, locale),
    className: `${classes.rowNumber ?? ''}${isRowSelected ? ` ${classes.rowSelected ?? ''}` : ''}`,
    columnIndex: 1,
    gap: 0,
    width: numberWidth,
    isSelected: false,
    activeLabel: undefined,
  });
  plans.forEach((plan, position) => {
    const found = source.cell(row, plan.column);
    const numbers = plan.groups ? locale : { ...plainLocale, decimal: locale.decimal };
    const shown = found === undefined ? undefined : displayText(found.column, found.row, cellCharacters, numbers);
    const isSelected = isRowSelected && plan.place >= selected.startPlace && plan.place < selected.endPlace;
    const isActive = active?.row === row && active.place === plan.place;
    let className = plan.className;
    if (found === undefined) className += ` ${classes.loading ?? ''}`;
    else if (shown === undefined) className += ` ${classes.missing ?? ''}`;
    if (isSelected) className += ` ${classes.selected ?? ''}`;
    if (isActive) className += ` ${classes.active ?? ''}`;
    const text =
      found === undefined ? '' : shown === undefined ? 'NULL' : oneLine(shown.text) + (shown.isCut ? '…' : '');
    slot.cell(position).show({
      text,
      className,
      columnIndex: plan.place + 2,
      gap: plan.gap,
      width: plan.width,
      isSelected,
      activeLabel: isActive ? spokenCell(text, plan.name, row) : undefined,
    });
  });
  slot.end(plans.length);
}

function oneLine(text: string): string {
  return /[\n\r\t]/.test(text) ? text.replace(/\r\n|\n|\r/g, '↵').replaceAll('\t', '⇥') : text;
}

function spokenCell(text: string, column: string, row: number): string {
  return `${text === '' ? 'empty' : text}, ${column}, row ${(row + 1).toLocaleString()}`;
}

/** The value of a cell for its tooltip, exact, as far as a tooltip can show it. */
export function tooltipText(source: RowSource, row: number, column: number): string {
  const found = source.cell(row, column);
  if (found === undefined) return '';
  const shown = cutTextAt(found.column, found.row, 2000);
  if (shown === undefined) return 'NULL: no value';
  if (shown.text === '') return 'Empty text';
  return shown.isCut ? `${shown.text}…` : shown.text;
}
