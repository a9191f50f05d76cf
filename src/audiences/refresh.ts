import type { Clock } from '../catalog/ports.ts';
import { integer, queryRows } from '../catalog/store/execute.ts';
import type { Workspace } from '../catalog/workspace.ts';
import { type CancelSignal, throwIfCancelled } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import { identifier, relation, type RelationName, sql } from '../core/sql.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { catalogView } from '../modules/catalog-view.ts';
import { counted } from '../modules/words.ts';
import type { Audience } from './audience.ts';
import { keepAudience } from './audience-store.ts';
import { membersSql } from './members-sql.ts';

export interface AudienceServices {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly clock: Clock;
}

/** What a refresh changed. */
export interface Refreshed {
  readonly audience: Audience;
  readonly size: number;
  /** Members before; absent the first time. */
  readonly before?: number;
  readonly entered: number;
  readonly exited: number;
  readonly snapshot: number | undefined;
  /** Set when the size changed by more than the audience's share for alerts, or when nobody is left. */
  readonly alert?: string;
}

/**
 * Finds the members anew and makes them the audience's dataset, together with its definition: both or neither. The
 * members before stay in the dataset's history. Throws `input-invalid` where a query names the identity not, or twice.
 */
export async function refreshAudience(
  { engine, workspace, clock }: AudienceServices,
  audience: Audience,
  signal?: CancelSignal,
): Promise<Refreshed> {
  const session = await engine.openSession();
  const staging = workspace.stagingTable();
  const options = signal === undefined ? {} : { signal };
  try {
    const context = { catalog: catalogView(workspace.datasets), today: sql`today()` };
    const refreshed = { ...audience, refreshedAt: clock.now().toISOString() };
    await session.exec(sql`CREATE TABLE ${relation(staging)} AS\n${membersSql(audience, context)}`.text, options);
    const size = await checkMembers(session, staging, audience);
    const isThere = workspace.datasets.some(
      ({ schema, name }) => schema === 'main' && name.toLowerCase() === audience.name.toLowerCase(),
    );
    const change: Change = isThere ? await compare(session, staging, audience) : { entered: size, exited: 0 };
    if (signal !== undefined) throwIfCancelled(signal);
    const { snapshots } = await workspace.publish([{ staging, schema: 'main', name: audience.name, mode: 'replace' }], {
      source: `Audience ${audience.name}`,
      ...options,
      alongside: (writer: Session) => keepAudience(writer, refreshed),
    });
    const alert = alertOf(audience, size, change.before);
    return { audience: refreshed, size, ...change, snapshot: snapshots[0], ...(alert !== undefined && { alert }) };
  } catch (error) {
    await session.exec(sql`DROP TABLE IF EXISTS ${relation(staging)}`.text).catch(() => undefined); // the first error counts
    throw error;
  } finally {
    await session.close();
  }
}

/** Every member has an identity, and each of them once. */
async function checkMembers(session: Session, staging: RelationName, { identity, name }: Audience): Promise<number> {
  const [row] = await queryRows(
    session,
    sql`SELECT count(*) AS size, count(${identifier(identity)}) AS known, count(DISTINCT ${identifier(identity)}) AS persons
FROM ${relation(staging)}`,
  );
  const [size, known, persons] = [integer(row?.size), integer(row?.known), integer(row?.persons)];
  if (known === size && persons === size) return size;
  const missing = size - known;
  const repeated = known - persons;
  const what =
    missing > 0
      ? `${counted(missing, 'row')} without “${identity}”`
      : `${counted(repeated, 'row')} that repeat a “${identity}”`;
  throw new StillhouseError('input-invalid', `The audience “${name}” would have ${what}.`, {
    remedy: 'Let its query give each person once: leave out NULL, and use SELECT DISTINCT or GROUP BY.',
  });
}

type Change = Pick<Refreshed, 'before' | 'entered' | 'exited'>;

async function compare(session: Session, staging: RelationName, { identity, name }: Audience): Promise<Change> {
  const [row] = await queryRows(
    session,
    sql`SELECT count(old.person) AS size,
  count(*) FILTER (WHERE old.person IS NULL) AS entered,
  count(*) FILTER (WHERE fresh.person IS NULL) AS exited
FROM (SELECT CAST(${identifier(identity)} AS VARCHAR) AS person FROM ${relation(['main', name])}) AS old
FULL JOIN (SELECT CAST(${identifier(identity)} AS VARCHAR) AS person FROM ${relation(staging)}) AS fresh
  ON old.person = fresh.person`,
  );
  return { before: integer(row?.size), entered: integer(row?.entered), exited: integer(row?.exited) };
}

function alertOf({ name, alertAt }: Audience, size: number, before: number | undefined): string | undefined {
  if (size === 0) return `“${name}” has no members now.`;
  if (alertAt === undefined || before === undefined || before === 0) return undefined;
  const change = (size - before) / before;
  if (Math.abs(change) <= alertAt) return undefined;
  const percent = (Math.abs(change) * 100).toLocaleString('en', { maximumFractionDigits: 1 });
  return `“${name}” ${change > 0 ? 'grew' : 'shrank'} by ${percent} %, from ${before.toLocaleString('en')} to ${size.toLocaleString('en')}.`;
}
