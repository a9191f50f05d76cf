import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { StillhouseError } from '../../../src/core/error.ts';
import { readIfPresent } from './files.ts';

const lockSchema = z.object({ pid: z.int(), host: z.string(), since: z.string() });

/** Takes a project for this process. One that crashed does not hold its lock; `force` takes it from a living one. */
export async function acquireLock(file: string, force: boolean): Promise<void> {
  const holder = await readHolder(file);
  if (holder !== undefined && !force && isHeld(holder)) {
    throw new StillhouseError(
      'project-locked',
      `This project has been open since ${holder.since} in another program (process ${holder.pid} on ${holder.host}).`,
      { remedy: 'Close it there first. If that program is gone, open the project with “Open anyway”.' },
    );
  }
  await fs.mkdir(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, host: os.hostname(), since: new Date().toISOString() };
  await fs.writeFile(file, `${JSON.stringify(mine)}\n`);
}

/** Gives the project free, when this process still holds it. */
export async function releaseLock(file: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder?.pid === process.pid && holder.host === os.hostname()) await fs.rm(file, { force: true });
}

async function readHolder(file: string): Promise<z.output<typeof lockSchema> | undefined> {
  const text = await readIfPresent(file);
  if (text === undefined) return undefined;
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return undefined; // a lock that a crash left half-written holds nothing
  }
}

function isHeld(holder: z.output<typeof lockSchema>): boolean {
  if (holder.host !== os.hostname()) return true;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
