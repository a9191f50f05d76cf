import fs from 'node:fs/promises';
import path from 'node:path';
import { countPlaces } from '../../../src/privacy/erase/byte-search.ts';
import { copyDatabase } from '../../../src/privacy/erase/copy-database.ts';
import { openNodeEngine } from '../engine.ts';
import { fileSize } from '../host/files.ts';

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

/** Copies made where the first has bytes left: pages that do not fit in memory may pass some on. */
const mostCopies = 3;

/**
 * Replaces a closed database by a fresh file with the same content, no free pages and nothing in the gaps of the others.
 * Answers with the places in which bytes of the forgotten texts still stand. A crash leaves the old file whole.
 */
export async function rewriteFile(file: string, forgotten: readonly string[]): Promise<number> {
  let places = Infinity;
  for (let copies = 0; copies < mostCopies; copies++) {
    const before = places;
    await copyFresh(file);
    places = await countInFile(file, forgotten);
    if (places === 0 || places === before) break;
  }
  return places;
}

async function copyFresh(file: string): Promise<void> {
  const fresh = freshName(file);
  await fs.rm(fresh, { force: true });
  await fs.rm(`${fresh}.wal`, { force: true });
  const engine = await openNodeEngine({ databasePath: fresh, forgetful: true });
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

async function countInFile(file: string, texts: readonly string[]): Promise<number> {
  const handle = await fs.open(file);
  try {
    return await countPlaces(async (offset, length) => {
      const piece = new Uint8Array(length);
      const { bytesRead } = await handle.read(piece, 0, length, offset);
      return piece.subarray(0, bytesRead);
    }, texts);
  } finally {
    await handle.close();
  }
}
