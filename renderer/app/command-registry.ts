import { type CommandDefinition, type CommandId, commands, isCommandId } from '../../src/commands/commands.ts';
import { matchesShortcut } from '../../src/commands/shortcuts.ts';

export const isMac = navigator.userAgent.includes('Macintosh');

/** What a command does, and whether it can be done now. */
export interface CommandHandler {
  run(): void;
  enabled?(): boolean;
}

/** The window's actions by command id: menu, palette, shortcuts and buttons all go through here. */
export interface CommandRegistry {
  /** Takes over some commands until the returned function is called; later registrations go first. */
  register(handlers: Partial<Record<CommandId, CommandHandler>>): () => void;
  run(id: string): void;
  isEnabled(id: CommandId): boolean;
  /** Commands that something handles now. */
  available(): readonly CommandDefinition[];
}

export function createCommandRegistry(): CommandRegistry {
  const layers: Partial<Record<CommandId, CommandHandler>>[] = [];
  const find = (id: CommandId): CommandHandler | undefined => {
    for (let index = layers.length - 1; index >= 0; index--) {
      const handler = layers[index]?.[id];
      if (handler !== undefined) return handler;
    }
    return undefined;
  };
  const isEnabled = (id: CommandId) => {
    const handler = find(id);
    return handler !== undefined && (handler.enabled?.() ?? true);
  };
  return {
    register(handlers) {
      layers.push(handlers);
      return () => {
        layers.splice(layers.indexOf(handlers), 1);
      };
    },
    run(id) {
      if (isCommandId(id) && isEnabled(id)) find(id)?.run();
    },
    isEnabled,
    available: () => commands.filter((command) => isEnabled(command.id)),
  };
}

/** Runs commands on their shortcuts. Editors and inputs keep the keys they use themselves. */
export function listenToShortcuts(registry: CommandRegistry): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commands.find((entry) => 'shortcut' in entry && matchesShortcut(event, entry.shortcut, isMac));
    if (command === undefined || !registry.isEnabled(command.id)) return;
    if (command.section === 'Edit' && isTextField(event.target)) return;
    event.preventDefault();
    registry.run(command.id);
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));
}
