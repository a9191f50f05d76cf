import { useMemo } from 'react';
import { exclusiveCounts } from '../../../src/audiences/overlap/overlap.ts';
import { counted } from '../../../src/modules/words.ts';
import classes from './Drawings.module.css';
import type { DrawingProps } from './drawing-props.ts';
import { line, top } from './upset-layout.ts';

const sizeWidth = 44;
const figureWidth = 62;
const longestName = 28;

export interface SourceNamesProps extends Pick<DrawingProps, 'overlap' | 'titles'> {
  /** Sources from the top, the largest first. */
  readonly order: readonly number[];
  readonly sizes: Float64Array;
  readonly height: number;
}

/** The names and sizes beside the columns; they stay where they are while the columns scroll. */
export function SourceNames({ overlap, titles, order, sizes, height }: SourceNamesProps) {
  const alone = useMemo(() => exclusiveCounts(overlap), [overlap]);
  const largest = Math.max(1, ...sizes);
  const nameWidth = 12 + 6.6 * Math.max(...titles.map((title) => shortened(title).length));
  const width = nameWidth + sizeWidth + figureWidth;
  return (
    <svg className={classes.drawing} width={width} height={height} role="group" aria-label="Audiences by size">
      {order.map((source, place) => {
        const size = sizes[source] ?? 0;
        const bar = (size / largest) * sizeWidth;
        return (
          <g key={source}>
            <Stripe place={place} width={width} />
            <g transform={`translate(0 ${top + place * line})`}>
              <title>{`${titles[source] ?? ''}: ${counted(size, 'person', 'people')}, ${(alone[source] ?? 0).toLocaleString()} in no other`}</title>
              <text className={classes.name} x={nameWidth - 8} y={line / 2} textAnchor="end" dominantBaseline="central">
                {shortened(titles[source] ?? '')}
              </text>
              <rect className={classes.size} x={nameWidth} y={7} width={bar} height={line - 14} />
              <text className={classes.figure} x={nameWidth + bar + 4} y={line / 2} dominantBaseline="central">
                {size.toLocaleString()}
              </text>
            </g>
          </g>
        );
      })}
    </svg>
  );
}

/** Every other line's ground. */
export function Stripe({ place, width }: { readonly place: number; readonly width: number }) {
  return place % 2 === 0 ? (
    <rect className={classes.stripe} y={top + place * line} width={width} height={line} />
  ) : null;
}

function shortened(title: string): string {
  return title.length > longestName ? `${title.slice(0, longestName - 1)}…` : title;
}
