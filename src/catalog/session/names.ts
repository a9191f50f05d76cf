import { StillhouseError } from '../../core/error.ts';
import { literal, type RelationName, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { type CatalogState, findDataset, foldName } from '../model.ts';
import { integer, queryRows, text } from '../store/execute.ts';
import { hiddenSchema, metadata, type Store } from '../store/names.ts';
import {
  findTable,
  type NameScope,
  parseSearchPath,
  placeForTable,
  type SearchPath,
  type TablePlace,
  unsure,
} from './resolve.ts';

/** Finds the tables that a session's SQL names, asking the engine only where the catalog cannot know. */
export interface SessionNames {
  /** The existing table a name means. */
  find(name: RelationName, state: CatalogState): Promise<TablePlace | undefined>;
  /** Where a new table of this name goes. */
  place(name: RelationName): Promise<TablePlace | undefined>;
  /** To be called when the search path, the attached databases or temporary tables may have changed. */
  noteTemporary(name: RelationName): void;
  forget(): void;
}

interface Surroundings {
  readonly databases: readonly string[];
  readonly searchPath: SearchPath;
}

export function createSessionNames(store: Store, session: () => Promise<Session>): SessionNames {
  const temporary = new Set<string>();
  let known: Surroundings | undefined;

  const look = async (): Promise<Surroundings> => {
    if (known !== undefined) return known;
    const found = await queryRows(
      await session(),
      sql`SELECT database_name AS name, current_setting('search_path') AS "path"
FROM duckdb_databases()`,
    );
    const databases = found.map((row) => text(row.name));
    known = { databases, searchPath: parseSearchPath(text(found[0]?.path ?? ''), store.database, databases) };
    return known;
  };

  const existsByCatalog =
    (state: CatalogState): NameScope['exists'] =>
    (database, schema, table) => {
      if (foldName(database) === foldName(store.database)) return isKnown(state, schema, table);
      if (foldName(database) === 'temp') return temporary.has(foldName(table)) ? undefined : false;
      return undefined;
    };

  const isKnown = (state: CatalogState, schema: string, table: string) =>
    foldName(schema) === hiddenSchema || findDataset(state, schema, table) !== undefined;

  return {
    async find(name, state) {
      const surroundings = await look();
      const place = findTable(name, {
        database: store.database,
        ...surroundings,
        exists: existsByCatalog(state),
      });
      if (place !== unsure) return place;
      const tables = await queryRows(
        await session(),
        sql`SELECT database_name, schema_name, table_name
FROM duckdb_tables()
WHERE lower(table_name) = lower(${literal(name[name.length - 1] ?? '')})`,
      );
      const exists: NameScope['exists'] = (...wanted) =>
        tables.some((row) =>
          ['database_name', 'schema_name', 'table_name'].every(
            (part, index) => foldName(text(row[part])) === foldName(wanted[index] ?? ''),
          ),
        );
      const found = findTable(name, { database: store.database, ...surroundings, exists });
      return found === unsure ? undefined : found;
    },
    async place(name) {
      return placeForTable(name, { database: store.database, ...(await look()), exists: () => undefined });
    },
    noteTemporary(name) {
      temporary.add(foldName(name[name.length - 1] ?? ''));
    },
    forget() {
      known = undefined;
    },
  };
}

/** Refuses writes to what Stillhouse keeps for itself: its metadata and the tables that hold former versions. */
export async function refuseHidden(session: Session, store: Store, { schema, name }: TablePlace): Promise<void> {
  let hidden = foldName(schema) === hiddenSchema;
  if (!hidden && name.startsWith('~')) {
    const [row] = await queryRows(
      session,
      sql`SELECT count(*) AS tables
FROM ${metadata(store, 'generation')}
WHERE hidden_schema = ${literal(schema)}
  AND lower(hidden_table) = lower(${literal(name)})`,
    );
    hidden = integer(row?.tables) > 0;
  }
  if (!hidden) return;
  throw new StillhouseError(
    'capability',
    `"${name}" holds former versions of your data and cannot be changed by SQL.`,
    {
      remedy: 'Remove old versions with Expire history.',
    },
  );
}
