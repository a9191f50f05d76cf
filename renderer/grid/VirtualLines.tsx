import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import classes from './CellInspector.module.css';

export interface VirtualLinesProps {
  readonly label: string;
  readonly count: number;
  readonly line: (index: number) => string;
}

const lineHeight = 18;

/** Lines of text in any number: only those in view are in the page. */
export function VirtualLines({ label, count, line }: VirtualLinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
  });
  return (
    <div
      ref={scroller}
      className={classes.lines}
      role="textbox"
      aria-label={label}
      aria-readonly
      aria-multiline
      tabIndex={0}
    >
      <div className={classes.linesContent} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={classes.lineOfText} style={{ top: start }}>
            {line(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
