import { createStore } from 'zustand/vanilla';
import { createCancelSource, type CancelSource } from '../../src/core/cancel.ts';
import { type ErrorData, errorToData } from '../../src/core/error.ts';
import { nameFromFile, uniqueName } from '../../src/core/names.ts';
import type { FileLook, LookChoices } from '../../src/ingest/look.ts';
import type { ImportProgress, ImportReport, ImportTarget } from '../../src/ingest/run/request.ts';
import type { ValueType } from '../../src/ingest/values/value-type.ts';
import { lookAtFile } from './extractors.ts';

/** One file on its way into the project. */
export interface ImportItem {
  readonly id: string;
  readonly file: File;
  /** What the file looks like; absent while it is being looked at for the first time. */
  readonly look: FileLook | undefined;
  readonly choices: LookChoices;
  /** Types the user chose, by column; the others are decided over all rows. */
  readonly types: Readonly<Partial<Record<string, ValueType>>>;
  /** Columns to leave out. */
  readonly excluded: readonly string[];
  readonly target: ImportTarget;
  readonly state: 'choosing' | 'waiting' | 'importing' | 'done' | 'failed';
  readonly progress: ImportProgress | undefined;
  readonly failure: ErrorData | undefined;
  readonly report: ImportReport | undefined;
}

export interface ImportState {
  readonly open: boolean;
  readonly items: readonly ImportItem[];
  readonly selected: string | undefined;
}

export const importStore = createStore<ImportState>()(() => ({ open: false, items: [], selected: undefined }));

/** Running looks and imports by item, for cancelling them. */
const running = new Map<string, CancelSource>();

export function updateItem(id: string, change: Partial<ImportItem>): void {
  importStore.setState(({ items }) => ({
    items: items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  }));
}

/** Takes files in and begins to look at them. `taken` are names that tables have already. */
export function addFiles(files: readonly File[], taken: readonly string[]): void {
  const { items } = importStore.getState();
  const names = [...taken, ...items.map(({ target }) => target.name)];
  const added = files.map((file): ImportItem => {
    const name = uniqueName(nameFromFile(file.name), names);
    names.push(name);
    return {
      id: crypto.randomUUID(),
      file,
      look: undefined,
      choices: {},
      types: {},
      excluded: [],
      target: { schema: 'main', name, mode: 'create' },
      state: 'choosing',
      progress: undefined,
      failure: undefined,
      report: undefined,
    };
  });
  importStore.setState({ open: true, items: [...items, ...added], selected: added[0]?.id });
  for (const item of added) void look(item.id);
}

/** Looks at a file again, after the user chose something about it. Types chosen for columns that are gone are forgotten. */
export function changeChoices(id: string, choices: LookChoices): void {
  updateItem(id, { choices });
  void look(id);
}

async function look(id: string): Promise<void> {
  const item = importStore.getState().items.find((candidate) => candidate.id === id);
  if (item === undefined) return;
  const cancel = replaceRunning(id);
  try {
    const found = await lookAtFile(item.file, item.choices, cancel.signal);
    if (!cancel.signal.cancelled) updateItem(id, { look: found, failure: undefined });
  } catch (error) {
    if (!cancel.signal.cancelled) updateItem(id, { look: undefined, failure: errorToData(error) });
  }
}

/** The way to cancel what runs for an item; what ran before is cancelled. */
export function replaceRunning(id: string): CancelSource {
  running.get(id)?.cancel();
  const source = createCancelSource();
  running.set(id, source);
  return source;
}

export function cancelItem(id: string): void {
  running.get(id)?.cancel();
}

/** Takes a file out of the list. */
export function removeItem(id: string): void {
  cancelItem(id);
  running.delete(id);
  importStore.setState(({ items, selected }) => {
    const rest = items.filter((item) => item.id !== id);
    return { items: rest, selected: selected === id ? rest[0]?.id : selected, open: rest.length > 0 };
  });
}

/** Closes the dialog and forgets its files. Imports under way go on: the status bar shows them and can stop them. */
export function closeImport(): void {
  const { items } = importStore.getState();
  if (items.some(({ state }) => state === 'importing' || state === 'waiting')) {
    importStore.setState({ open: false });
    return;
  }
  for (const { id } of items) cancelItem(id);
  running.clear();
  importStore.setState({ open: false, items: [], selected: undefined });
}
