import path from 'node:path';

/** Where things lie in a project's folder. `project.json`, `destinations.json`, `sql/`, `dashboards/` and receipts are meant for version control. */
export interface ProjectLayout {
  readonly folder: string;
  readonly document: string;
  readonly gitignore: string;
  readonly queries: string;
  readonly destinations: string;
  /** Outbox and receipts: one folder a send. */
  readonly sends: string;
  /** Files that COPY wrote. */
  readonly scratch: string;
  readonly database: string;
  readonly lock: string;
  readonly state: string;
  readonly history: string;
  readonly backups: string;
  /** Present while an erasure of people is under way, or after one that did not end. */
  readonly erasureMark: string;
  /** Reports of erasures: one file each. */
  readonly erasures: string;
}

export function layoutOf(folder: string): ProjectLayout {
  const own = path.join(folder, '.stillhouse');
  return {
    folder,
    document: path.join(folder, 'project.json'),
    gitignore: path.join(folder, '.gitignore'),
    queries: path.join(folder, 'sql'),
    destinations: path.join(folder, 'destinations.json'),
    sends: path.join(folder, 'sends'),
    scratch: path.join(folder, 'scratch'),
    database: path.join(folder, 'workspace.duckdb'),
    lock: path.join(own, 'lock.json'),
    state: path.join(own, 'state.json'),
    history: path.join(own, 'history.ndjson'),
    backups: path.join(own, 'backups'),
    erasureMark: path.join(own, 'erasure.json'),
    erasures: path.join(own, 'erasures'),
  };
}

/** A folder name for a project name: letters, digits, `-`, `_` and spaces stay. */
export function folderName(projectName: string): string {
  const name = projectName
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return name === '' ? 'project' : name;
}
