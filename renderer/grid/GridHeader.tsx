import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { ViewSpec } from '../../src/results/filter.ts';
import { type ColumnLayout, placeSpan } from '../../src/results/viewport/column-layout.ts';
import classes from './DataGrid.module.css';
import type { PlaceWindow } from './grid-controller.ts';
import { type HeaderActions, HeaderCell } from './HeaderCell.tsx';

export interface GridHeaderProps {
  readonly columns: readonly ColumnInfo[];
  readonly layout: ColumnLayout;
  readonly places: PlaceWindow;
  readonly view: ViewSpec;
  /** `undefined` when profiles are switched off. */
  readonly profileOf: ((column: number) => ColumnProfile | undefined) | undefined;
  readonly activePlace: number | undefined;
  readonly numberWidth: number;
  readonly height: number;
  readonly locale: NumberLocale;
  readonly actions: HeaderActions;
  readonly onSelectAll: () => void;
}

/** The heads of the columns in view. */
export function GridHeader(props: GridHeaderProps) {
  const { layout, places, numberWidth, height, onSelectAll } = props;
  const count = (start: number, end: number) =>
    Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
  return (
    <div className={classes.header} role="presentation" style={{ height }}>
      <div role="row" aria-rowindex={1}>
        <div className={classes.headerPinned} role="presentation">
          <div
            role="columnheader"
            aria-colindex={1}
            aria-label="Row number"
            className={classes.corner}
            style={{ width: numberWidth }}
          >
            <button type="button" tabIndex={-1} aria-label="Select all" title="Select all" onClick={onSelectAll}>
              #
            </button>
          </div>
          {count(0, layout.pinnedCount).map((place) => (
            <PlacedCell key={place} place={place} {...props} />
          ))}
        </div>
        <div data-part="header" className={classes.headerScrolled} role="presentation">
          {count(places.start, places.end).map((place) => (
            <PlacedCell key={place} place={place} {...props} />
          ))}
        </div>
      </div>
    </div>
  );
}

function PlacedCell({ place, ...props }: GridHeaderProps & { readonly place: number }) {
  const { columns, layout, view, profileOf, activePlace, locale, actions } = props;
  const column = layout.shown[place];
  const info = column === undefined ? undefined : columns[column];
  if (column === undefined || info === undefined) return null;
  const rank = view.sort.findIndex((key) => key.column === column);
  return (
    <HeaderCell
      info={info}
      place={place}
      {...placeSpan(layout, place)}
      sort={view.sort[rank]}
      sortRank={view.sort.length > 1 && rank >= 0 ? rank + 1 : undefined}
      isFiltered={view.filters.some((filter) => filter.column === column)}
      profile={profileOf === undefined ? null : profileOf(column)}
      isActive={activePlace === place}
      locale={locale}
      actions={actions}
    />
  );
}
