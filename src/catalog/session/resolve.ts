import type { RelationName } from '../../core/sql.ts';
import { foldName } from '../model.ts';

/** Where an unqualified name is looked for: database and schema, in order. */
export type SearchPath = readonly (readonly [database: string, schema: string])[];

/** What a session knows for finding the table that a name means. */
export interface NameScope {
  /** The project's own database. */
  readonly database: string;
  readonly databases: readonly string[];
  readonly searchPath: SearchPath;
  /** Whether a table exists; `undefined` when only the engine can tell. */
  readonly exists: (database: string, schema: string, table: string) => boolean | undefined;
}

/** The place a name stands for. */
export interface TablePlace {
  readonly database: string;
  readonly schema: string;
  readonly name: string;
}

/** A search that cannot go on without asking the engine which tables exist. */
export const unsure = Symbol('unsure');

const defaultSchema = 'main';
const temporaryDatabase = 'temp';
const same = (a: string, b: string) => foldName(a) === foldName(b);

/**
 * Reads the engine's setting `search_path`, such as `workspace.main,scratch."a.b",My schema`: parts are quoted only where
 * they hold a dot, comma or quote. A part alone is a schema of the project, or else a database; empty means the default.
 */
export function parseSearchPath(setting: string, database: string, databases: readonly string[]): SearchPath {
  const entries = setting.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
  const path = entries.map((entry): SearchPath[number] => {
    const parts = (entry.match(/"(?:[^"]|"")*"|[^."]+/g) ?? []).map(unquoted);
    const [first = database, second] = parts;
    if (second !== undefined) return [first, second];
    return databases.some((other) => same(other, first)) ? [first, defaultSchema] : [database, first];
  });
  return path.length === 0 ? [[database, defaultSchema]] : path;
}

function unquoted(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}

/** The existing table that a name means: temporary tables first, then along the search path. */
export function findTable(name: RelationName, scope: NameScope): TablePlace | undefined | typeof unsure {
  for (const place of candidates(name, scope)) {
    const exists = scope.exists(place.database, place.schema, place.name);
    if (exists === undefined) return unsure;
    if (exists) return place;
  }
  return undefined;
}

/** Where CREATE TABLE puts a table of this name. */
export function placeForTable(name: RelationName, scope: NameScope): TablePlace | undefined {
  return candidates(name, scope).find(({ database }) => name.length > 1 || database !== temporaryDatabase);
}

function candidates(name: RelationName, { databases, searchPath }: NameScope): readonly TablePlace[] {
  const [table, second, third] = [...name].reverse();
  if (table === undefined) return [];
  if (third !== undefined && second !== undefined) return [{ database: third, schema: second, name: table }];
  if (second === undefined) {
    return [
      { database: temporaryDatabase, schema: defaultSchema, name: table },
      ...searchPath.map(([database, schema]) => ({ database, schema, name: table })),
    ];
  }
  const database = databases.find((other) => same(other, second));
  const inSchema = [...new Set(searchPath.map(([owner]) => owner))].map((owner) => ({
    database: owner,
    schema: second,
    name: table,
  }));
  return database === undefined ? inSchema : [{ database, schema: defaultSchema, name: table }, ...inSchema];
}
