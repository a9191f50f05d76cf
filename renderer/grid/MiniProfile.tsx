import { memo } from 'react';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { describeProfile, integer, shareText } from '../../src/profile/profile-words.ts';
import classes from './MiniProfile.module.css';

export interface MiniProfileProps {
  readonly profile: ColumnProfile | undefined;
  readonly locale: NumberLocale;
}

/** A column in 34 pixels: how its values are spread, and how many are missing. The sentence is its tooltip. */
export const MiniProfile = memo(function MiniProfile({ profile, locale }: MiniProfileProps) {
  if (profile === undefined) return <div className={classes.mini} aria-hidden />;
  const { rows, nulls } = profile;
  const missing = rows === 0 ? 0 : nulls / rows;
  return (
    <div className={classes.mini} title={describeProfile(profile, locale)} aria-hidden>
      <div className={classes.picture}>
        <Picture profile={profile} locale={locale} />
      </div>
      <div className={classes.share}>
        <div className={classes.present} style={{ width: `${(1 - missing) * 100}%` }} />
      </div>
      <div className={classes.words}>
        {nulls > 0 ? `${shareText(nulls, rows, locale)} null` : distinctWords(profile, locale)}
      </div>
    </div>
  );
});

function distinctWords({ distinct }: ColumnProfile, locale: NumberLocale): string {
  return `${distinct.exact ? '' : '≈ '}${integer(distinct.value, locale)} distinct`;
}

function Picture({ profile }: MiniProfileProps & { readonly profile: ColumnProfile }) {
  const { bins, top, booleans, rows, nulls } = profile;
  if (bins !== undefined && bins.length > 1) return <Bars counts={bins.map((bin) => bin.count)} />;
  const present = rows - nulls;
  const parts = booleans === undefined ? (top ?? []).map(({ count }) => count) : [booleans.yes, booleans.no];
  return <Shares parts={parts} whole={present} />;
}

function Bars({ counts }: { readonly counts: readonly number[] }) {
  const highest = Math.max(1, ...counts);
  return (
    <svg className={classes.bars} viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none">
      {counts.map((count, index) => {
        const height = count === 0 ? 0 : Math.max(0.06, count / highest);
        return <rect key={index} x={index + 0.05} y={1 - height} width={0.9} height={height} />;
      })}
    </svg>
  );
}

/** The most frequent values as shares of a band, the rest left empty. */
function Shares({ parts, whole }: { readonly parts: readonly number[]; readonly whole: number }) {
  return (
    <div className={classes.shares}>
      {parts.map((count, index) => (
        <div key={index} style={{ width: `${(100 * count) / Math.max(1, whole)}%` }} />
      ))}
    </div>
  );
}
