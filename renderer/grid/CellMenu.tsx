import { Menu } from '@mantine/core';
import { IconCopy, IconFilter, IconFilterOff, IconMaximize } from '@tabler/icons-react';
import { type CopyFormat, copyFormats } from '../../src/export/selection-text.ts';
import { shortcutLabel } from '../../src/commands/shortcuts.ts';
import { isMac } from '../app/command-registry.ts';
import { AnchoredMenu } from './AnchoredMenu.tsx';

/** What can be done with a cell and with the selection around it. */
export interface CellActions {
  readonly copy: (format: CopyFormat) => void;
  /** Keeps only the rows with this value, or leaves them out; absent for values too long to filter by. */
  readonly filterByValue: ((negated: boolean) => void) | undefined;
  readonly inspect: () => void;
}

export interface CellMenuProps {
  readonly x: number;
  readonly y: number;
  /** The value as the menu names it. */
  readonly value: string;
  readonly actions: CellActions;
  readonly onClose: () => void;
}

const copyTitles: Readonly<Record<CopyFormat, string>> = {
  tsv: 'Copy',
  csv: 'Copy as CSV',
  json: 'Copy as JSON',
  markdown: 'Copy as Markdown',
};

/** Copying the selection, filtering by the value of a cell, and showing it whole. */
export function CellMenu({ x, y, value, actions, onClose }: CellMenuProps) {
  const { copy, filterByValue, inspect } = actions;
  return (
    <AnchoredMenu x={x} y={y} label="Cell" onClose={onClose}>
      {copyFormats.map((format) => (
        <Menu.Item
          key={format}
          leftSection={<IconCopy size={16} />}
          rightSection={format === 'tsv' && <kbd>{shortcutLabel('Mod+C', isMac)}</kbd>}
          onClick={() => {
            copy(format);
          }}
        >
          {copyTitles[format]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {filterByValue !== undefined && (
        <>
          <Menu.Item
            leftSection={<IconFilter size={16} />}
            onClick={() => {
              filterByValue(false);
            }}
          >
            Only rows with {value}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFilterOff size={16} />}
            onClick={() => {
              filterByValue(true);
            }}
          >
            Leave out {value}
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      <Menu.Item
        leftSection={<IconMaximize size={16} />}
        rightSection={<kbd>{shortcutLabel('Enter', isMac)}</kbd>}
        onClick={inspect}
      >
        Show whole value
      </Menu.Item>
    </AnchoredMenu>
  );
}
