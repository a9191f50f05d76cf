import { cancelledError } from '../../src/core/cancel.ts';
import { errorFromData, StillhouseError } from '../../src/core/error.ts';
import { kernelBuffers } from '../../src/modules/kernel-bytes.ts';
import type { Compute } from '../../src/runner/running.ts';
import ComputeWorker from './worker/compute.worker.ts?worker';
import type { FromComputer } from './worker/messages.ts';

/** Runs a kernel in a worker of its own, which a cancel ends. */
export const computeInWorker: Compute = async (call, { signal, onProgress }) => {
  const worker = new ComputeWorker({ name: call.kernel });
  let stopListening: () => void = () => undefined;
  try {
    return await new Promise((resolve, reject) => {
      stopListening = signal.onCancel(() => {
        reject(cancelledError());
      });
      worker.addEventListener('message', ({ data }: MessageEvent<FromComputer>) => {
        if (data.kind === 'progress') onProgress(data.fraction);
        else if (data.kind === 'done') resolve(data.table);
        else reject(errorFromData(data.error));
      });
      worker.addEventListener('error', ({ message }) => {
        reject(new StillhouseError('internal', 'The computation ended unexpectedly.', { technical: message }));
      });
      worker.postMessage(call, { transfer: Object.values(call.inputs).flatMap(kernelBuffers) });
    });
  } finally {
    stopListening();
    worker.terminate();
  }
};
