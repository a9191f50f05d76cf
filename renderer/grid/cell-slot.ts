/** What one cell shows. */
export interface CellContent {
  readonly text: string;
  readonly className: string;
  /** Column number for assistive technology, from 1. */
  readonly columnIndex: number;
  /** Free space before the cell, in pixels. */
  readonly gap: number;
  readonly width: number;
  readonly isSelected: boolean;
  /** Said instead of the text when the cell is the active one; `undefined` for all others. */
  readonly activeLabel: string | undefined;
}

/** One cell element, used again for cell after cell: the page is touched only where something differs. */
export interface CellSlot {
  readonly element: HTMLElement;
  show(content: CellContent): void;
  /** Moves the cell to the right, against the scrolling of its row. */
  shift(pixels: number): void;
}

export function createCellSlot(role: 'gridcell' | 'rowheader'): CellSlot {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.tabIndex = -1;
  const text = document.createTextNode('');
  element.append(text);
  let shown: Partial<CellContent> = {};
  let shifted = 0;
  return {
    element,
    show(content) {
      if (content.text !== shown.text) text.data = content.text;
      if (content.className !== shown.className) element.className = content.className;
      if (content.gap !== shown.gap) element.style.marginLeft = `${content.gap}px`;
      if (content.width !== shown.width) element.style.width = `${content.width}px`;
      if (content.columnIndex !== shown.columnIndex) element.ariaColIndex = String(content.columnIndex);
      if (content.isSelected !== shown.isSelected) element.ariaSelected = String(content.isSelected);
      if (content.activeLabel !== shown.activeLabel) {
        element.tabIndex = content.activeLabel === undefined ? -1 : 0;
        if (content.activeLabel === undefined) element.removeAttribute('aria-label');
        else element.setAttribute('aria-label', content.activeLabel);
      }
      if (element.title !== '') element.removeAttribute('title');
      shown = content;
    },
    shift(pixels) {
      if (pixels !== shifted) element.style.transform = `translateX(${pixels}px)`;
      shifted = pixels;
    },
  };
}
