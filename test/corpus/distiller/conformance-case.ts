/** A value of a result as the format writes it; numbers keep every digit as text. */
export type ExpectedValue = null | boolean | string | ExactNumber | readonly ExpectedValue[] | ExpectedFields;

/** A struct or a map. */
export interface ExpectedFields {
  readonly [field: string]: ExpectedValue;
}

/** A number with the digits that were written. */
export interface ExactNumber {
  readonly digits: string;
}

/** What the last statement of a case must give: columns and rows. */
export interface ExpectedRows {
  readonly kind: 'rows';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExpectedValue[])[];
  /** Whether the rows must come in this order. */
  readonly ordered: boolean;
}

/** The sentence with which the last statement of a case must fail. */
export interface ExpectedError {
  readonly kind: 'error';
  /** `line:column` of the case's SQL, both from 1; `-` for an error without a place. */
  readonly place: string;
  readonly words: string;
}

/** One case of the suite. */
export interface ConformanceCase {
  readonly file: string;
  /** Line of its title in the file, from 1. */
  readonly line: number;
  /** The function, clause or statement it shows: its title up to the colon. */
  readonly construct: string;
  readonly title: string;
  /** Where the expected values are from. */
  readonly source: string;
  /** Whether it needs a workspace in which nothing was written before. */
  readonly fresh: boolean;
  /** Sample datasets it reads. */
  readonly samples: readonly string[];
  readonly sql: string;
  readonly expected: ExpectedRows | ExpectedError;
  /** Words that the notices of the last statement must contain, one notice each. */
  readonly notices: readonly string[];
}

/** The cases of one file, under the title of its first line. */
export interface ConformanceTopic {
  readonly file: string;
  readonly title: string;
  readonly cases: readonly ConformanceCase[];
}
