import type { Reject } from '../contract.ts';
import { textOf } from './bytes.ts';
import { faultReason } from './fault-words.ts';
import { type Framing, lost, needsMore } from './framing.ts';
import type { Notes } from './notes.ts';
import type { Scanner } from './scanner.ts';

/** Takes in records one by one; after each `read` exactly one of the other two is called. */
export interface RecordSink {
  /** Reads the record where the scanner stands; a failure is in the scanner's fault. */
  read(): boolean;
  commit(record: number): void;
  rollback(): void;
  /** Whether the records taken in so far should be handed on before the next one. */
  readonly isFull: boolean;
}

/** Why a run ended: more bytes are needed, the sink is full, a record does not fit the sink, or there are no more records. */
export type Stop = 'more' | 'full' | 'misfit' | 'end';

/** A reject's value is cut after this many characters. */
const longestValue = 1000;

/** Bytes that hold so many characters for sure. */
const shownBytes = 4 * longestValue;

/** Reads the records of a window in order, and counts what became of each. */
export class RecordReader {
  read = 0;
  rejected = 0;
  skipped = 0;
  /** What was rejected since the last `takeRejects`. */
  private rejects: Reject[] = [];
  private hasEnded = false;
  private readonly scanner: Scanner;
  private readonly framing: Framing;
  private readonly notes: Notes;

  constructor(scanner: Scanner, framing: Framing, notes: Notes) {
    this.scanner = scanner;
    this.framing = framing;
    this.notes = notes;
  }

  /**
   * Passes records to a sink until something stops it. A record that does not fit the sink goes to `inference`, which takes
   * any good record, before the run stops; when it is faulty instead, it is a reject like any other.
   */
  run(sink: RecordSink, inference: RecordSink): Stop {
    const { scanner, framing } = this;
    for (;;) {
      if (sink.isFull) return 'full';
      const found = this.hasEnded ? 'end' : framing.next();
      if (found === 'more' || found === 'end') return found;
      const { at, line } = scanner;
      if (found === 'blank') this.skip();
      else if (found === 'stray') {
        if (this.isShort(at)) return 'more';
        this.rejectRest(at);
      } else if (!this.attempt(sink, at, line)) {
        if (scanner.fault === 'misfit' && this.attempt(inference, at, line)) return 'misfit';
        if (scanner.starved && !scanner.final) return 'more';
        if (!this.reject(at, line)) return 'more';
      }
    }
  }

  takeRejects(): readonly Reject[] {
    const { rejects } = this;
    this.rejects = [];
    return rejects;
  }

  private attempt(sink: RecordSink, at: number, line: number): boolean {
    const { scanner } = this;
    if (sink.read() && this.framing.settle()) {
      sink.commit(++this.read);
      return true;
    }
    sink.rollback();
    scanner.at = at;
    scanner.line = line;
    return false;
  }

  private skip(): void {
    this.read++;
    this.skipped++;
  }

  /** False when more bytes are needed to see where the faulty record ends. */
  private reject(at: number, line: number): boolean {
    const { scanner } = this;
    const reason = faultReason(scanner, at);
    const isCutOff = scanner.starved;
    const end = isCutOff ? scanner.end : this.framing.recover(at);
    if (end === needsMore || (end === lost && this.isShort(at))) return false;
    if (isCutOff) scanner.at = end;
    this.addReject(at, end === lost ? scanner.end : end, line, reason);
    if (end === lost) this.giveUp();
    return true;
  }

  private rejectRest(at: number): void {
    const { scanner } = this;
    scanner.fail('after', at);
    this.addReject(at, scanner.end, scanner.line, faultReason(scanner, at).replace('of the record', 'of the list'));
    this.giveUp();
  }

  /** Whether more bytes would show more of a record that has no end. */
  private isShort(at: number): boolean {
    const { scanner } = this;
    return !scanner.final && scanner.end - at < shownBytes;
  }

  private giveUp(): void {
    this.hasEnded = true;
    const message = `Reading stopped at record ${this.read}: what follows it cannot be told apart, so it was not read.`;
    this.notes.add('unread-rest', message);
  }

  private addReject(start: number, end: number, line: number, reason: string): void {
    const cut = Math.min(end, start + shownBytes);
    const value = textOf(this.scanner.bytes, start, cut).trimEnd().slice(0, longestValue);
    this.read++;
    this.rejected++;
    this.rejects.push({ record: this.read, line, value, reason });
  }
}
