import type { Part } from '../../../src/activation/sends/parts.ts';

/** Bytes of parts in memory at once, at most, unless a single part is larger. */
const memory = 32 << 20;
const mostAtOnce = 3;

/**
 * Uploads parts side by side. When one fails no further one begins, the others are waited for, and the first failure is
 * thrown. `arrived` hears each part that is safely there.
 */
export async function uploadParts(
  parts: readonly Part[],
  upload: (part: Part) => Promise<void>,
  arrived: (part: Part) => void,
): Promise<void> {
  const largest = Math.max(1, ...parts.map(({ bytes }) => bytes));
  const lanes = Math.max(1, Math.min(mostAtOnce, parts.length, Math.floor(memory / largest)));
  const waiting = parts.values();
  let failed = false;
  const lane = async () => {
    for (const part of waiting) {
      if (failed) return;
      try {
        await upload(part);
        arrived(part);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}
