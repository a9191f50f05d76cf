import { useMemo, useState } from 'react';
import { combinationWords } from '../../../src/audiences/overlap/words.ts';
import { sizesOf } from '../../../src/audiences/overlap/overlap.ts';
import { bit } from '../../../src/audiences/overlap/overlap-sql.ts';
import { counted } from '../../../src/modules/words.ts';
import type { DrawingProps } from './drawing-props.ts';
import { moveFocus } from './move-focus.ts';
import { SourceNames, Stripe } from './SourceNames.tsx';
import { barHeight, head, line, top } from './upset-layout.ts';
import classes from './Drawings.module.css';

/** Combinations drawn; the rest is told in words and listed among the figures. */
export const mostColumns = 30;

const column = 34;

/** Combinations of sources as columns sorted by size, over a matrix of which sources each consists of. */
export function UpsetChart({ overlap, titles, selected, onSelect }: DrawingProps) {
  const [active, setActive] = useState(0);
  const { masks, people } = overlap;
  const shown = Math.min(masks.length, mostColumns);
  const sizes = useMemo(() => sizesOf(overlap), [overlap]);
  const largest = Math.max(1, ...people.subarray(0, shown));
  const order = titles.map((_, source) => source).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const width = shown * column + 4;
  const height = top + titles.length * line + 4;
  const dot = (at: number) => top + at * line + line / 2;
  return (
    <div className={classes.upset}>
      <SourceNames overlap={overlap} titles={titles} order={order} sizes={sizes} height={height} />
      <div className={classes.columns}>
        <svg
          className={classes.drawing}
          width={width}
          height={height}
          role="group"
          aria-label="Combinations of audiences by size"
        >
          {order.map((source, place) => (
            <Stripe key={source} place={place} width={width} />
          ))}
          <line className={classes.axis} x2={width} y1={head + barHeight} y2={head + barHeight} />
          {Array.from({ length: shown }, (_, place) => {
            const mask = masks[place] ?? 0;
            const count = people[place] ?? 0;
            const bar = Math.max(1, (count / largest) * barHeight);
            const members = order.map((source) => (mask & bit(source)) !== 0);
            const words = `${combinationWords(mask, titles)}: ${counted(count, 'person', 'people')}`;
            return (
              <g
                key={mask}
                className={classes.column}
                transform={`translate(${place * column + 2} 0)`}
                role="button"
                tabIndex={place === Math.min(active, shown - 1) ? 0 : -1}
                aria-pressed={mask === selected}
                aria-label={words}
                data-row={0}
                data-column={place}
                onFocus={() => {
                  setActive(place);
                }}
                onClick={() => {
                  onSelect(mask);
                }}
                onKeyDown={(event) => {
                  moveFocus(event);
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  onSelect(mask);
                }}
              >
                <title>{words}</title>
                <rect className={classes.hit} y={1} width={column} height={height - 2} rx={4} />
                <rect className={classes.bar} x={7} y={head + barHeight - bar} width={column - 14} height={bar} />
                <text className={classes.figure} x={column / 2} y={head + barHeight - bar - 5} textAnchor="middle">
                  {compact(count)}
                </text>
                <line
                  className={classes.link}
                  x1={column / 2}
                  x2={column / 2}
                  y1={dot(members.indexOf(true))}
                  y2={dot(members.lastIndexOf(true))}
                />
                {members.map((isIn, at) => (
                  <circle
                    key={order[at]}
                    className={isIn ? classes.dot : classes.hole}
                    cx={column / 2}
                    cy={dot(at)}
                    r={5.5}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}

/** Five figures fit over a bar; the exact number is in its name. */
function compact(count: number): string {
  return count < 100_000
    ? count.toLocaleString(undefined, { useGrouping: count >= 10_000 })
    : count.toLocaleString(undefined, { notation: 'compact', maximumSignificantDigits: 3 });
}
