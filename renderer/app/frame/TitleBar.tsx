import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconContrastFilled,
  IconDeviceDesktop,
  IconFolder,
  IconMoon,
  IconSearch,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { shortcutLabel } from '../../../src/commands/shortcuts.ts';
import { projectStore } from '../../project/project-store.ts';
import { settingsStore } from '../../store/settings.ts';
import { isMac } from '../command-registry.ts';
import { useServices } from '../services.ts';
import type { ThemeChoice } from '../theme.ts';
import { CustomerChip } from '../customers/CustomerChip.tsx';
import classes from './TitleBar.module.css';

const themes: readonly {
  readonly id: ThemeChoice;
  readonly title: string;
  readonly icon: TablerIcon;
  readonly command: string;
}[] = [
  { id: 'light', title: 'Light', icon: IconSun, command: 'view.themeLight' },
  { id: 'dark', title: 'Dark', icon: IconMoon, command: 'view.themeDark' },
  { id: 'contrast', title: 'High contrast', icon: IconContrastFilled, command: 'view.themeContrast' },
  { id: 'system', title: 'As the system', icon: IconDeviceDesktop, command: 'view.themeSystem' },
];

/** Which project is open, whose rows are shown, the palette, the look. */
export function TitleBar() {
  const { commands } = useServices();
  return (
    <header className={classes.bar}>
      <span className={classes.brand}>Stillhouse</span>
      <div className={classes.left}>
        <ProjectMenu />
        <CustomerChip />
      </div>
      <UnstyledButton
        className={classes.search}
        onClick={() => {
          commands.run('view.palette');
        }}
      >
        <IconSearch size={14} aria-hidden />
        <span>Search tables, queries and commands</span>
        <kbd>{shortcutLabel('Mod+K', isMac)}</kbd>
      </UnstyledButton>
      <ThemeMenu />
    </header>
  );
}

function ProjectMenu() {
  const { commands, project } = useServices();
  const name = useStore(projectStore, (status) => status.document?.name ?? 'No project');
  const folder = useStore(projectStore, (status) => status.folder);
  const item = (id: string, title: string) => (
    <Menu.Item
      onClick={() => {
        commands.run(id);
      }}
    >
      {title}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <UnstyledButton className={classes.project} aria-label={`Project ${name}`}>
          <IconFolder size={15} aria-hidden />
          <span>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{folder}</Menu.Label>
        {item('file.newProject', 'New project…')}
        {item('file.openProject', 'Open project…')}
        {item('file.saveProjectAs', 'Save project as…')}
        <Menu.Divider />
        {item('file.openDemo', 'Open demo project')}
        <Menu.Item
          onClick={() => {
            void project.saveNow();
          }}
        >
          Save data to the folder now
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeMenu() {
  const { commands } = useServices();
  const choice = useStore(settingsStore, (settings) => settings.theme);
  const Current = themes.find(({ id }) => id === choice)?.icon ?? IconSun;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Theme">
          <ActionIcon variant="subtle" color="gray" aria-label="Theme">
            <Current size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ id, title, icon: Icon, command }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={14} />}
            aria-checked={id === choice}
            role="menuitemradio"
            data-current={id === choice || undefined}
            onClick={() => {
              commands.run(command);
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
