/** A key press, as any window system reports it. */
export interface KeyPress {
  readonly key: string;
  /** The physical key, `KeyK`: decides where Alt changes what a letter key types. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is a shortcut such as `Mod+Shift+Enter`. */
export function matchesShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const mod = parts.includes('Mod');
  const modifiersMatch =
    (isMac ? press.metaKey : press.ctrlKey) === mod &&
    !(isMac ? press.ctrlKey : press.metaKey) &&
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt');
  return modifiersMatch && (press.key.toLowerCase() === key.toLowerCase() || press.code === `Key${key}`);
}

/** A shortcut as people read it: `Ctrl+Shift+Enter`, `⌘⇧↩`. */
export function shortcutLabel(shortcut: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', ArrowRight: '→', ArrowLeft: '←' }
    : { Mod: 'Ctrl', ArrowRight: '→', ArrowLeft: '←' };
  const parts = shortcut.split('+').map((part) => names[part] ?? part);
  return parts.join(isMac ? '' : '+');
}

/** A shortcut in the notation of Electron's menus. */
export function electronAccelerator(shortcut: string): string {
  return shortcut.replace('Mod', 'CmdOrCtrl').replace('ArrowRight', 'Right').replace('ArrowLeft', 'Left');
}
