import type { Engine } from '../engine/engine.ts';
import type { CatalogState } from './model.ts';
import type { BatchIds, Clock } from './ports.ts';
import type { WriteQueue } from './session/write-queue.ts';
import type { Store } from './store/names.ts';
import type { Numbers } from './store/numbers.ts';

/** What all sessions of a workspace share. */
export interface Core {
  readonly engine: Engine;
  readonly store: Store;
  readonly queue: WriteQueue;
  readonly clock: Clock;
  readonly ids: BatchIds;
  numbers: Numbers;
  /** The committed catalog. */
  state: CatalogState;
  /** Settles when the catalog is loaded: again after the engine was restarted. */
  ready: Promise<void>;
  /** Grows when views, macros or other objects beside tables may have changed. */
  objectsVersion: number;
  /** Grows when the engine was restarted: sessions and transactions of before are gone. */
  engineRun: number;
  /** Called then, to let go of what they held. */
  readonly onEngineLost: Set<() => void>;
  /** Tells listeners that the catalog changed; settles when everything shown is up to date. */
  readonly changed: () => Promise<void>;
  /** Called after each durable write; not set while the project is being opened. */
  onWritten: (() => Promise<void> | void) | undefined;
}
