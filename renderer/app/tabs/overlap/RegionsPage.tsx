import { useState } from 'react';
import { peopleIn, reach } from '../../../../src/audiences/overlap/overlap.ts';
import { combinationWords } from '../../../../src/audiences/overlap/words.ts';
import { counted } from '../../../../src/modules/words.ts';
import { mostColumns, UpsetChart } from '../../../audiences/overlap/UpsetChart.tsx';
import { VennChart } from '../../../audiences/overlap/VennChart.tsx';
import { ChosenRegion } from './ChosenRegion.tsx';
import type { OverlapPageProps } from './overlap-props.ts';
import classes from './OverlapTab.module.css';

/** Who is in exactly which sources: circles for two or three, columns by size for more. */
export function RegionsPage({ measured }: OverlapPageProps) {
  const [selected, setSelected] = useState(0);
  const { overlap, titles } = measured;
  const everything = 2 ** overlap.sources - 1;
  const mask = selected <= everything ? selected : 0;
  const drawing = { overlap, titles, selected: mask, onSelect: setSelected };
  const asVenn = titles.length === 2 || titles.length === 3;
  return (
    <div className={classes.page}>
      {mask === 0 ? (
        <section className={classes.chosen} aria-label="Chosen people">
          <p className={classes.muted}>Choose a combination to make an audience of exactly these people.</p>
        </section>
      ) : (
        <ChosenRegion
          measured={measured}
          region={{ all: mask, none: everything & ~mask }}
          words={`In ${combinationWords(mask, titles)}`}
          people={peopleIn(overlap, mask)}
        />
      )}
      {reach(overlap) === 0 ? (
        <p className={classes.muted}>There is nobody in any of them.</p>
      ) : asVenn ? (
        <VennChart {...drawing} />
      ) : (
        <UpsetChart {...drawing} />
      )}
      {!asVenn && overlap.masks.length > mostColumns && (
        <p className={classes.muted}>
          {counted(overlap.masks.length - mostColumns, 'smaller combination')} with{' '}
          {counted(
            overlap.people.subarray(mostColumns).reduce((sum, count) => sum + count, 0),
            'person',
            'people',
          )}{' '}
          in all are not drawn; the figures list them.
        </p>
      )}
    </div>
  );
}
