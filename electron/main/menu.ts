import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandDefinition, commands, type CommandSection } from '../../src/commands/commands.ts';
import { electronAccelerator } from '../../src/commands/shortcuts.ts';

const sections: readonly CommandSection[] = ['File', 'Edit', 'Data', 'Query', 'View', 'Help'];

/** The menu bar, made from the one list of commands. The window itself hears the keys; the menu only shows them. */
export function installMenu(send: (commandId: string) => void): void {
  const template = sections.map((section): MenuItemConstructorOptions => ({
    label: section,
    submenu: [
      ...commands.filter((command) => command.section === section).flatMap((command) => menuItems(command, send)),
      ...extraItems(section),
    ],
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function menuItems(command: CommandDefinition, send: (commandId: string) => void): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.title,
    registerAccelerator: false,
    ...(command.shortcut !== undefined && { accelerator: electronAccelerator(command.shortcut) }),
    click: () => {
      send(command.id);
    },
  };
  return command.separated === true ? [{ type: 'separator' }, item] : [item];
}

function extraItems(section: CommandSection): MenuItemConstructorOptions[] {
  switch (section) {
    case 'File':
      return [{ type: 'separator' }, { role: 'quit' }];
    case 'Edit':
      return [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
    case 'View':
      return [
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
      ];
    default:
      return [];
  }
}
