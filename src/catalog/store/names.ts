import { type RelationName, relation, type Sql } from '../../core/sql.ts';

/** The schema that holds what Stillhouse remembers of the tables beside it. */
export const hiddenSchema = '_stillhouse';

/** Where the metadata lies: every name is written in full, since a session may have any search path. */
export interface Store {
  /** The project's database, as the engine calls it. */
  readonly database: string;
}

export type MetadataTable = 'format' | 'dataset' | 'generation' | 'shape' | 'snapshot' | 'segment';

export function metadata(store: Store, table: MetadataTable): Sql {
  return relation([store.database, hiddenSchema, table]);
}

/** A table of the project, written in full. */
export function projectTable(store: Store, schema: string, name: string): RelationName {
  return [store.database, schema, name];
}

/** The removed rows of one generation: columns `c<id>`, `born`, `died`. */
export function historyTable(store: Store, generation: number): Sql {
  return relation([store.database, hiddenSchema, `history_${generation}`]);
}

/** A table that lives for one statement in the session's temporary schema. */
export function temporaryTable(name: 'before' | 'removed' | 'segments'): Sql {
  return relation(['temp', 'main', `${hiddenSchema}_${name}`]);
}

/** The name a replaced or dropped table goes on under, beside the one it had: `~orders@57`. */
export function retiredName(name: string, snapshot: number): string {
  return `~${name}@${snapshot}`;
}

/** The names of tables that are being filled, and of those beside them; left over after a crash, they are dropped on opening. */
export const stagingPattern = '^~(import|restore) \\d+(_[a-z]+)?$';
