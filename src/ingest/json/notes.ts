import type { ImportNote } from '../contract.ts';

/** Collects what the user should know, in the order in which it came up. */
export class Notes {
  private readonly notes: ImportNote[] = [];

  add(code: string, message: string, count = 1): void {
    this.notes.push({ code, message, count });
  }

  list(): readonly ImportNote[] {
    return this.notes;
  }
}

/** Something that happens inside records; what faulty records counted is taken back. */
export class RecordCount {
  /** Over all records that were loaded. */
  total = 0;
  firstRecord = 0;
  pending = 0;

  commit(record: number): void {
    if (this.total === 0) this.firstRecord = record;
    this.total += this.pending;
    this.pending = 0;
  }
}

/** What happened inside the records of one pass. */
export class RecordTally {
  readonly duplicateKeys = new RecordCount();
  readonly loneSurrogates = new RecordCount();
  readonly nonFinite = new RecordCount();
  readonly offsets = new RecordCount();
  private readonly counts = [this.duplicateKeys, this.loneSurrogates, this.nonFinite, this.offsets];

  commit(record: number): void {
    for (const count of this.counts) if (count.pending > 0) count.commit(record);
  }

  rollback(): void {
    for (const count of this.counts) count.pending = 0;
  }
}
