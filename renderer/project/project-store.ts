import { createStore } from 'zustand/vanilla';
import type { ProfileMark } from '../../src/catalog/profile-marks.ts';
import type { DatasetInfo } from '../../src/catalog/shown.ts';
import type { ErrorData } from '../../src/core/error.ts';
import type { DatasetKeys } from '../../src/distiller/column-keys.ts';
import type { ProjectDocument } from '../../src/host/project-document.ts';
import type { SaveStatus } from './rolling-copy.ts';

/** Something long that is under way, shown in the status bar and cancellable there. */
export interface RunningWork {
  readonly id: number;
  readonly title: string;
  /** 0…1, or `undefined` when it cannot be told. */
  readonly fraction: number | undefined;
  readonly cancel: (() => void) | undefined;
}

export interface ProjectStatus {
  readonly phase: 'starting' | 'opening' | 'ready' | 'failed';
  /** What is being done while opening. */
  readonly step: string;
  readonly document: ProjectDocument | undefined;
  readonly folder: string;
  readonly failure: ErrorData | undefined;
  readonly saved: SaveStatus;
  readonly saveMessage: string | undefined;
  readonly running: readonly RunningWork[];
  /** The project's tables and views. */
  readonly datasets: readonly DatasetInfo[];
  /** Which of them hold profiles, by name. */
  readonly profiles: ReadonlyMap<string, ProfileMark>;
  /** Keys and identities that were declared of their columns, by the datasets' subjects. */
  readonly keys: ReadonlyMap<string, DatasetKeys>;
}

export const projectStore = createStore<ProjectStatus>()(() => ({
  phase: 'starting',
  step: '',
  document: undefined,
  folder: '',
  failure: undefined,
  saved: 'saved',
  saveMessage: undefined,
  running: [],
  datasets: [],
  profiles: new Map(),
  keys: new Map(),
}));

let nextWork = 1;

/** Shows a piece of work until the returned `end` is called. */
export function startWork(title: string, cancel?: () => void) {
  const id = nextWork++;
  const change = (update: (work: RunningWork) => RunningWork | undefined) => {
    projectStore.setState(({ running }) => ({
      running: running.flatMap((work) => (work.id === id ? (update(work) ?? []) : work)),
    }));
  };
  projectStore.setState(({ running }) => ({ running: [...running, { id, title, fraction: undefined, cancel }] }));
  return {
    progress(fraction: number) {
      change((work) => ({ ...work, fraction }));
    },
    end() {
      change(() => undefined);
    },
  };
}
