import type { Filter } from '../../src/results/filter.ts';
import classes from './ProfilePanel.module.css';
import type { ProfileBar } from './profile-bars.ts';

export interface ProfileBarsProps {
  readonly title: string;
  readonly bars: readonly ProfileBar[];
  readonly form: 'columns' | 'rows' | 'table';
  readonly onFilter: ((filter: Filter) => void) | undefined;
}

/** Bars as a chart along a scale, as a list of values, or as a table. */
export function ProfileBars({ title, bars, form, onFilter }: ProfileBarsProps) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  if (form === 'table') {
    return (
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, words }, index) => (
            <tr key={index}>
              <td>{label}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (form === 'columns') {
    return (
      <figure className={classes.chart} aria-label={title}>
        <div className={classes.columns} role="list">
          {bars.map((bar, index) => (
            <div key={index} role="listitem" className={classes.column}>
              <BarButton bar={bar} onFilter={onFilter} className={classes.columnButton}>
                <span
                  className={classes.columnFill}
                  style={{ height: bar.count === 0 ? 0 : `max(2px, ${(100 * bar.count) / highest}%)` }}
                />
              </BarButton>
            </div>
          ))}
        </div>
        <figcaption className={classes.scale}>
          <span>{bars[0]?.label.split(' – ')[0]}</span>
          <span>{bars.at(-1)?.label.split(' – ').at(-1)}</span>
        </figcaption>
      </figure>
    );
  }
  return (
    <ol className={classes.rows}>
      {bars.map((bar, index) => (
        <li key={index}>
          <BarButton bar={bar} onFilter={onFilter} className={classes.rowButton}>
            <span className={classes.rowLabel} data-empty={bar.label === '' || undefined}>
              {labelWords(bar)}
            </span>{' '}
            <span className={classes.rowWords}>{bar.words}</span>
            <span className={classes.track}>
              <span style={{ width: `${(100 * bar.count) / highest}%` }} />
            </span>
          </BarButton>
        </li>
      ))}
    </ol>
  );
}

interface BarButtonProps {
  readonly bar: ProfileBar;
  readonly onFilter: ((filter: Filter) => void) | undefined;
  readonly className: string | undefined;
  readonly children: React.ReactNode;
}

/** A bar that shows its own rows when it is pressed, where that is possible. */
function BarButton({ bar, onFilter, className, children }: BarButtonProps) {
  const { words, filter } = bar;
  const label = labelWords(bar);
  const title = `${label}: ${words}`;
  if (onFilter === undefined || filter === undefined) {
    return (
      <span className={className} title={title} role="img" aria-label={title}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      title={`${title}\nShow only these rows`}
      aria-label={`${label} ${words}. Show only these rows`}
      onClick={() => {
        onFilter(filter);
      }}
    >
      {children}
    </button>
  );
}

function labelWords({ label }: ProfileBar): string {
  return label === '' ? 'Empty text' : label;
}
