import type { Held } from './holder.ts';
import type { ErasureOrder } from './order.ts';
import type { ErasureReport, UnfinishedErasure } from './report.ts';

/** How people are looked for in files. */
export interface FileQuery {
  /** The identities in every form that is looked for. */
  readonly forms: readonly string[];
  readonly deleteBackups: boolean;
}

/** An erasure that is on record as begun. */
export interface BegunErasure {
  readonly id: string;
  readonly startedAt: string;
  /** What earlier runs of it, which did not end, took out. */
  readonly erased: readonly Held[];
  /** Whether the project is under version control, which may hold earlier versions of files. */
  readonly isVersioned: boolean;
}

/** The files of a project, and its record of erasures, as an erasure needs them: on the disk, or asked over the host. */
export interface ErasureFolder {
  /** Keyed hashes as sends keep people, one each; none where the key cannot be opened here. `make` makes a missing key. */
  hashes(identities: readonly string[], make: boolean): Promise<readonly string[]>;
  /** What files hold of the people; changes nothing. */
  find(query: FileQuery): Promise<readonly Held[]>;
  /** Takes it away; nobody else may have the project open. */
  erase(query: FileQuery): Promise<readonly Held[]>;
  /** The erasure that did not end, with its order where that can be opened here. */
  unfinished(): Promise<{ readonly mark: UnfinishedErasure; readonly order: ErasureOrder | undefined } | undefined>;
  /** Puts on record that it begins, so that it is finished at the next opening whatever happens. */
  begin(order: ErasureOrder, hashes: readonly string[]): Promise<BegunErasure>;
  /** Puts on record what is gone for good. */
  note(erased: readonly Held[]): Promise<void>;
  /** Takes that back, when nothing was erased. */
  abandon(): Promise<void>;
  /**
   * Keeps the report and takes away the record of what it covers: answers with its path in the project, and with what is
   * still unfinished.
   */
  finish(report: ErasureReport): Promise<{ readonly file: string; readonly unfinished: UnfinishedErasure | undefined }>;
}
