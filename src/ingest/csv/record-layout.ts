/** What keeps a record from being read. */
export type RecordFault = 'none' | 'text-after-quote' | 'unclosed-quote';

/** One record as positions in the bytes it was read from. A tokenizer reuses its layout from record to record. */
export interface RecordLayout {
  fieldCount: number;
  /** Where each field's content starts and ends, quotes not counted. */
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  /** For each field the bits `quotedField` and `escapedField`; 0 for a plain one. */
  marks: Uint8Array<ArrayBuffer>;
  /** Where the record ends, its line end not counted. */
  end: number;
  /** Where the next record starts. */
  next: number;
  /** Physical lines that the record takes. */
  lines: number;
  fault: RecordFault;
  /** Any of the `seen…` bits. */
  seen: number;
}

/** The field stands in quotes. */
export const quotedField = 1;
/** The field holds escaped characters, which have to be undone. */
export const escapedField = 2;

/** A byte of 128 or more, so that the encoding matters. */
export const seenBeyondAscii = 1;
export const seenNul = 2;
/** A quote inside a field that is not quoted, where it is data. */
export const seenLoneQuote = 4;
/** Blanks between a delimiter and a quote, which are left out. */
export const seenPaddedQuote = 8;
/** A carriage return inside a field that is not quoted, where it is data. */
export const seenLoneReturn = 16;
/** The record ends with LF, CR LF, or CR alone. */
export const seenLineFeed = 32;
export const seenReturnLineFeed = 64;
export const seenReturn = 128;
/** Some field is quoted. */
export const seenQuoted = 256;
/** A quoted field holds a line end. */
export const seenQuotedLineEnd = 512;

export function createRecordLayout(): RecordLayout {
  return {
    fieldCount: 0,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    marks: new Uint8Array(64),
    end: 0,
    next: 0,
    lines: 0,
    fault: 'none',
    seen: 0,
  };
}

/** Doubles the number of fields that a layout can hold, keeping those it has. */
export function growLayout(layout: RecordLayout): void {
  const capacity = layout.starts.length * 2;
  const { starts, ends, marks } = layout;
  layout.starts = new Int32Array(capacity);
  layout.ends = new Int32Array(capacity);
  layout.marks = new Uint8Array(capacity);
  layout.starts.set(starts);
  layout.ends.set(ends);
  layout.marks.set(marks);
}
