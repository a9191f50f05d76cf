import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isUnsaved, viewStore } from '../../store/view-state.ts';
import classes from './Dock.module.css';

/** A tab's title with a dot when its file is older than its text. The cross is for the mouse; keys close by command. */
export function TabHeader({ api }: IDockviewPanelHeaderProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[api.id]);
  const title = tab?.title ?? api.title ?? '';
  const unsaved = tab?.kind === 'query' && isUnsaved(tab);
  const [active, setActive] = useState(api.isActive);
  useEffect(() => {
    const subscription = api.onDidActiveChange(({ isActive }) => {
      setActive(isActive);
    });
    return () => {
      subscription.dispose();
    };
  }, [api]);
  useEffect(() => {
    api.setTitle(title);
  }, [api, title]);
  return (
    <span
      className={classes.tab}
      data-active={active || undefined}
      role="presentation"
      onAuxClick={(event) => {
        if (event.button === 1) api.close();
      }}
    >
      <span className={classes.title} title={title}>
        {title}
      </span>
      {unsaved && <span className={classes.unsaved} role="img" aria-label="not saved" />}
      <span
        className={classes.close}
        role="presentation"
        title="Close"
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
        onClick={() => {
          api.close();
        }}
      >
        <IconX size={13} aria-hidden />
      </span>
    </span>
  );
}
