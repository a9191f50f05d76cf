import { StillhouseError } from '../core/error.ts';
import type { Kernel, KernelCall, KernelTable } from './kernel.ts';

/** Every kernel, by the id that compute steps name. */
const kernels: readonly Kernel[] = [];

/** Runs a kernel here and now. */
export function runKernel(call: KernelCall, progress: (fraction: number) => void): KernelTable {
  const kernel = kernels.find(({ id }) => id === call.kernel);
  if (kernel === undefined) throw new StillhouseError('internal', `There is no kernel "${call.kernel}".`);
  return kernel.run(call.inputs, kernel.parameters.parse(call.parameters), progress);
}
