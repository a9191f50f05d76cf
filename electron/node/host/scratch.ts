import fs from 'node:fs/promises';
import path from 'node:path';
import type { ProjectLayout } from './layout.ts';
import type { SaveFiles } from './save-file.ts';

/** Begins a file of the project's scratch folder; `name` is one of `scratchPathSchema`. */
export async function beginScratch(
  layout: ProjectLayout,
  name: string,
  saves: SaveFiles,
): Promise<{ token: string; path: string }> {
  const file = path.join(layout.scratch, ...name.split('/'));
  await fs.mkdir(path.dirname(file), { recursive: true });
  return { token: await saves.begin(file), path: file };
}
