import { Menu } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowDown,
  IconArrowUp,
  IconChartHistogram,
  IconCopy,
  IconEyeOff,
  IconFilter,
  IconFilterOff,
  IconPin,
  IconPinnedOff,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { ViewSpec } from '../../src/results/filter.ts';
import { shortcutLabel } from '../../src/commands/shortcuts.ts';
import { isMac } from '../app/command-registry.ts';
import { AnchoredMenu } from './AnchoredMenu.tsx';

/** What can be done with a column. */
export interface ColumnActions {
  readonly sort: (direction: 'ascending' | 'descending', keepOthers: boolean) => void;
  readonly removeSort: () => void;
  readonly editFilter: () => void;
  readonly removeFilter: () => void;
  /** Absent where profiles are shown nowhere. */
  readonly openProfile: (() => void) | undefined;
  readonly togglePin: () => void;
  readonly hide: () => void;
  readonly fit: () => void;
  readonly copyName: () => void;
  readonly copyColumn: () => void;
}

export interface ColumnMenuProps {
  readonly x: number;
  readonly y: number;
  readonly info: ColumnInfo;
  readonly column: number;
  readonly view: ViewSpec;
  readonly isPinned: boolean;
  readonly actions: ColumnActions;
  readonly onClose: () => void;
}

/** Everything that can be done with one column. */
export function ColumnMenu({ x, y, info, column, view, isPinned, actions, onClose }: ColumnMenuProps) {
  const sort = view.sort.find((key) => key.column === column);
  const hasOthers = view.sort.some((key) => key.column !== column);
  const isFiltered = view.filters.some((filter) => filter.column === column);
  return (
    <AnchoredMenu x={x} y={y} label={`Column ${info.name}`} onClose={onClose}>
      <Item icon={<IconArrowUp size={16} />} onClick={() => actions.sort('ascending', false)}>
        Sort ascending
      </Item>
      <Item icon={<IconArrowDown size={16} />} onClick={() => actions.sort('descending', false)}>
        Sort descending
      </Item>
      {hasOthers && (
        <Item
          icon={<IconPlus size={16} />}
          shortcut={shortcutLabel('Shift+Enter', isMac)}
          onClick={() => actions.sort('ascending', true)}
        >
          Sort by this too
        </Item>
      )}
      {sort !== undefined && (
        <Item icon={<IconX size={16} />} onClick={actions.removeSort}>
          Do not sort by this
        </Item>
      )}
      <Menu.Divider />
      <Item icon={<IconFilter size={16} />} onClick={actions.editFilter}>
        {isFiltered ? 'Change filter…' : 'Filter…'}
      </Item>
      {isFiltered && (
        <Item icon={<IconFilterOff size={16} />} onClick={actions.removeFilter}>
          Remove filter
        </Item>
      )}
      {actions.openProfile !== undefined && (
        <Item icon={<IconChartHistogram size={16} />} onClick={actions.openProfile}>
          Profile
        </Item>
      )}
      <Menu.Divider />
      <Item icon={isPinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />} onClick={actions.togglePin}>
        {isPinned ? 'Unpin' : 'Pin to the left'}
      </Item>
      <Item icon={<IconArrowAutofitWidth size={16} />} onClick={actions.fit}>
        Fit width
      </Item>
      <Item icon={<IconEyeOff size={16} />} onClick={actions.hide}>
        Hide
      </Item>
      <Menu.Divider />
      <Item icon={<IconCopy size={16} />} onClick={actions.copyName}>
        Copy name
      </Item>
      <Item icon={<IconCopy size={16} />} onClick={actions.copyColumn}>
        Copy column
      </Item>
    </AnchoredMenu>
  );
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly shortcut?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Item({ icon, shortcut, onClick, children }: ItemProps) {
  return (
    <Menu.Item leftSection={icon} rightSection={shortcut !== undefined && <kbd>{shortcut}</kbd>} onClick={onClick}>
      {children}
    </Menu.Item>
  );
}
