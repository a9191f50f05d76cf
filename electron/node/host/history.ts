import fs from 'node:fs/promises';
import path from 'node:path';
import { hostCalls, type HistoryEntry } from '../../../src/host/protocol.ts';
import { isMissing } from './files.ts';

const entrySchema = hostCalls['history.append'].params;
const pieceSize = 1 << 20;

/** The history is one line of JSON a statement, only ever appended to. */
export async function appendHistory(file: string, entry: HistoryEntry): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.appendFile(file, `${JSON.stringify(entry)}\n`);
}

/** Newest first; reads the file backwards in pieces, so that the recent past is quick however long the history. */
export async function searchHistory(file: string, text: string, limit: number): Promise<HistoryEntry[]> {
  const wanted = text.toLowerCase();
  const found: HistoryEntry[] = [];
  for await (const line of linesBackwards(file)) {
    const entry = parseEntry(line);
    if (entry?.sql.toLowerCase().includes(wanted) === true) found.push(entry);
    if (found.length === limit) break;
  }
  return found;
}

/** A line that a crash cut short is passed over. */
function parseEntry(line: string): HistoryEntry | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function* linesBackwards(file: string): AsyncGenerator<string> {
  const handle = await fs.open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    let end = (await handle.stat()).size;
    let rest = Buffer.alloc(0);
    while (end > 0) {
      const start = Math.max(0, end - pieceSize);
      const piece = Buffer.alloc(end - start);
      await handle.read(piece, 0, piece.length, start);
      const joined = Buffer.concat([piece, rest]);
      const firstBreak = start === 0 ? -1 : joined.indexOf(10);
      rest = start === 0 ? Buffer.alloc(0) : joined.subarray(0, firstBreak < 0 ? joined.length : firstBreak + 1);
      const whole = start === 0 ? joined : joined.subarray(rest.length);
      yield* whole
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .reverse();
      end = start;
    }
  } finally {
    await handle.close();
  }
}
