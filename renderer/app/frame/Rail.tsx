import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconCompass, IconDatabase, IconSend, IconSql, IconUsersGroup, type TablerIcon } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { type ViewState, viewStore } from '../../store/view-state.ts';
import classes from './Rail.module.css';

const places: readonly { readonly id: ViewState['rail']; readonly title: string; readonly icon: TablerIcon }[] = [
  { id: 'data', title: 'Data', icon: IconDatabase },
  { id: 'sql', title: 'SQL', icon: IconSql },
  { id: 'modules', title: 'Guides', icon: IconCompass },
  { id: 'audiences', title: 'Audiences', icon: IconUsersGroup },
  { id: 'activation', title: 'Activation', icon: IconSend },
];

/** The places of the app, top to bottom. Choosing the current one hides or shows its panel. */
export function Rail() {
  const rail = useStore(viewStore, (view) => view.rail);
  const open = useStore(viewStore, (view) => view.sidePanelOpen);
  return (
    <nav className={classes.rail} aria-label="Places">
      {places.map(({ id, title, icon: Icon }) => (
        <Tooltip key={id} label={title} position="right">
          <UnstyledButton
            className={classes.place}
            aria-pressed={rail === id && open}
            onClick={() => {
              viewStore.setState({ rail: id, sidePanelOpen: rail !== id || !open });
            }}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{title}</span>
          </UnstyledButton>
        </Tooltip>
      ))}
    </nav>
  );
}
