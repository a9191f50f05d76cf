/**
 * How records lie in the file: the elements of one array, one a line, or values one after the other, of which `object` is
 * the case of a single one.
 */
export type JsonShape = 'array' | 'lines' | 'values' | 'object';

export type JsonEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the user may decide; what is left out is found out from the file's first bytes. */
export interface JsonOptions {
  readonly shape?: JsonShape;
  /** Keys that lead from the outermost object to the array whose elements are the records. */
  readonly recordsAt?: readonly string[];
  readonly encoding?: JsonEncoding;
}
