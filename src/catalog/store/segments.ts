import { literal, type Sql, sql } from '../../core/sql.ts';
import { metadata, temporaryTable, type Store } from './names.ts';
import { deleteSegments, setFolded } from './write-rows.ts';

/** Added to a snapshot id to order the segments that appends make implicitly behind those of the table. */
const appendedOrdinal = 2 ** 52;

/** Values unnested at a time; bounds the list that one vector of the engine holds. */
const pieceLength = 1024;

/** The segments of a generation as a query: `ordinal`, `row_count`, `snapshot_id`. True at whatever moment it runs. */
export function segmentsSql(store: Store, generation: number): Sql {
  return sql`SELECT ordinal, row_count, snapshot_id
FROM ${metadata(store, 'segment')}
WHERE generation_id = ${literal(generation)}
UNION ALL
SELECT snapshot_id + ${literal(appendedOrdinal)}, rows_added, snapshot_id
FROM ${metadata(store, 'snapshot')}
WHERE generation_id = ${literal(generation)}
  AND rows_added > 0
  AND snapshot_id > (SELECT max(folded) FROM ${metadata(store, 'generation')} WHERE generation_id = ${literal(generation)})`;
}

/** The segments with the rank they start at: `snapshot_id`, `row_count`, `first_rank`. */
export function segmentStartsSql(store: Store, generation: number): Sql {
  return sql`SELECT snapshot_id, row_count,
  CAST(sum(row_count) OVER (ORDER BY ordinal) - row_count AS BIGINT) AS first_rank
FROM (${segmentsSql(store, generation)})`;
}

/** One row a live row, in rank order, with the snapshot it was `born` in: for a POSITIONAL JOIN with the table. */
export function birthsSql(store: Store, generation: number): Sql {
  const length = literal(pieceLength);
  return sql`SELECT snapshot_id AS born
FROM (
  SELECT snapshot_id, unnest(range(piece))
  FROM (
    SELECT snapshot_id, least(${length}, row_count - first) AS piece
    FROM (
      SELECT snapshot_id, row_count, unnest(range(0, row_count, ${length})) AS first
      FROM (SELECT * FROM (${segmentsSql(store, generation)}) ORDER BY ordinal)
    )
  )
)`;
}

/** The births of the rows with given ranks: `ranks` has a column `rank`, the result `rank` and `born`. */
export function birthsOfRanksSql(store: Store, generation: number, ranks: Sql): Sql {
  return sql`SELECT "rank", born
FROM (
  SELECT "rank", asked,
    last_value(snapshot_id IGNORE NULLS) OVER (ORDER BY "rank", asked ROWS UNBOUNDED PRECEDING) AS born
  FROM (
    SELECT first_rank AS "rank", false AS asked, snapshot_id
    FROM (${segmentStartsSql(store, generation)})
    UNION ALL
    SELECT "rank", true, NULL
    FROM ${ranks}
  )
)
WHERE asked`;
}

/** How a write changed the order and the births of a generation's live rows. */
export interface Reordering {
  readonly generation: number;
  readonly snapshot: number;
  /** Live rows before the write. */
  readonly rowCount: number;
  /** A query of the rows that died: their `rank` before the write, and `in_place` when a new version took their place. */
  readonly removed: Sql;
  /** Rows that came at the end. */
  readonly appended: number;
  readonly dense: boolean;
}

/**
 * Computes the segments after a write into a temporary table; may take long when rows changed all over the table. Ranks
 * are matched with segments by sorting both together: an ASOF join takes a nested loop where it expects few rows.
 */
export function computeSegments(store: Store, change: Reordering): Sql {
  const total = literal(change.rowCount);
  const snapshot = literal(change.snapshot);
  return sql`CREATE OR REPLACE TEMP TABLE ${temporaryTable('segments')} AS
WITH removed AS MATERIALIZED (${change.removed}),
point AS (
  SELECT "rank", max(segment) AS segment, bool_or(changed) AS changed
  FROM (
    SELECT first_rank AS "rank", snapshot_id AS segment, false AS changed
    FROM (${segmentStartsSql(store, change.generation)})
    UNION ALL
    SELECT "rank", NULL, true FROM removed WHERE in_place
    UNION ALL
    SELECT "rank" + 1, NULL, false FROM removed WHERE in_place AND "rank" + 1 < ${total}
  )
  GROUP BY "rank"
),
born AS (
  SELECT "rank" AS first_rank,
    CASE WHEN changed THEN ${snapshot} ELSE last_value(segment IGNORE NULLS) OVER (ORDER BY "rank") END AS snapshot_id,
    lead("rank", 1, ${total}) OVER (ORDER BY "rank") - "rank" AS row_count
  FROM point
),
gone AS (
  SELECT first_rank, count(*) AS "rows"
  FROM (
    SELECT dead, max(first_rank) OVER (ORDER BY "rank", dead ROWS UNBOUNDED PRECEDING) AS first_rank
    FROM (
      SELECT first_rank AS "rank", first_rank, false AS dead FROM born
      UNION ALL
      SELECT "rank", NULL, true FROM removed WHERE NOT in_place
    )
  )
  WHERE dead
  GROUP BY first_rank
),
piece AS (
  SELECT born.first_rank, born.snapshot_id, born.row_count - coalesce(gone."rows", 0) AS row_count
  FROM born
  LEFT JOIN gone ON gone.first_rank = born.first_rank
  UNION ALL
  SELECT ${total}, ${snapshot}, ${literal(change.appended)}
),
kept AS (
  SELECT *,
    CASE WHEN lag(snapshot_id) OVER (ORDER BY first_rank) = snapshot_id THEN 0 ELSE 1 END AS begins
  FROM piece
  WHERE row_count > 0
),
numbered AS (
  SELECT snapshot_id, row_count, sum(begins) OVER (ORDER BY first_rank) AS ordinal
  FROM kept
)
SELECT CAST(ordinal AS BIGINT) AS ordinal, CAST(sum(row_count) AS BIGINT) AS row_count, any_value(snapshot_id) AS snapshot_id
FROM numbered
GROUP BY ordinal`;
}

/** Puts the computed segments in place of the old ones. */
export function replaceSegments(
  store: Store,
  change: Pick<Reordering, 'generation' | 'snapshot' | 'dense'>,
): readonly Sql[] {
  return [
    deleteSegments(store, change.generation),
    sql`INSERT INTO ${metadata(store, 'segment')}
SELECT ${literal(change.generation)}, ordinal, row_count, snapshot_id
FROM ${temporaryTable('segments')}
ORDER BY ordinal`,
    setFolded(store, change.generation, change.snapshot, change.dense),
    sql`DROP TABLE ${temporaryTable('segments')}`,
  ];
}
