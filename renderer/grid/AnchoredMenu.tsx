import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './AnchoredMenu.module.css';

export interface AnchoredMenuProps {
  /** A point of the window. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens at a point: its first item has the focus, Escape closes it. */
export function AnchoredMenu({ x, y, label, onClose, children }: AnchoredMenuProps) {
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom-start"
      offset={2}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={label} className={classes.anchor} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''} aria-label={label}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
