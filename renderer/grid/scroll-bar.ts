import { barFromTop, clampTop, maxTop, type RowScale, topFromBar } from '../../src/results/viewport/row-scale.ts';

/** Joins the browser's scroll bar to a position in rows that may be taller than the browser can scroll. */
export interface ScrollBar {
  /** Position in the rows, in their own pixels. */
  readonly top: number;
  readonly left: number;
  /** Takes over new rows, keeping the position. */
  fit(scale: RowScale): void;
  scrollTo(top: number, left: number): void;
}

/** `onMove` is called when the user scrolled, after `top` and `left` have changed. Returns also the way to stop. */
export function createScrollBar(
  scroller: HTMLElement,
  initial: RowScale,
  onMove: () => void,
): { readonly bar: ScrollBar; readonly stop: () => void } {
  let scale = initial;
  let top = 0;
  let lastBar = 0;

  const place = () => {
    const bar = barFromTop(scale, top);
    if (Math.abs(scroller.scrollTop - bar) >= 1) scroller.scrollTop = bar;
    lastBar = scroller.scrollTop;
  };
  const handleScroll = () => {
    const bar = scroller.scrollTop;
    if (bar !== lastBar) {
      const step = Math.abs(bar - lastBar);
      top = topFromBar(scale, top, lastBar, bar);
      lastBar = bar;
      if (scale.isScaled && step <= scale.viewHeight) place();
    }
    onMove();
  };
  /** One notch of a wheel must not skip thousands of rows, as it would in a scaled scroller. */
  const handleWheel = (event: WheelEvent) => {
    if (!scale.isScaled || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? scale.rowHeight : 1;
    const page = event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? scale.viewHeight : unit;
    top = clampTop(scale, top + event.deltaY * page);
    place();
    onMove();
  };
  scroller.addEventListener('scroll', handleScroll, { passive: true });
  scroller.addEventListener('wheel', handleWheel, { passive: false });

  return {
    bar: {
      get top() {
        return top;
      },
      get left() {
        return scroller.scrollLeft;
      },
      fit(next) {
        const wasScaled = scale.isScaled;
        scale = next;
        top = Math.min(top, maxTop(scale));
        if (wasScaled || scale.isScaled) place();
      },
      scrollTo(nextTop, left) {
        top = clampTop(scale, nextTop);
        place();
        scroller.scrollLeft = left;
      },
    },
    stop() {
      scroller.removeEventListener('scroll', handleScroll);
      scroller.removeEventListener('wheel', handleWheel);
    },
  };
}
