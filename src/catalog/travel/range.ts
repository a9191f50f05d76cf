/** Snapshots by number, or the moment before the first (`head`) and after the last (`tail`). */
export type SnapshotBound = number | 'head' | 'tail';

/** `AS OF` one snapshot, or what was written after one (exclusive) and up to another (inclusive). */
export type SnapshotRange =
  | { readonly kind: 'as-of'; readonly snapshot: SnapshotBound }
  | { readonly kind: 'between'; readonly after: SnapshotBound; readonly upTo: SnapshotBound };
