/**
 * Where the scanner stands now: at a record, behind a blank line, at something that belongs to no record, at the window's
 * end, or at the end of all records.
 */
export type Found = 'record' | 'blank' | 'stray' | 'more' | 'end';

/** What `recover` gives when it needs more bytes, and when the next record cannot be told from the faulty one. */
export const needsMore = -1;
export const lost = -2;

/** Knows what stands between records. The scanner stands at a record's first byte when it is read. */
export interface Framing {
  /** Moves to the next record; moves nowhere when called again before `settle` or `recover`. */
  next(): Found;
  /** Checks what follows the record just read. A failure is a fault of that record. */
  settle(): boolean;
  /** Moves behind the faulty record that starts at `start`, and gives the place where it ends, `needsMore` or `lost`. */
  recover(start: number): number;
}
