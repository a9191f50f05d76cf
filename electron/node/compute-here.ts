import { runKernel } from '../../src/modules/kernels.ts';
import type { Compute } from '../../src/runner/running.ts';

/** Runs kernels in this process, which has no window to keep alive. */
export const computeHere: Compute = (call, { onProgress }) =>
  new Promise((resolve) => {
    resolve(runKernel(call, onProgress));
  });
