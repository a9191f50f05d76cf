import { useId, useMemo } from 'react';
import { fitCircles, placeCircles, regionAt, regionPlaces } from '../../../src/audiences/overlap/circles.ts';
import { pairCounts, peopleIn, sizesOf } from '../../../src/audiences/overlap/overlap.ts';
import { combinationWords } from '../../../src/audiences/overlap/words.ts';
import classes from './Drawings.module.css';
import type { DrawingProps } from './drawing-props.ts';

const width = 520;
const height = 340;
const margin = 12;

/** A number needs about this much room on either side. */
const roomFor = (text: string) => Math.max(9, text.length * 3.6);

/** Two or three sources as circles with areas in proportion; every region can be chosen, in the drawing or in its list. */
export function VennChart({ overlap, titles, selected, onSelect }: DrawingProps) {
  const maskId = useId();
  const { circles, places } = useMemo(() => {
    const pairs = pairCounts(overlap);
    const placed = placeCircles([...sizesOf(overlap)], (one, other) => pairs[one]?.[other] ?? 0);
    const fitted = fitCircles(placed, width - 2 * margin, height - 2 * margin).map((circle) => ({
      ...circle,
      x: circle.x + margin,
      y: circle.y + margin,
    }));
    return { circles: fitted, places: regionPlaces(fitted, width, height, 4) };
  }, [overlap]);
  return (
    <div className={classes.venn}>
      <svg
        className={classes.drawing}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        onClick={(event) => {
          const frame = event.currentTarget.getBoundingClientRect();
          const x = ((event.clientX - frame.left) / frame.width) * width;
          const y = ((event.clientY - frame.top) / frame.height) * height;
          onSelect(regionAt(circles, x, y));
        }}
      >
        <mask id={maskId}>
          <rect width={width} height={height} fill="white" />
          {circles.map(({ x, y, radius }, source) => (
            <Hole key={source} circle={{ x, y, radius }} inside={(selected & (1 << source)) !== 0} />
          ))}
        </mask>
        {circles.map(({ x, y, radius }, source) => (
          <circle key={source} className={classes.circle} data-source={source + 1} cx={x} cy={y} r={radius} />
        ))}
        {selected !== 0 && <rect className={classes.chosen} width={width} height={height} mask={`url(#${maskId})`} />}
        {circles.map(({ x, y, radius }, source) => (
          <circle key={source} className={classes.rim} data-source={source + 1} cx={x} cy={y} r={radius} />
        ))}
        {[...places].map(([mask, { x, y, room }]) => {
          const text = peopleIn(overlap, mask).toLocaleString();
          return room < roomFor(text) ? null : (
            <text key={mask} className={classes.number} x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {text}
            </text>
          );
        })}
      </svg>
      <RegionList overlap={overlap} titles={titles} selected={selected} onSelect={onSelect} />
    </div>
  );
}

/** Leaves of a mask what lies inside a circle, or outside of it. */
function Hole({
  circle,
  inside,
}: {
  readonly circle: { x: number; y: number; radius: number };
  readonly inside: boolean;
}) {
  const { x, y, radius } = circle;
  const round = `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  return <path d={inside ? `M0 0H${width}V${height}H0Z${round}` : round} fillRule="evenodd" fill="black" />;
}

function RegionList({ overlap, titles, selected, onSelect }: DrawingProps) {
  const masks = Array.from({ length: 2 ** titles.length - 1 }, (_, at) => at + 1);
  return (
    <ul className={classes.regions} aria-label="Regions">
      {masks
        .map((mask) => ({ mask, count: peopleIn(overlap, mask) }))
        .sort((a, b) => b.count - a.count || a.mask - b.mask)
        .map(({ mask, count }) => (
          <li key={mask}>
            <button
              type="button"
              aria-pressed={mask === selected}
              onClick={() => {
                onSelect(mask);
              }}
            >
              <svg width={titles.length * 13} height={12} aria-hidden="true">
                {titles.map((_, source) => (
                  <circle
                    key={source}
                    className={(mask & (1 << source)) === 0 ? classes.hole : classes.key}
                    data-source={source + 1}
                    cx={source * 13 + 6}
                    cy={6}
                    r={5}
                  />
                ))}
              </svg>
              <span>{combinationWords(mask, titles)}</span>
              <strong>{count.toLocaleString()}</strong>
            </button>
          </li>
        ))}
    </ul>
  );
}
