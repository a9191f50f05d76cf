import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilterFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import type { SortKey } from '../../src/results/filter.ts';
import classes from './HeaderCell.module.css';
import { MiniProfile } from './MiniProfile.tsx';
import { TypeIcon } from './TypeIcon.tsx';
import { useColumnResize } from './use-column-resize.ts';

/** What a header cell can be asked to do; `place` is its own. */
export interface HeaderActions {
  readonly sort: (place: number, keepOthers: boolean) => void;
  readonly openMenu: (place: number) => void;
  readonly resize: (place: number, width: number) => void;
  readonly fit: (place: number) => void;
  readonly focus: (place: number) => void;
}

export interface HeaderCellProps {
  readonly info: ColumnInfo;
  readonly place: number;
  readonly left: number;
  readonly width: number;
  readonly sort: SortKey | undefined;
  /** Position among several sort keys, from 1; `undefined` for a single one. */
  readonly sortRank: number | undefined;
  readonly isFiltered: boolean;
  /** `null` when profiles are switched off. */
  readonly profile: ColumnProfile | undefined | null;
  readonly isActive: boolean;
  readonly locale: NumberLocale;
  readonly actions: HeaderActions;
}

/** The head of one column: type, name, sort and filter marks, and its profile in small. */
export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { info, place, left, width, sort, sortRank, isFiltered, profile, isActive, locale, actions } = props;
  const startResize = useColumnResize(width, (next) => {
    actions.resize(place, next);
  });
  const SortIcon = sort?.direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sort?.direction ?? 'none'}
      aria-haspopup="menu"
      aria-label={`${info.name}, ${info.sqlType}${isFiltered ? ', filtered' : ''}`}
      data-place={place}
      tabIndex={isActive ? 0 : -1}
      className={classes.cell}
      style={{ left, width }}
      onFocus={() => {
        actions.focus(place);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.openMenu(place);
      }}
    >
      {/* The grid's keys do all that the pointer does here. */}
      <div
        className={classes.name}
        title={`${info.name}\n${info.sqlType}`}
        onClick={(event) => {
          actions.sort(place, event.shiftKey);
        }}
        role="presentation"
      >
        <TypeIcon info={info} />
        <span className={classes.text}>{info.name}</span>
        {isFiltered && <IconFilterFilled size={12} className={classes.mark} aria-hidden />}
        {sort !== undefined && (
          <span className={classes.mark} aria-hidden>
            <SortIcon size={14} />
            {sortRank}
          </span>
        )}
      </div>
      <button
        type="button"
        tabIndex={-1}
        className={classes.menu}
        aria-label={`Menu of ${info.name}`}
        onClick={() => {
          actions.openMenu(place);
        }}
      >
        <IconChevronDown size={14} aria-hidden />
      </button>
      {profile !== null && <MiniProfile profile={profile} locale={locale} />}
      <div
        className={classes.handle}
        role="presentation"
        onPointerDown={startResize}
        onDoubleClick={() => {
          actions.fit(place);
        }}
      />
    </div>
  );
});
