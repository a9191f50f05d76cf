import fs from 'node:fs/promises';
import path from 'node:path';
import { type Held, held, type Holder } from '../../../src/privacy/erase/holder.ts';
import { redactLines, redactText } from '../../../src/privacy/erase/redact-text.ts';
import { writeAtomically } from '../host/files.ts';
import type { ProjectLayout } from '../host/layout.ts';
import type { FileSearch } from './file-search.ts';

/** Larger files that are not the program's own are not read, in bytes: no text can be as long. */
const largestText = 500_000_000;

/** The history of statements, saved queries, window state, receipts, and whatever else lies in the folder. */
export const textFileHolder: Holder<FileSearch> = {
  find: (search) => visit(search, () => Promise.resolve()),
  erase: (search) => visit(search, (file, redacted) => writeAtomically(file, redacted)),
};

async function visit(
  { layout, finder }: FileSearch,
  change: (file: string, redacted: string) => Promise<void>,
): Promise<readonly Held[]> {
  const found: Held[] = [];
  for (const name of await listFiles(layout)) {
    const file = path.join(layout.folder, name);
    if ((await fs.stat(file)).size > largestText) continue;
    const text = await fs.readFile(file, 'utf8');
    const redacted = name.endsWith('.ndjson') ? redactLines(text, finder) : redactText(text, finder);
    if (redacted === text) continue;
    const place = finder.redact(name);
    if (isOwn(layout, file)) {
      found.push(...held(place, 1, 'file', 'redacted', 'The identity in it is replaced by [erased].'));
      await change(file, redacted);
    } else {
      found.push(...held(place, 1, 'file', 'kept', 'It was put there by somebody else: delete or change it yourself.'));
    }
  }
  return found;
}

/** Relative paths of all files but databases, their copies, version control, and what waits to be sent. */
async function listFiles(layout: ProjectLayout): Promise<readonly string[]> {
  const skipped = new Set([layout.backups, layout.erasures, layout.erasureMark, layout.lock]);
  const walk = async (folder: string): Promise<readonly string[]> => {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    const parts = entries
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(async (entry): Promise<readonly string[]> => {
        const file = path.join(folder, entry.name);
        if (skipped.has(file) || entry.name === '.git' || file.startsWith(layout.database)) return [];
        if (entry.isDirectory()) return isWaiting(layout, file) ? [] : walk(file);
        return entry.isFile() ? [path.relative(layout.folder, file)] : [];
      });
    return (await Promise.all(parts)).flat();
  };
  return walk(layout.folder);
}

/** Whether a folder is the outbox of a send, `sends/ID/files`. */
function isWaiting(layout: ProjectLayout, folder: string): boolean {
  return path.basename(folder) === 'files' && path.dirname(path.dirname(folder)) === layout.sends;
}

function isOwn(layout: ProjectLayout, file: string): boolean {
  const within = (folder: string) => file.startsWith(`${folder}${path.sep}`);
  if (within(layout.queries)) return file.endsWith('.sql');
  if (within(layout.sends)) return /[\\/](send\.json|journal\.ndjson)$/.test(file);
  return [layout.document, layout.destinations, layout.state, layout.history].includes(file);
}
