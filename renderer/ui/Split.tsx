import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import classes from './Split.module.css';

export interface SplitProps {
  readonly direction: 'row' | 'column';
  /** Size of the sized pane in pixels. */
  readonly size: number;
  readonly onResize: (size: number) => void;
  readonly min: number;
  readonly max: number;
  /** Which pane has the fixed size; the other takes the rest. */
  readonly sized: 'first' | 'second';
  readonly label: string;
  readonly first: ReactNode;
  /** Without a second pane the first fills everything. */
  readonly second: ReactNode | undefined;
}

const keyStep = 24;

/** Two panes and a bar between them that is moved with the mouse or the arrow keys. */
export function Split({ direction, size, onResize, min, max, sized, label, first, second }: SplitProps) {
  const container = useRef<HTMLDivElement>(null);
  const horizontal = direction === 'row';
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = horizontal ? event.clientX : event.clientY;
    const bar = event.currentTarget;
    const move = (moved: globalThis.PointerEvent) => {
      const distance = (horizontal ? moved.clientX : moved.clientY) - start;
      onResize(clamp(size + (sized === 'first' ? distance : -distance)));
    };
    const stop = () => {
      bar.removeEventListener('pointermove', move);
    };
    bar.addEventListener('pointermove', move);
    bar.addEventListener('pointerup', stop, { once: true });
    bar.addEventListener('pointercancel', stop, { once: true });
  };

  const key = (event: KeyboardEvent) => {
    const grow = horizontal ? 'ArrowRight' : 'ArrowDown';
    const shrink = horizontal ? 'ArrowLeft' : 'ArrowUp';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    const sign = (event.key === grow ? 1 : -1) * (sized === 'first' ? 1 : -1);
    onResize(clamp(size + sign * keyStep));
  };

  const fixed = { flex: `0 1 ${clamp(size)}px` };
  const rest = { flex: '1 1 0' };
  return (
    <div ref={container} className={classes.split} data-direction={direction}>
      <div className={classes.pane} style={sized === 'first' && second !== undefined ? fixed : rest}>
        {first}
      </div>
      {second !== undefined && (
        <>
          <div
            className={classes.bar}
            role="slider"
            aria-label={label}
            aria-orientation={horizontal ? 'horizontal' : 'vertical'}
            aria-valuenow={clamp(size)}
            aria-valuemin={min}
            aria-valuemax={max}
            tabIndex={0}
            onPointerDown={drag}
            onKeyDown={key}
          />
          <div className={classes.pane} style={sized === 'second' ? fixed : rest}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}
