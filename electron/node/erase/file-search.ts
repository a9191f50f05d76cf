import type { ValueFinder } from '../../../src/privacy/erase/value-finder.ts';
import type { ProjectLayout } from '../host/layout.ts';

/** What the holders among a project's files are asked with; for erasing, nobody else has the project open meanwhile. */
export interface FileSearch {
  readonly layout: ProjectLayout;
  readonly finder: ValueFinder;
  /** Whether dated backups are to be deleted: they are databases that cannot be searched as they lie. */
  readonly deleteBackups: boolean;
  readonly now: Date;
  /** Names of copies of the database that somebody works on. */
  readonly filesInUse: readonly string[];
}
