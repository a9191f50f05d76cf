/** How an extraction is cut into pieces. */
export interface JsonLimits {
  /** Bytes from which types are inferred before the first batch is built. */
  readonly sampleBytes: number;
  /** New bytes that make a run of the reader worth while. */
  readonly pieceBytes: number;
  /** A batch ends at so many rows, or at about so many bytes. */
  readonly batchRows: number;
  readonly batchBytes: number;
  /** Bytes on disk between two `progress` events. */
  readonly progressBytes: number;
}

export const usualLimits: JsonLimits = {
  sampleBytes: 2 ** 22,
  pieceBytes: 2 ** 19,
  batchRows: 65_536,
  batchBytes: 2 ** 23,
  progressBytes: 2 ** 20,
};
