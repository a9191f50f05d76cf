import type { ErrorData } from '../../../src/core/error.ts';
import type { KernelTable } from '../../../src/modules/kernel.ts';

/** What the worker says of the one call it was given. */
export type FromComputer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly table: KernelTable }
  | { readonly kind: 'error'; readonly error: ErrorData };
