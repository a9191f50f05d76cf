import { useState } from 'react';
import { combinationWords } from '../../../src/audiences/overlap/words.ts';
import { exclusiveCounts, type Overlap, pairCounts } from '../../../src/audiences/overlap/overlap.ts';
import { bit } from '../../../src/audiences/overlap/overlap-sql.ts';
import { counted } from '../../../src/modules/words.ts';
import { moveFocus } from './move-focus.ts';
import classes from './Drawings.module.css';

export interface DrawingProps {
  readonly overlap: Overlap;
  readonly titles: readonly string[];
  /** The mask that is looked at; 0 for none. */
  readonly selected: number;
  readonly onSelect: (mask: number) => void;
}

/** Combinations drawn; the rest is told in words and listed among the figures. */
export const mostColumns = 30;

const column = 34;
const line = 26;
const barHeight = 170;
const head = 22;
const top = head + barHeight + 14;
const sizeWidth = 44;
const figureWidth = 62;
const longestName = 28;

/** Combinations of sources as columns sorted by size, over a matrix of which sources each consists of. */
export function UpsetChart({ overlap, titles, selected, onSelect }: DrawingProps) {
  const [active, setActive] = useState(0);
  const { masks, people } = overlap;
  const shown = Math.min(masks.length, mostColumns);
  const sizes = pairCounts(overlap).map((row, source) => row[source] ?? 0);
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

interface SourceNamesProps extends Pick<DrawingProps, 'overlap' | 'titles'> {
  /** Sources from the top, the largest first. */
  readonly order: readonly number[];
  readonly sizes: readonly number[];
  readonly height: number;
}

/** The names and sizes beside the columns; they stay where they are while the columns scroll. */
function SourceNames({ overlap, titles, order, sizes, height }: SourceNamesProps) {
  const alone = exclusiveCounts(overlap);
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

function Stripe({ place, width }: { readonly place: number; readonly width: number }) {
  return place % 2 === 0 ? (
    <rect className={classes.stripe} y={top + place * line} width={width} height={line} />
  ) : null;
}

/** Five figures fit over a bar; the exact number is in its name. */
function compact(count: number): string {
  return count < 100_000
    ? count.toLocaleString(undefined, { useGrouping: count >= 10_000 })
    : count.toLocaleString(undefined, { notation: 'compact', maximumSignificantDigits: 3 });
}

function shortened(title: string): string {
  return title.length > longestName ? `${title.slice(0, longestName - 1)}…` : title;
}
