import fs from 'node:fs/promises';
import path from 'node:path';
import {
  type ErasureMark,
  erasureMarkSchema,
  type ErasureReport,
  erasureReportSchema,
} from '../../../src/privacy/erase/report.ts';
import { isMissing, readIfPresent, writeAtomically } from '../host/files.ts';
import type { ProjectLayout } from '../host/layout.ts';

/** The mark of an erasure that began and did not end; `undefined` where there is none. Throws where it cannot be read. */
export async function readErasureMark(layout: ProjectLayout): Promise<ErasureMark | undefined> {
  const text = await readIfPresent(layout.erasureMark);
  if (text === undefined) return undefined;
  return erasureMarkSchema.parse(JSON.parse(text));
}

export async function writeErasureMark(layout: ProjectLayout, mark: ErasureMark): Promise<void> {
  await writeAtomically(layout.erasureMark, `${JSON.stringify(mark, null, 2)}\n`);
}

export async function removeErasureMark(layout: ProjectLayout): Promise<void> {
  await fs.rm(layout.erasureMark, { force: true });
}

/** Keeps the report with the project; answers with its path within the folder. */
export async function keepErasureReport(layout: ProjectLayout, report: ErasureReport): Promise<string> {
  const file = path.join(layout.erasures, `${report.startedAt.replace(/[:.]/g, '-')}-${report.id.slice(0, 8)}.json`);
  await writeAtomically(file, `${JSON.stringify(report, null, 2)}\n`);
  return path.relative(layout.folder, file);
}

/** The reports kept with the project, the latest first; files that are none are passed over. */
export async function listErasureReports(layout: ProjectLayout): Promise<readonly ErasureReport[]> {
  const names = await fs.readdir(layout.erasures).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort((a, b) => b.localeCompare(a))
      .map(async (name) => {
        const text = await fs.readFile(path.join(layout.erasures, name), 'utf8');
        return erasureReportSchema.safeParse(parseQuietly(text)).data ?? [];
      }),
  );
  return found.flat();
}

function parseQuietly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // somebody else's file
  }
}
