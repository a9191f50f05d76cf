import fs from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase } from '../../../src/privacy/erase/copy-database.ts';
import { openNodeEngine } from '../engine.ts';
import { fileSize } from '../host/files.ts';
import { countPlaces } from './byte-search.ts';

/** The copy beside a database that the command line works on until it is put in place whole. */
export function workingName(database: string): string {
  return `${database}.cli`;
}

/** The files that work on such a copy makes. */
export function workingFiles(working: string): readonly string[] {
  const fresh = freshName(working);
  return [working, `${working}.wal`, fresh, `${fresh}.wal`];
}

function freshName(working: string): string {
  return `${working}.fresh`;
}

/** Copies made at most, and at least. */
const [mostCopies, leastCopies] = [6, 2];

/**
 * Replaces a closed database by a fresh file with the same content and no free pages. Answers with the places in which bytes
 * of the forgotten texts still stand. A crash leaves the old file whole.
 *
 * A page of the engine may begin its life with what its memory held before, which is pages of the file it copies from: so
 * the copy is copied in turn, by an engine of its own, until nothing is found or what is found stays, as live data does.
 */
export async function rewriteFile(file: string, forgotten: readonly string[]): Promise<number> {
  let places = Infinity;
  for (let copies = 1; copies <= mostCopies; copies++) {
    await copyFresh(file);
    const before = places;
    places = await countPlaces(file, forgotten);
    if (copies >= leastCopies && (places === 0 || places === before)) break;
  }
  return places;
}

async function copyFresh(file: string): Promise<void> {
  const fresh = freshName(file);
  await fs.rm(fresh, { force: true });
  await fs.rm(`${fresh}.wal`, { force: true });
  const engine = await openNodeEngine({ databasePath: fresh });
  try {
    await copyDatabase(engine, { name: path.basename(file), size: await fileSize(file), source: file });
  } finally {
    await engine.close();
  }
  await fs.rm(`${fresh}.wal`, { force: true });
  const handle = await fs.open(fresh, 'r+');
  await handle.sync();
  await handle.close();
  await fs.rename(fresh, file);
}
