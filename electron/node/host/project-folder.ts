import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { StillhouseError } from '../../../src/core/error.ts';
import {
  printProjectDocument,
  type ProjectDocument,
  projectDocumentSchema,
  projectVersion,
} from '../../../src/host/project-document.ts';
import { fileSize, readIfPresent, writeAtomically } from './files.ts';
import { layoutOf, type ProjectLayout } from './layout.ts';

const ignored =
  '# Data and window state of this project; queries and project.json are for version control.\nworkspace.duckdb*\nscratch/\n.stillhouse/\n';

/** Makes a new project in an empty or missing folder. */
export async function createProjectFolder(folder: string, name: string, now: Date): Promise<ProjectLayout> {
  const layout = layoutOf(folder);
  if ((await readIfPresent(layout.document)) !== undefined) {
    throw new StillhouseError('project-invalid', `There is a project in ${folder} already.`, {
      remedy: 'Open it, or choose another name or folder.',
    });
  }
  await fs.mkdir(layout.queries, { recursive: true });
  if ((await readIfPresent(layout.gitignore)) === undefined) await fs.writeFile(layout.gitignore, ignored);
  await writeDocument(layout, {
    format: 'stillhouse-project',
    version: projectVersion,
    id: randomUUID(),
    name,
    createdAt: now.toISOString(),
    generation: 0,
  });
  return layout;
}

export async function readDocument(layout: ProjectLayout): Promise<ProjectDocument> {
  const text = await readIfPresent(layout.document);
  if (text === undefined) {
    throw new StillhouseError(
      'project-invalid',
      `${layout.folder} is not a Stillhouse project: it has no project.json.`,
      {
        remedy: 'Choose the folder that holds project.json, or create a new project.',
      },
    );
  }
  try {
    return projectDocumentSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new StillhouseError('project-invalid', `${layout.document} cannot be read as a project of this version.`, {
      remedy: 'Restore the file from version control, or open the project with the newer version that wrote it.',
      cause: error,
    });
  }
}

export async function writeDocument(layout: ProjectLayout, document: ProjectDocument): Promise<void> {
  await writeAtomically(layout.document, printProjectDocument(document));
}

/** Copies queries, destinations, document and data, but not the window's state, history and sends, under a new id. */
export async function copyProjectFolder(
  from: ProjectLayout,
  folder: string,
  name: string,
  now: Date,
): Promise<ProjectLayout> {
  const to = await createProjectFolder(folder, name, now);
  await fs.cp(from.queries, to.queries, { recursive: true });
  if ((await fileSize(from.database)) > 0) await fs.copyFile(from.database, to.database);
  if ((await fileSize(from.destinations)) > 0) await fs.copyFile(from.destinations, to.destinations);
  const document = await readDocument(to);
  await writeDocument(to, { ...document, generation: (await fileSize(to.database)) > 0 ? 1 : 0 });
  return to;
}

/** `wanted`, or `wanted 2`, `wanted 3` …: the first folder that holds nothing yet. */
export async function freeFolder(parent: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = path.join(parent, number === 1 ? wanted : `${wanted} ${number}`);
    const content = await fs.readdir(folder).catch(() => []);
    if (content.length === 0) return folder;
  }
}
