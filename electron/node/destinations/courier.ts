import type { RemoteFile, SendDraft } from '../../../src/activation/sends/send-document.ts';
import type { Journal } from '../sends/journal.ts';

/** One sealed file that is to arrive under its name. */
export interface OutgoingFile {
  /** Place in the send; the manifest comes after all files. */
  readonly index: number;
  /** Relative path at the destination. */
  readonly name: string;
  /** Where it lies on this machine. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly contentType: string;
  readonly format: SendDraft['format'];
}

/** What a courier gets for the way of one file. */
export interface Passage {
  readonly sendId: string;
  readonly idempotencyKey: string;
  /** What was done before, also by a program that was killed since. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Ask again what was asked without an answer. */
  readonly repeatUnknown: boolean;
  /** Bytes that are safely there. */
  progress(sentBytes: number): void;
}

export type Arrival = Omit<RemoteFile, 'at'>;

/** Carries files to one destination. Every failure is a `StillhouseError` with a `destination-…` code. */
export interface Courier {
  /**
   * Goes on from where an earlier try of the same send stopped. Nobody sees the file before it is whole; one that is
   * there already with the same content is left, one with other content is an error unless it may be overwritten.
   */
  carry(file: OutgoingFile, passage: Passage): Promise<Arrival>;
  /** Removes what an unfinished `carry` left. */
  abandon(file: OutgoingFile, passage: Passage): Promise<void>;
  /** Tries the destination out, leaving nothing there; answers in a sentence. */
  probe(): Promise<string>;
  close(): Promise<void>;
}

/** What couriers need of the machine. */
export interface CourierTools {
  now(): Date;
}

/** A destination's secrets by name. */
export type SecretValues = Readonly<Partial<Record<string, string>>>;
