import { webcrypto } from 'node:crypto';
import type { SecureRandom } from '../../src/privacy/ports.ts';

/** The operating system's random bytes. */
export const secureRandom: SecureRandom = (length) => webcrypto.getRandomValues(new Uint8Array(length));
