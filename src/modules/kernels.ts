import { StillhouseError } from '../core/error.ts';
import { bgNbdKernel, gammaGammaKernel } from './enrich/clv/kernels.ts';
import { relativeWeightsKernel } from './enrich/nps/relative-weights-kernel.ts';
import { latticeKernel } from './privacy/anonymity/kernel.ts';
import { noiseKernel, quantileKernel } from './privacy/differential/kernels.ts';
import { aesKernel } from './privacy/encrypt/kernel.ts';
import type { Kernel, KernelCall, KernelTable } from './kernel.ts';

/** Every kernel, by the id that compute steps name. */
const kernels: readonly Kernel[] = [
  relativeWeightsKernel,
  bgNbdKernel,
  gammaGammaKernel,
  latticeKernel,
  noiseKernel,
  quantileKernel,
  aesKernel,
];

/** Runs a kernel here and now. */
export function runKernel(call: KernelCall, progress: (fraction: number) => void): KernelTable {
  const kernel = kernels.find(({ id }) => id === call.kernel);
  if (kernel === undefined) throw new StillhouseError('internal', `There is no kernel "${call.kernel}".`);
  return kernel.run(call.inputs, kernel.parameters.parse(call.parameters), progress);
}
