import type { ErasedRows } from '../../catalog/erase-rows.ts';
import { readRowPlaces, type RowPlace } from '../../catalog/row-places.ts';
import { integer, queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { identifier, joinSql, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { type Held, held } from './holder.ts';
import { checkChosen, type ChosenColumns, datasetLabel, peopleSql, personPaths } from './person-columns.ts';
import { valuePaths } from './value-paths.ts';

/** How rows are looked for. */
export interface RowSearch {
  readonly chosen: ChosenColumns;
  readonly mention: ((text: Sql) => Sql) | undefined;
  readonly signal: CancelSignal | undefined;
  /** Hears of each dataset before it is searched, with how far the search is: 0…1. */
  readonly onPlace: (label: string, fraction: number) => void;
}

/**
 * Rows of the people in every dataset and its former versions, and mentions of them in columns that name nobody; and how
 * many tables were searched, at least 1.
 */
export async function findRows(
  session: Session,
  database: string,
  { chosen, mention, signal, onPlace }: RowSearch,
): Promise<{ readonly held: readonly Held[]; readonly places: number }> {
  const places = await readRowPlaces(session, { database });
  checkChosen(places, chosen);
  const found: ErasedRows[] = [];
  const mentions: Held[] = [];
  for (const [index, place] of places.entries()) {
    onPlace(datasetLabel(place), index / places.length);
    const people = peopleSql(place, chosen);
    if (people !== undefined) {
      found.push({ place, rows: await count(session, sql`FROM ${place.table}\nWHERE ${people}`, signal) });
    }
    mentions.push(...(await findMentions(session, place, people, chosen, mention, signal)));
  }
  return { held: [...heldRows(found), ...mentions], places: Math.max(1, places.length) };
}

/** Rows as places that held them: one for each dataset and one for all its former versions. */
export function heldRows(erased: readonly ErasedRows[]): readonly Held[] {
  const counts = new Map<string, number>();
  for (const { place, rows } of erased) {
    const label = place.kind === 'live' ? datasetLabel(place) : `former versions of ${datasetLabel(place)}`;
    counts.set(label, (counts.get(label) ?? 0) + rows);
  }
  return [...counts].flatMap(([place, rows]) =>
    held(place, rows, 'row', 'deleted', 'The rows are deleted, and no snapshot has them any more.'),
  );
}

/** Rows that stay and mention an identity in another column: as a whole value, or within a text where that can be asked. */
async function findMentions(
  session: Session,
  place: RowPlace,
  people: Sql | undefined,
  chosen: ChosenColumns,
  mention: ((text: Sql) => Sql) | undefined,
  signal: CancelSignal | undefined,
): Promise<readonly Held[]> {
  const named = new Set(personPaths(place, chosen).map(({ label }) => label));
  const texts = valuePaths(place.columns).filter(({ kind, label }) => kind === 'text' && !named.has(label));
  const wholes = texts.map(({ isIdentity }) => isIdentity);
  const cells = place.columns.filter(({ type }) => type === 'VARCHAR').map(({ stored }) => stored);
  const within = mention === undefined ? [] : cells.map((stored) => mention(identifier(stored)));
  if (wholes.length + within.length === 0) return [];
  const rows = await count(
    session,
    sql`FROM ${place.table}
WHERE NOT (${people ?? sql`false`})
  AND (${joinSql([...wholes, ...within], '\n    OR ')})`,
    signal,
  );
  const label = place.kind === 'live' ? datasetLabel(place) : `former versions of ${datasetLabel(place)}`;
  const words = `They mention an identity in a column that names nobody: ${texts.map((path) => path.label).join(', ')}.`;
  return held(label, rows, 'row', 'kept', words);
}

async function count(session: Session, from: Sql, signal: CancelSignal | undefined): Promise<number> {
  const [row] = await queryRows(session, sql`SELECT count(*) AS "rows"\n${from}`, signal);
  return integer(row?.rows);
}
