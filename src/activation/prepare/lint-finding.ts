/** One thing that is wrong, or may be, with what would leave. */
export interface LintFinding {
  readonly code: string;
  /** An `error` stops the send. */
  readonly severity: 'error' | 'warning' | 'note';
  /** The column of the file; `null` where it is about all. */
  readonly header: string | null;
  /** Rows it is about; 0 where it is about the file as a whole. */
  readonly rows: number;
  readonly words: string;
  readonly remedy: string;
  /** Up to ten rows by their number in the source, with the value as it was. */
  readonly examples: readonly { readonly row: number; readonly value: string }[];
}

/** Something looked for in every row. */
export interface RowCheck extends Pick<LintFinding, 'code' | 'severity' | 'remedy'> {
  readonly header: string;
  /** The field, from 0. */
  readonly field: number;
  /** Ends the sentence “12 rows: ”. */
  readonly reason: string;
}
