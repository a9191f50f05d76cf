import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { describeProfile } from '../../src/profile/profile-words.ts';
import { profileFigures } from '../../src/profile/profile-figures.ts';
import type { Filter } from '../../src/results/filter.ts';
import { numberLocale } from '../app/number-locale.ts';
import { ProfileBars } from './ProfileBars.tsx';
import classes from './ProfilePanel.module.css';
import { binBars, type ProfileBar, valueBars } from './profile-bars.ts';
import { TypeIcon } from './TypeIcon.tsx';

export interface ProfilePanelProps {
  readonly profile: ColumnProfile;
  /** Asked to show only the rows of a bar; without it bars are no buttons. `column` in the filter is this one. */
  readonly onFilter?: ((filter: Filter) => void) | undefined;
  /** The column's index, for filters. */
  readonly column?: number | undefined;
}

/** What a column holds: one sentence, how its values are spread, the most frequent ones, and all figures. */
export function ProfilePanel({ profile, onFilter, column = 0 }: ProfilePanelProps) {
  const { info } = profile;
  const bins = binBars(profile, column);
  const values = valueBars(profile, column);
  return (
    <div className={classes.panel}>
      <header>
        <p className={classes.name} title={info.name}>
          <TypeIcon info={info} />
          <strong>{info.name}</strong>
        </p>
        <p className={classes.type} title={info.sqlType}>
          {info.sqlType}
        </p>
      </header>
      <p className={classes.sentence}>{describeProfile(profile, numberLocale)}</p>
      {bins.length > 1 && (
        <Section
          title={profile.lengths?.unit === 'items' ? 'Lengths' : 'Spread'}
          bars={bins}
          upright
          onFilter={onFilter}
        />
      )}
      {values.length > 0 && (
        <Section
          title={profile.distinct.exact && profile.distinct.value <= values.length ? 'Values' : 'Most frequent values'}
          bars={values}
          onFilter={onFilter}
        />
      )}
      <section>
        <h3>Figures</h3>
        <dl className={classes.figures}>
          {profileFigures(profile, numberLocale).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly bars: readonly ProfileBar[];
  /** Bars that stand side by side, for a scale; otherwise one below the other. */
  readonly upright?: boolean;
  readonly onFilter: ((filter: Filter) => void) | undefined;
}

function Section({ title, bars, upright = false, onFilter }: SectionProps): ReactNode {
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  return (
    <section>
      <div className={classes.sectionHead}>
        <h3>{title}</h3>
        {upright && (
          <SegmentedControl
            size="xs"
            aria-label={`${title} as`}
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
            value={form}
            onChange={setForm}
          />
        )}
      </div>
      <ProfileBars
        title={title}
        bars={bars}
        form={form === 'table' ? 'table' : upright ? 'columns' : 'rows'}
        onFilter={onFilter}
      />
    </section>
  );
}
