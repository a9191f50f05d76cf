import type { Snapshot as StoredSnapshot } from '../catalog/model.ts';
import type { SnapshotBound as StoredBound } from '../catalog/travel/range.ts';
import { StillhouseError } from '../core/error.ts';
import { relation, type Sql } from '../core/sql.ts';
import type { Snapshot, SnapshotBound, TableItem } from '../dialect/distiller/syntax/query.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { findDataset, isTemporary } from './datasets.ts';
import { describeRelation } from './describe-relation.ts';
import { spanOf } from './name-text.ts';
import type { Place } from './place.ts';
import { relationName, shownName } from './relation-name.ts';
import { isOn, variableOf } from './state.ts';

/** A query of a table's rows in a range of its snapshots: the start is left out, the end belongs to it. */
export async function snapshotQuery(
  item: TableItem,
  snapshot: Snapshot,
  systemColumns: boolean,
  place: Place,
): Promise<Sql> {
  const name = relationName(item.name);
  const options = { systemColumns };
  await requireTable(item, place);
  try {
    if (snapshot.kind === 'as-of') {
      return await place.session.travel(
        name,
        { kind: 'as-of', snapshot: boundOf(snapshot.end, snapshot.span, place) },
        options,
      );
    }
    const upTo = snapshot.kind === 'since' ? 'tail' : boundOf(snapshot.end, snapshot.span, place);
    const after = await available(boundOf(snapshot.start, snapshot.span, place), item, snapshot.span, place);
    return await place.session.travel(name, { kind: 'between', after, upTo }, options);
  } catch (error) {
    if (!(error instanceof StillhouseError) || error.range !== undefined || error.code === 'cancelled') throw error;
    throw faultAt(place, snapshot.span, error.message, error.remedy);
  }
}

/** Tells a name that nothing has, and a temporary one that hides the project's, from a table with a history. */
async function requireTable({ name }: TableItem, place: Place): Promise<void> {
  const shownAs = shownName(name);
  if ((await describeRelation(relation(relationName(name)), place)) === undefined)
    throw faultAt(
      place,
      spanOf(name),
      `There is no table “${shownAs}”.`,
      'SHOW TABLES lists those there are.',
      'sql-name',
    );
  if (await isTemporary(name, place))
    throw faultAt(
      place,
      spanOf(name),
      `“${shownAs}” is temporary, so it has no snapshots.`,
      `Where the project’s own table is meant, write main.${shownAs}.`,
    );
}

/** The rows as they are now, with the batch each came with; `undefined` for what has no history. */
export async function systemColumnsQuery(item: TableItem, place: Place): Promise<Sql | undefined> {
  if (await isTemporary(item.name, place)) return undefined;
  try {
    return await place.session.travel(
      relationName(item.name),
      { kind: 'as-of', snapshot: 'tail' },
      { systemColumns: true },
    );
  } catch (error) {
    if (error instanceof StillhouseError && error.code === 'input-invalid') return undefined;
    throw error;
  }
}

function boundOf(bound: SnapshotBound, span: Span, place: Place): StoredBound {
  if (bound.kind !== 'id') return bound.kind;
  const { value } = bound;
  if (value.kind === 'number') return snapshotNumber(value.digits, value.span, place);
  if (value.kind === 'string') return namedBound(value.value, value.span, place);
  if (value.kind !== 'variable')
    throw faultAt(
      place,
      span,
      'A snapshot is a number, HEAD, TAIL or a variable.',
      'Compute it before, in a block: SET @id = SELECT …, then SNAPSHOT SINCE @id.',
    );
  const known = variableOf(place.state, value.name);
  if (known === undefined) throw faultAt(place, value.span, `The variable “@${value.name}” has no value here.`);
  if (known === null)
    throw faultAt(
      place,
      value.span,
      `The variable “@${value.name}” is NULL: it names no snapshot.`,
      "Give it a value for that case: coalesce(…, 'HEAD').",
    );
  return namedBound(known, value.span, place);
}

function namedBound(text: string, span: Span, place: Place): StoredBound {
  const folded = text.trim().toLowerCase();
  return folded === 'head' || folded === 'tail' ? folded : snapshotNumber(folded, span, place);
}

function snapshotNumber(text: string, span: Span, place: Place): number {
  const value = Number(text);
  if (text !== '' && Number.isSafeInteger(value)) return value;
  throw faultAt(place, span, `“${text}” is no snapshot.`, 'A snapshot is a whole number, HEAD or TAIL.');
}

/**
 * A start that may have expired. With `resolve_fallback_snapshot_on_failure` the earliest snapshot that is left takes its
 * place, and then its rows belong to the range.
 */
async function available(start: StoredBound, item: TableItem, span: Span, place: Place): Promise<StoredBound> {
  const snapshots = await historyOf(item, place);
  if (snapshots === undefined || typeof start !== 'number') return start;
  const earliest = snapshots.find((known) => known.available);
  const expired =
    snapshots.some((known) => known.id === start && !known.available) ||
    (earliest !== undefined && start < earliest.id && snapshots.some((known) => !known.available));
  if (!expired) return start;
  if (isOn(place.state, 'resolve_fallback_snapshot_on_failure')) return (earliest?.id ?? 1) - 1;
  const left = earliest === undefined ? 'none is left' : `the earliest left is ${earliest.id}`;
  throw faultAt(
    place,
    span,
    `Snapshot ${start} of “${item.name.at(-1)?.text ?? ''}” has expired: ${left}.`,
    'SET resolve_fallback_snapshot_on_failure = true takes the earliest one instead.',
  );
}

/** The snapshots of a table, oldest first; `undefined` for what has none. */
export async function historyOf(
  { name }: Pick<TableItem, 'name'>,
  place: Place,
): Promise<readonly StoredSnapshot[] | undefined> {
  if (await isTemporary(name, place)) return undefined;
  const found = await findDataset(name, place);
  return found?.kind === 'table' ? place.services.workspace.history(found) : undefined;
}
