import type { S3Destination } from '../../src/activation/destinations/destination.ts';

/** What the sending program is told. */
export interface SenderTask {
  readonly way: 'product' | 'one-request';
  readonly file: string;
  /** Its name is the object's. */
  readonly folder: string;
  readonly destination: S3Destination;
  readonly secrets: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What it tells back. */
export interface SenderAnswer {
  /** From the sealed file to the last answer, in milliseconds. */
  readonly ms: number;
  /** Most memory the program ever held, in bytes. */
  readonly mostMemory: number;
}
