import type { FunctionEntry } from '../contract.ts';
import { digests } from './digests.ts';
import { encryption } from './encryption.ts';
import { rowHashes } from './row-hashes.ts';

/** Hashes and encryption. */
export const hashFunctions: readonly FunctionEntry[] = [...digests, ...encryption, ...rowHashes];
