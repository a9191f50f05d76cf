import { errorToData } from '../../../src/core/error.ts';
import type { KernelCall } from '../../../src/modules/kernel.ts';
import { kernelBuffers } from '../../../src/modules/kernel-bytes.ts';
import { runKernel } from '../../../src/modules/kernels.ts';
import type { FromComputer } from './messages.ts';

const tell = (message: FromComputer, transfer: Transferable[] = []) => {
  self.postMessage(message, { transfer });
};

self.addEventListener('message', ({ data }: MessageEvent<KernelCall>) => {
  try {
    const table = runKernel(data, (fraction) => {
      tell({ kind: 'progress', fraction });
    });
    tell({ kind: 'done', table }, [...kernelBuffers(table)]);
  } catch (error) {
    tell({ kind: 'error', error: errorToData(error) });
  }
});
