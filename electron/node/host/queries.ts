import fs from 'node:fs/promises';
import path from 'node:path';
import { StillhouseError } from '../../../src/core/error.ts';
import type { SavedQuery } from '../../../src/host/protocol.ts';
import { isMissing, writeAtomically } from './files.ts';

/** Saved queries: one `.sql` file each, in one flat folder. */
export async function listQueries(folder: string): Promise<SavedQuery[]> {
  const names = await fs.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.sql')).sort((a, b) => a.localeCompare(b));
  return Promise.all(
    files.map(async (name) => ({
      name: name.slice(0, -'.sql'.length),
      text: await fs.readFile(path.join(folder, name), 'utf8'),
    })),
  );
}

export async function writeQuery(folder: string, { name, text }: SavedQuery): Promise<void> {
  await writeAtomically(queryFile(folder, name), text.endsWith('\n') ? text : `${text}\n`);
}

export async function renameQuery(folder: string, from: string, to: string): Promise<void> {
  const target = queryFile(folder, to);
  const exists = await fs.stat(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new StillhouseError('input-invalid', `There is a query named “${to}” already.`);
  await fs.rename(queryFile(folder, from), target);
}

export async function deleteQuery(folder: string, name: string): Promise<void> {
  await fs.rm(queryFile(folder, name), { force: true });
}

function queryFile(folder: string, name: string): string {
  const valid = /^[^\\/:*?"<>|\p{Cc}]{1,120}$/u.test(name) && !name.startsWith('.');
  if (!valid) {
    throw new StillhouseError('input-invalid', `“${name}” cannot be the name of a query.`, {
      remedy: 'Use up to 120 characters without / \\ : * ? " < > | and not starting with a dot.',
    });
  }
  return path.join(folder, `${name}.sql`);
}
