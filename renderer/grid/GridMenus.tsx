import type { CopyFormat } from '../../src/export/selection-text.ts';
import type { ViewSpec } from '../../src/results/filter.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import type { ColumnChoice } from '../../src/results/viewport/column-layout.ts';
import { sortedBy, withFilter, withoutFilter, withoutSort } from '../../src/results/view-edits.ts';
import { CellMenu } from './CellMenu.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import { FilterEditor } from './FilterEditor.tsx';
import { filterValue, type OpenMenu } from './grid-menu.ts';
import { openCellAt } from './open-cell.ts';

export interface GridMenusProps {
  readonly menu: OpenMenu | undefined;
  readonly onMenu: (menu: OpenMenu) => void;
  /** Hears that this menu is done with. */
  readonly onClose: (menu: OpenMenu) => void;
  readonly view: ResultView;
  readonly spec: ViewSpec;
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  readonly onFit: (column: number) => void;
  readonly onCopy: (format: CopyFormat) => void;
  readonly onCopyColumn: (column: number) => void;
  readonly onCopyName: (name: string) => void;
  readonly onInspect: (row: number, column: number) => void;
  readonly onProfile: ((column: number) => void) | undefined;
}

/** The menu of a column or a cell, or the editor of a filter, where the grid asked for it. */
export function GridMenus(props: GridMenusProps) {
  const { menu, view, spec, choice, onChoice, onProfile } = props;
  const info = menu === undefined ? undefined : view.base.columns[menu.column];
  if (menu === undefined || info === undefined) return null;
  const { x, y, row, column } = menu;
  const close = () => {
    props.onClose(menu);
  };
  const show = (next: ViewSpec) => void view.show(next);

  if (menu.kind === 'filter') {
    return <FilterEditor x={x} y={y} base={view.base} column={column} view={spec} onApply={show} onClose={close} />;
  }
  if (menu.kind === 'cell') {
    const cell = openCellAt(view.state().shown, row, column);
    const value = cell === undefined ? undefined : filterValue(cell);
    return (
      <CellMenu
        x={x}
        y={y}
        value={valueWords(value)}
        actions={{
          copy: props.onCopy,
          filterByValue:
            value === undefined
              ? undefined
              : (negated) => {
                  show(withFilter(spec, { kind: 'values', column, values: [value], negated }));
                },
          inspect: () => {
            props.onInspect(row, column);
          },
        }}
        onClose={close}
      />
    );
  }
  const isPinned = choice.pinned.includes(column);
  return (
    <ColumnMenu
      x={x}
      y={y}
      info={info}
      column={column}
      view={spec}
      isPinned={isPinned}
      actions={{
        sort: (direction, keepOthers) => {
          show(sortedBy(spec, column, direction, keepOthers));
        },
        removeSort: () => {
          show(withoutSort(spec, column));
        },
        editFilter: () => {
          props.onMenu({ ...menu, kind: 'filter' });
        },
        removeFilter: () => {
          show(withoutFilter(spec, column));
        },
        openProfile:
          onProfile === undefined
            ? undefined
            : () => {
                onProfile(column);
              },
        togglePin: () => {
          const others = choice.pinned.filter((pinned) => pinned !== column);
          onChoice({ ...choice, pinned: isPinned ? others : [...others, column] });
        },
        hide: () => {
          onChoice({ ...choice, hidden: [...choice.hidden, column] });
        },
        fit: () => {
          props.onFit(column);
        },
        copyName: () => {
          props.onCopyName(info.name);
        },
        copyColumn: () => {
          props.onCopyColumn(column);
        },
      }}
      onClose={close}
    />
  );
}

function valueWords(value: string | null | undefined): string {
  if (value === null || value === undefined) return 'no value (NULL)';
  if (value === '') return 'empty text';
  return `“${value.length > 30 ? `${value.slice(0, 30)}…` : value}”`;
}
