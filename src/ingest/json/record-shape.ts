import { maxColumns, seen, Shape } from './shape.ts';

/** What is known of all records: the columns of those that are objects, and the values of those that are not. */
export class RecordShape {
  readonly object = new Shape(0, maxColumns);
  readonly bare = new Shape(1);

  /** Whether records cannot become columns: objects with no key at all, or with more than a table has columns. */
  get isOpaque(): boolean {
    return this.object.opaque || (this.object.has(seen.object) && this.object.fields.count === 0);
  }
}
