import os from 'node:os';
import path from 'node:path';

/** Where this user's preferences live when no shell says otherwise. */
export function preferencesFolder(): string {
  if (process.platform === 'win32') return path.join(process.env.APPDATA ?? os.homedir(), 'Stillhouse');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', 'Stillhouse');
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'), 'stillhouse');
}

/** Where new projects go. */
export function defaultProjectsFolder(): string {
  return path.join(os.homedir(), 'Stillhouse');
}
