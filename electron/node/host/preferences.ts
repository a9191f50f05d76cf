import path from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeAtomically } from './files.ts';

const recentSchema = z.array(z.object({ folder: z.string(), name: z.string(), openedAt: z.iso.datetime() }));
export type RecentProject = z.output<typeof recentSchema>[number];

const mostRecent = 12;

/** What the program remembers between runs for this user: recent projects and the settings of the window. */
export interface Preferences {
  recent(): Promise<RecentProject[]>;
  remember(project: RecentProject): Promise<void>;
  forget(folder: string): Promise<void>;
  readSettings(): Promise<string>;
  writeSettings(text: string): Promise<void>;
}

export function createPreferences(folder: string): Preferences {
  const recentFile = path.join(folder, 'recent.json');
  const settingsFile = path.join(folder, 'settings.json');

  const recent = async (): Promise<RecentProject[]> => {
    const text = await readIfPresent(recentFile);
    const parsed = recentSchema.safeParse(text === undefined ? [] : safeJson(text));
    return parsed.success ? parsed.data : [];
  };
  const write = (entries: readonly RecentProject[]) =>
    writeAtomically(recentFile, `${JSON.stringify(entries.slice(0, mostRecent), null, 2)}\n`);

  return {
    recent,
    async remember(project) {
      const others = (await recent()).filter((entry) => entry.folder !== project.folder);
      await write([project, ...others]);
    },
    async forget(forgotten) {
      await write((await recent()).filter((entry) => entry.folder !== forgotten));
    },
    readSettings: async () => (await readIfPresent(settingsFile)) ?? '',
    writeSettings: (text) => writeAtomically(settingsFile, text),
  };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
