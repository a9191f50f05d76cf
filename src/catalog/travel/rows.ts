import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { numberedColumn } from '../store/definition.ts';
import { integer, queryRows } from '../store/execute.ts';
import { historyTable, metadata, type Store } from '../store/names.ts';
import { birthsSql, segmentStartsSql } from '../store/segments.ts';
import type { TableVersion } from './version.ts';

/** The rows born after one snapshot and up to another that were alive at the latter. */
export interface Lifetime {
  /** Exclusive; 0 for all rows there were. */
  readonly after: number;
  readonly upTo: number;
}

/** A run of ranks, the end exclusive. */
export interface RankRange {
  readonly first: number;
  readonly end: number;
}

/** Beyond this many runs of ranks, births are compared row by row instead. */
const mostRanges = 32;

/** The ranks of the live rows of a lifetime; `undefined` when they are too scattered to be listed. */
export async function findRanges(
  session: Session,
  store: Store,
  generation: number,
  { after, upTo }: Lifetime,
): Promise<readonly RankRange[] | undefined> {
  const found = await queryRows(
    session,
    sql`WITH run AS (
  SELECT first_rank, first_rank + row_count AS end_rank
  FROM (${segmentStartsSql(store, generation)})
  WHERE snapshot_id > ${literal(after)}
    AND snapshot_id <= ${literal(upTo)}
),
marked AS (
  SELECT *, CASE WHEN lag(end_rank) OVER (ORDER BY first_rank) = first_rank THEN 0 ELSE 1 END AS begins
  FROM run
),
numbered AS (
  SELECT *, sum(begins) OVER (ORDER BY first_rank) AS island
  FROM marked
)
SELECT min(first_rank) AS first_rank, max(end_rank) AS end_rank
FROM numbered
GROUP BY island
ORDER BY first_rank
LIMIT ${literal(mostRanges + 1)}`,
  );
  if (found.length > mostRanges) return undefined;
  return found.map((row) => ({ first: integer(row.first_rank), end: integer(row.end_rank) }));
}

/**
 * A query of a version's rows. It stays true when it runs later: it fails with a plain message, and never gives wrong
 * rows, when a write has moved what it relies on in between.
 */
export function versionSql(
  store: Store,
  version: TableVersion,
  lifetime: Lifetime,
  ranges: readonly RankRange[] | undefined,
  systemColumns: boolean,
): Sql {
  const shown = version.columns.map(({ id, name }) => sql`${numberedColumn(id)} AS ${identifier(name)}`);
  const parts: Sql[] = [];
  if (version.table !== undefined && ranges?.length !== 0) {
    parts.push(
      ranges === undefined || systemColumns
        ? liveByBirth(store, version, lifetime)
        : liveByRank(store, version, ranges, version.dense ? sql`rowid` : undefined),
    );
  }
  if (version.history) parts.push(deadRows(store, version, lifetime));
  if (parts.length === 0) parts.push(noRows(version));
  const all = joinSql(parts, '\nUNION ALL\n');
  if (!systemColumns) return sql`SELECT ${joinSql(shown, ', ')}\nFROM (\n${all}\n)`;
  return sql`SELECT ${joinSql(shown, ', ')}, snapshot.batch_id AS "_ACP_BATCHID",
  {
    'acp_sourceBatchId': snapshot.batch_id,
    'snapshotId': snapshot.snapshot_id,
    'committedAt': snapshot.committed_at
  } AS "_acp_system_metadata"
FROM (
${all}
) AS version
JOIN ${metadata(store, 'snapshot')} AS snapshot ON snapshot.snapshot_id = version.born`;
}

function liveByRank(store: Store, version: TableVersion, ranges: readonly RankRange[], rowId: Sql | undefined): Sql {
  const rank = rowId ?? sql`"rank"`;
  const table = version.table ?? sql``;
  const inRange = ranges.map(({ first, end }) => sql`${rank} >= ${literal(first)} AND ${rank} < ${literal(end)}`);
  const source =
    rowId === undefined
      ? sql`(SELECT ${storedColumns(version)}, row_number() OVER () - 1 AS "rank" FROM ${table})`
      : table;
  const columns =
    rowId === undefined
      ? joinSql(
          version.columns.map(({ id }) => numberedColumn(id)),
          ', ',
        )
      : storedColumns(version);
  return sql`SELECT ${columns}, CAST(NULL AS BIGINT) AS born
FROM ${source}
WHERE (${joinSql(inRange, ' OR ')})
  AND ${unchanged(store, version, sql`folded = ${literal(version.folded)} AND `)}`;
}

function liveByBirth(store: Store, version: TableVersion, { after, upTo }: Lifetime): Sql {
  return sql`SELECT live.*, birth.born
FROM (SELECT ${storedColumns(version)} FROM ${version.table ?? sql``}) AS live
POSITIONAL JOIN (${birthsSql(store, version.generation)}) AS birth
WHERE birth.born > ${literal(after)}
  AND birth.born <= ${literal(upTo)}
  AND ${unchanged(store, version, sql``)}`;
}

function deadRows(store: Store, version: TableVersion, { after, upTo }: Lifetime): Sql {
  return sql`SELECT ${joinSql(
    version.columns.map(({ id }) => numberedColumn(id)),
    ', ',
  )}, born
FROM ${historyTable(store, version.generation)}
WHERE born > ${literal(after)}
  AND born <= ${literal(upTo)}
  AND died > ${literal(upTo)}`;
}

function noRows(version: TableVersion): Sql {
  const columns = version.columns.map(({ id, type }) => sql`CAST(NULL AS ${rawSql(type)}) AS ${numberedColumn(id)}`);
  return sql`SELECT ${joinSql(columns, ', ')}, CAST(NULL AS BIGINT) AS born
WHERE false`;
}

/** The version's columns under their numbers, read by the names they have in the table now. */
function storedColumns(version: TableVersion): Sql {
  const now = new Map(version.stored.map(({ id, name }) => [id, name]));
  return joinSql(
    version.columns.map(({ id, name }) => sql`${identifier(now.get(id) ?? name)} AS ${numberedColumn(id)}`),
    ', ',
  );
}

/** True, or an error when the generation was changed after this query was made. */
function unchanged(store: Store, version: TableVersion, condition: Sql): Sql {
  return sql`(
    SELECT CASE WHEN count(*) = 1 THEN true
      ELSE error('The table was changed while this statement was prepared. Run it again.') END
    FROM ${metadata(store, 'generation')}
    WHERE generation_id = ${literal(version.generation)}
      AND ${condition}ended IS NOT DISTINCT FROM ${literal(version.ended ?? null)}
  )`;
}
