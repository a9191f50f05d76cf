import type { PointerEvent } from 'react';

/** Follows the pointer from a press on a column's edge; `onWidth` hears each new width in pixels. */
export function useColumnResize(width: number, onWidth: (width: number) => void) {
  return (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const start = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      onWidth(width + moved.clientX - start);
    };
    const end = () => {
      handle.removeEventListener('pointermove', move);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };
}
