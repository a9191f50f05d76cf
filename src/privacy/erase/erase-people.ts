import type { Workspace } from '../../catalog/workspace.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError, toStillhouseError } from '../../core/error.ts';
import type { Engine } from '../../engine/engine.ts';
import { databaseHolders } from './database-holders.ts';
import type { Held } from './holder.ts';
import { forgetIdentities, keepIdentities } from './identities.ts';
import { mentionSql } from './mention-sql.ts';
import { type ChosenColumns, datasetLabel, peopleSql } from './person-columns.ts';
import { findRows, heldRows } from './row-holder.ts';
import { createValueFinder, type ValueFinder } from './value-finder.ts';

/** Whom to erase, and how they are found. */
export interface ErasureRequest {
  /** As `readIdentities` gives them. */
  readonly identities: readonly string[];
  /** Keyed hashes of them, as sends keep people; empty where the key is not here. */
  readonly hashes: readonly string[];
  readonly columns: ChosenColumns;
  /** What the history of datasets shows as the source. Names nobody. */
  readonly source: string;
  readonly signal?: CancelSignal;
}

/** What was found in the database, and how to find the same people in texts elsewhere. */
export interface FoundPeople {
  readonly held: readonly Held[];
  readonly finder: ValueFinder;
  /** The identities in every form that is looked for. */
  readonly forms: readonly string[];
  /** How many tables hold rows, at least 1. */
  readonly places: number;
}

/** The open database. */
export interface ErasurePlace {
  readonly engine: Engine;
  readonly workspace: Workspace;
}

/** Counts what an erasure would touch in the database; changes nothing. Throws `input-invalid` for unknown columns. */
export async function findPeople(
  { engine, workspace }: ErasurePlace,
  request: ErasureRequest,
  onPlace: (label: string, fraction: number) => void = () => undefined,
): Promise<FoundPeople> {
  const session = await engine.openSession();
  try {
    const forms = await keepIdentities(session, request.identities);
    const finder = createValueFinder(forms);
    const mention = mentionSql(forms);
    const { held, places } = await findRows(session, workspace.database, {
      chosen: request.columns,
      mention,
      signal: request.signal,
      onPlace,
    });
    const search = { session, finder, hashes: request.hashes };
    const others: Held[] = [];
    for (const holder of databaseHolders) others.push(...(await holder.find(search)));
    return { held: [...held, ...others], finder, forms, places };
  } finally {
    await session.close();
  }
}

/**
 * Takes the people out of the database, in one transaction. Free pages of the file keep their bytes until it is rewritten.
 * Fails, with everything as it was, where a foreign key still needs one of the rows.
 */
export async function erasePeople(
  { workspace }: ErasurePlace,
  request: ErasureRequest,
  onPlace: (label: string, done: number) => void = () => undefined,
): Promise<readonly Held[]> {
  let forms: readonly string[] = [];
  let done = 0;
  const others: Held[] = [];
  const erased = await workspace
    .eraseRows(
      (place) => {
        onPlace(datasetLabel(place), done++);
        return peopleSql(place, request.columns);
      },
      {
        source: request.source,
        ...(request.signal !== undefined && { signal: request.signal }),
        async before(session) {
          forms = await keepIdentities(session, request.identities);
        },
        async alongside(session) {
          const search = { session, finder: createValueFinder(forms), hashes: request.hashes };
          for (const holder of databaseHolders) others.push(...(await holder.erase(search)));
          await forgetIdentities(session);
        },
      },
    )
    .catch((error: unknown) => {
      throw withoutValues(error);
    });
  return [...heldRows(erased), ...others];
}

/** The engine's words on a foreign key quote the key, which may be an identity. */
function withoutValues(error: unknown): StillhouseError {
  const known = toStillhouseError(error);
  if (known.technical?.includes('foreign key') !== true) return known;
  return new StillhouseError('sql-value', 'A foreign key refers to rows that are to be erased; nothing was changed.', {
    remedy: 'Make the table that refers to them anew without its foreign key, and erase again.',
  });
}
