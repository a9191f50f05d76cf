import type { z } from 'zod';

/** Columns of doubles by name, all of the same length; NULL is NaN. */
export interface KernelTable {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, Float64Array<ArrayBuffer>>>;
  /** Columns of texts and blobs by name, apart from the others; absent where there are none. */
  readonly bytes?: Readonly<Record<string, ByteColumn>>;
}

/** Texts as UTF-8, or blobs, one after the other. */
export interface ByteColumn {
  readonly values: Uint8Array<ArrayBuffer>;
  /** Where each begins, and where the last ends: one more than there are rows. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** One bit a row, least significant first: 0 is NULL. */
  readonly validity: Uint8Array<ArrayBuffer>;
}

/** Work that SQL cannot say in one statement, such as fitting a model: pure, on typed arrays, away from the window. */
export interface Kernel<Parameters extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly parameters: Parameters;
  /** The same inputs give the same table. `progress` hears 0…1. Throws `input-invalid` for data it cannot work on. */
  run(
    inputs: Readonly<Record<string, KernelTable>>,
    parameters: z.output<Parameters>,
    progress: (fraction: number) => void,
  ): KernelTable;
}

/** Declares a kernel; its schema gives `run` the type of its parameters. */
export function defineKernel<Parameters extends z.ZodType>(kernel: Kernel<Parameters>): Kernel<Parameters> {
  return kernel;
}

/** One call of a kernel, as it crosses to another thread. */
export interface KernelCall {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, KernelTable>>;
  readonly parameters: unknown;
}
