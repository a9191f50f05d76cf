import type { CancelSignal } from '../../core/cancel.ts';
import type { ByteSource } from '../contract.ts';
import type { JsonFormat } from './format.ts';
import type { JsonLimits } from './limits.ts';

/** What an extraction works on. */
export interface JsonTask {
  readonly source: ByteSource;
  readonly format: JsonFormat;
  readonly signal: CancelSignal;
  readonly limits: JsonLimits;
}
