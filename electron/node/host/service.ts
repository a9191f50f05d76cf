import fs from 'node:fs/promises';
import path from 'node:path';
import { StillhouseError } from '../../../src/core/error.ts';
import type { HostEvent } from '../../../src/host/host.ts';
import type { OpenedProject, PathChoice } from '../../../src/host/protocol.ts';
import { createErasureHandlers } from '../erase/erasure-handlers.ts';
import { backupDatabase, beginDatabaseCopy, type DatabaseCopy, readDatabase } from './database-copy.ts';
import { fileSize, readIfPresent, writeAtomically } from './files.ts';
import type { HostHandlers } from './handlers.ts';
import { appendHistory, searchHistory } from './history.ts';
import { folderName, layoutOf, type ProjectLayout } from './layout.ts';
import { acquireLock, releaseLock } from './lock.ts';
import { createPreferences } from './preferences.ts';
import { copyProjectFolder, createProjectFolder, freeFolder, readDocument, writeDocument } from './project-folder.ts';
import { deleteQuery, listQueries, renameQuery, writeQuery } from './queries.ts';
import { createSaveFiles } from './save-file.ts';
import { beginScratch } from './scratch.ts';
import { createKeyFileSealer, type Sealer } from './sealer.ts';
import { createSecretStore } from './secrets.ts';
import { createSendHandlers } from './send-handlers.ts';

/** What a shell adds to the common host: its name, its folders and its dialogs. */
export interface HostShell {
  readonly shell: 'electron' | 'browser';
  readonly version: string;
  /** Where recent projects and settings are kept. */
  readonly preferencesFolder: string;
  /** Where new projects go unless the user chooses another folder. */
  readonly projectsFolder: string;
  /** How this shell encrypts secrets; without it they are encrypted with a key in a file. */
  readonly sealer?: Sealer;
  chooseFolder(): Promise<PathChoice>;
  chooseSavePath(suggestedName: string): Promise<PathChoice>;
  now(): Date;
  /** Tells the window something unasked. */
  emit(event: HostEvent): void;
}

export interface HostService {
  readonly handlers: HostHandlers;
  /** Gives the open project free and drops what was half-written. */
  close(): Promise<void>;
}

const demoName = 'Demo project';

/** The machine's side of one window: projects, their files, and the copies of their databases. */
export function createHostService(shell: HostShell): HostService {
  const preferences = createPreferences(shell.preferencesFolder);
  const saves = createSaveFiles();
  const sealer = shell.sealer ?? createKeyFileSealer(path.join(shell.preferencesFolder, 'secrets.key'));
  const secrets = createSecretStore(shell.preferencesFolder, sealer);
  const sending = createSendHandlers({
    secrets,
    protection: sealer.words,
    now: () => shell.now(),
    emit: (event) => shell.emit(event),
  });
  let project: ProjectLayout | undefined;
  let copy: DatabaseCopy | undefined;

  const erasing = createErasureHandlers({
    secrets,
    sealer,
    now: () => shell.now(),
    filesInUse: () => (copy === undefined ? [] : [copy.name]),
    withoutSends: (work) => sending.whileLeft(work),
  });

  const current = (): ProjectLayout => {
    if (project === undefined) throw new StillhouseError('project-invalid', 'No project is open.');
    return project;
  };
  const currentCopy = (): DatabaseCopy => {
    if (copy === undefined) throw new StillhouseError('internal', 'No copy of the database has begun.');
    return copy;
  };

  const leave = async () => {
    await sending.leave();
    erasing.leave();
    await copy?.abort();
    copy = undefined;
    if (project !== undefined) await releaseLock(project.lock);
    project = undefined;
  };

  const enter = async (layout: ProjectLayout, force: boolean): Promise<OpenedProject> => {
    const document = await readDocument(layout);
    if (project?.folder !== layout.folder) {
      await acquireLock(layout.lock, force);
      await leave();
      await sending.enter({ layout, id: document.id });
      erasing.enter({ layout, id: document.id });
    }
    project = layout;
    await preferences.remember({ folder: layout.folder, name: document.name, openedAt: shell.now().toISOString() });
    return {
      folder: layout.folder,
      document,
      databaseSize: await fileSize(layout.database),
      state: (await readIfPresent(layout.state)) ?? '',
    };
  };

  const create = async (name: string, folder?: string) => {
    const target = folder ?? (await freeFolder(shell.projectsFolder, folderName(name)));
    return enter(await createProjectFolder(target, name, shell.now()), false);
  };

  const handlers: HostHandlers = {
    'app.info': () =>
      Promise.resolve({ shell: shell.shell, version: shell.version, projectsFolder: shell.projectsFolder }),
    'settings.read': () => preferences.readSettings(),
    'settings.write': ({ text }) => preferences.writeSettings(text),

    'projects.recent': () => preferences.recent(),
    'projects.openDemo': async () => {
      const layout = layoutOf(path.join(shell.projectsFolder, demoName));
      const exists = (await readIfPresent(layout.document)) !== undefined;
      return enter(exists ? layout : await createProjectFolder(layout.folder, demoName, shell.now()), false);
    },
    'projects.create': ({ name, folder }) => create(name, folder),
    'projects.open': ({ folder, force }) => enter(layoutOf(path.resolve(folder)), force),
    'projects.saveAs': async ({ name, folder }) => {
      const target = folder ?? (await freeFolder(shell.projectsFolder, folderName(name)));
      const { id } = await readDocument(current());
      const layout = await copyProjectFolder(current(), target, name, shell.now());
      await secrets.copy(`${id}/`, `${(await readDocument(layout)).id}/`);
      return enter(layout, false);
    },
    'projects.forget': ({ folder }) => preferences.forget(folder),
    'projects.chooseFolder': () => shell.chooseFolder(),
    'projects.list': () => listProjects(shell.projectsFolder),

    'project.rename': async ({ name }) => {
      const document = { ...(await readDocument(current())), name };
      await writeDocument(current(), document);
      return document;
    },
    'project.writeState': ({ state }) => writeAtomically(current().state, state),
    'project.queries': () => listQueries(current().queries),
    'project.writeQuery': (query) => writeQuery(current().queries, query),
    'project.renameQuery': ({ from, to }) => renameQuery(current().queries, from, to),
    'project.deleteQuery': ({ name }) => deleteQuery(current().queries, name),

    'history.append': (entry) => appendHistory(current().history, entry),
    'history.search': ({ text, limit }) => searchHistory(current().history, text, limit),

    'database.read': ({ offset, length }) => readDatabase(current(), offset, length),
    'database.beginCopy': async () => {
      await copy?.abort();
      copy = await beginDatabaseCopy(current());
    },
    'database.writeCopy': ({ offset, bytes }) => currentCopy().write(offset, bytes),
    'database.commitCopy': async ({ size }) => {
      await currentCopy().commit(size);
      copy = undefined;
      const document = await readDocument(current());
      const raised = { ...document, generation: document.generation + 1 };
      await writeDocument(current(), raised);
      return raised;
    },
    'database.abortCopy': async () => {
      await copy?.abort();
      copy = undefined;
    },
    'database.commitBackup': async ({ size }) => {
      const name = await currentCopy().commitBackup(size, shell.now());
      copy = undefined;
      return name;
    },
    'database.backupFolderCopy': () => backupDatabase(current(), shell.now()),

    'files.beginSave': async ({ suggestedName }) => {
      const chosen = await shell.chooseSavePath(suggestedName);
      if (chosen.kind !== 'chosen') return chosen;
      return { ...chosen, token: await saves.begin(chosen.path) };
    },
    'files.beginScratch': ({ path: name }) => beginScratch(current(), name, saves),
    'files.writeSave': ({ token, bytes }) => saves.write(token, bytes),
    'files.commitSave': ({ token }) => saves.commit(token),
    'files.abortSave': ({ token }) => saves.abort(token),

    ...sending.handlers,
    ...erasing.handlers,
  };

  return {
    handlers,
    async close() {
      await saves.abortAll();
      await leave();
    },
  };
}

async function listProjects(folder: string): Promise<{ folder: string; name: string }[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const layout = layoutOf(path.join(folder, name));
      const document = await readDocument(layout).catch(() => undefined);
      return document === undefined ? [] : [{ folder: layout.folder, name: document.name }];
    }),
  );
  return found.flat();
}
