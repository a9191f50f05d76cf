import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { jaccard, pairCounts, shareWithin } from '../../../../src/audiences/overlap/overlap.ts';
import { bit } from '../../../../src/audiences/overlap/overlap-sql.ts';
import { palettes, rampColor } from '../../../../src/theme/palette.ts';
import { textOn } from '../../../../src/theme/contrast.ts';
import { moveFocus } from '../../../audiences/overlap/move-focus.ts';
import { useThemeName } from '../../use-theme-name.ts';
import { ChosenRegion } from './ChosenRegion.tsx';
import type { OverlapPageProps } from './overlap-props.ts';
import classes from './OverlapTab.module.css';

const measures = [
  { value: 'jaccard', label: 'Jaccard' },
  { value: 'share', label: 'Share of the row' },
  { value: 'people', label: 'People in both' },
] as const;
type Measure = (typeof measures)[number]['value'];

const readings: Readonly<Record<Measure, string>> = {
  jaccard: 'People in both among people in either: 1 are the same people, 0 have none in common.',
  share: 'How much of the audience of the row is in the audience of the column, in percent.',
  people: 'People in both, whatever else they are in. The diagonal holds the sizes.',
};

/** Every two sources against each other, as a heat table. */
export function MatrixPage({ measured }: OverlapPageProps) {
  const theme = useThemeName();
  const [measure, setMeasure] = useState<Measure>('jaccard');
  const [[row, column], setCell] = useState<readonly [number, number]>([0, 0]);
  const [chosen, setChosen] = useState(false);
  const { overlap, titles } = measured;
  const pairs = useMemo(() => pairCounts(overlap), [overlap]);
  const people = (one: number, other: number) => pairs[one]?.[other] ?? 0;
  const heat = (one: number, other: number) =>
    measure === 'share' ? shareWithin(pairs, one, other) : jaccard(pairs, one, other);
  const text = (one: number, other: number) => {
    if (measure === 'people') return people(one, other).toLocaleString();
    const value = heat(one, other);
    if (Number.isNaN(value)) return '–';
    return measure === 'share' ? percent(value) : value.toFixed(3);
  };
  const [one, other] = [titles[row], titles[column]];
  return (
    <div className={classes.page}>
      <SegmentedControl
        className={classes.start ?? ''}
        aria-label="Measure"
        data={[...measures]}
        value={measure}
        onChange={setMeasure}
      />
      <p className={classes.muted}>{readings[measure]}</p>
      {chosen && one !== undefined && other !== undefined && (
        <ChosenRegion
          measured={measured}
          region={{ all: bit(row) | bit(column), none: 0 }}
          words={row === column ? `In “${one}”` : `In both “${one}” and “${other}”`}
          people={people(row, column)}
        />
      )}
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td />
              {titles.map((title) => (
                <th key={title} scope="col" title={title}>
                  <span>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {titles.map((title, at) => (
              <tr key={title}>
                <th scope="row" title={title}>
                  {title}
                </th>
                {titles.map((against, place) => {
                  const value = heat(at, place);
                  const ground = Number.isNaN(value) ? undefined : rampColor(palettes[theme].sequential, value);
                  return (
                    <td key={against}>
                      <button
                        type="button"
                        tabIndex={at === row && place === column ? 0 : -1}
                        aria-label={`${title} and ${against}: ${text(at, place)}`}
                        data-row={at}
                        data-column={place}
                        onKeyDown={moveFocus}
                        style={ground === undefined ? {} : { background: ground, color: textOn(ground) }}
                        onFocus={() => {
                          setCell([at, place]);
                        }}
                        onClick={() => {
                          setCell([at, place]);
                          setChosen(true);
                        }}
                      >
                        {text(at, place)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function percent(value: number): string {
  return `${(value * 100).toLocaleString(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
}
