import type { S3Destination } from '../../src/activation/destinations/destination.ts';

/** What the sending program is told: to send a file, or to write a table as CSV. */
export type SenderTask = DeliveryTask | CsvTask;

export interface DeliveryTask {
  readonly way: 'product' | 'one-request';
  readonly file: string;
  /** Its name is the object's. */
  readonly folder: string;
  readonly destination: S3Destination;
  readonly secrets: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface CsvTask {
  /** A file of a send, its bytes hashed in the outbox, or the engine's own statement into a file that nobody reads. */
  readonly way: 'csv' | 'copy';
  readonly rows: number;
  readonly folder: string;
}

/** What it tells back. */
export interface SenderAnswer {
  /** From the sealed file to the last answer, or from the table to the file, in milliseconds. */
  readonly ms: number;
  /** Most memory the program ever held, in bytes. */
  readonly mostMemory: number;
}
